import type { MaterialSlug } from '../../kernel/ids.ts';
import { own } from '../../domain/dossier/own.ts';
import type { DossierView, MaterialView } from './dossier-view.ts';

/** What the dossier's items ask for, then what is attached beyond that. */
export function materialsOf(view: DossierView): readonly MaterialView[] {
  const { answers, items, materials } = view.state;
  const slugs = Object.values(items).map(({ item }) => item);
  const asked = view.procedure.materialsFor(answers, slugs).map((demand) => ({
    view,
    material: demand.material,
    askedBy: demand.for,
    required: demand.required,
    attachments: own(materials, demand.material) ?? [],
  }));
  const known = new Set<string>(asked.map(({ material }) => material));
  const others = Object.entries(materials).filter(([slug]) => !known.has(slug));
  return [
    ...asked,
    ...others.map(([slug, attachments]) => ({
      view,
      material: slug as MaterialSlug,
      askedBy: [],
      required: false,
      attachments,
    })),
  ];
}
