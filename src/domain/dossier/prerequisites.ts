import type { ItemSlug } from '../../kernel/ids.ts';
import { own } from './own.ts';
import type { ItemModel, PrerequisiteFacts } from './procedure.ts';
import type { DossierFile } from './state.ts';

/** What prerequisites may look at: answers, which items belong to the dossier, which are granted. */
function prerequisiteFacts(dossier: DossierFile): PrerequisiteFacts {
  const itemOf = (slug: ItemSlug) => own(dossier.items, slug);
  return {
    answers: dossier.answers,
    applies: (slug) => {
      const item = itemOf(slug);
      return item !== undefined && item.ending !== 'dropped';
    },
    isDone: (slug) => itemOf(slug)?.granted === true,
  };
}

export function prerequisitesMet(dossier: DossierFile, model: ItemModel): boolean {
  return model.prerequisitesMet(prerequisiteFacts(dossier));
}

/** The items of this dossier that the item still waits for; none once its prerequisites are met. */
export function missingPrerequisites(dossier: DossierFile, model: ItemModel): readonly ItemSlug[] {
  const facts = prerequisiteFacts(dossier);
  if (model.prerequisitesMet(facts)) return [];
  return model.needs.filter((slug) => facts.applies(slug) && !facts.isDone(slug));
}
