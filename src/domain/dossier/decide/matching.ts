import type { DepartmentId, DepartmentKind, ItemSlug, StageSlug } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierEventOf } from '../events.ts';
import { own } from '../own.ts';
import type { MatchedItem, StageLead } from '../parts.ts';
import type { ItemModel, Procedure } from '../procedure.ts';
import { no, type DossierRefusal } from '../refusals.ts';
import type { DossierFile, ItemState } from '../state.ts';

type Match = DossierEventOf<'ItemsMatched'>['data'];
type Matching = Pick<Circumstances, 'competence' | 'procedure'>;

/**
 * The match of the dossier's answers as an event, each item with the department that is competent
 * for it and each stage with its lead; nothing where the match has not changed.
 */
export function matched(
  dossier: DossierFile,
  matching: Matching,
): Result<readonly DossierEventOf<'ItemsMatched'>[], DossierRefusal> {
  const items: MatchedItem[] = [];
  for (const slug of matching.procedure.matchItems(dossier.answers)) {
    const model = matching.procedure.items.get(slug);
    if (!model) continue;
    const item = matchedItem(model, dossier, matching);
    if (!item.ok) return item;
    items.push(item.value);
  }
  const leads = leadsOf(dossier, matching);
  if (!leads.ok) return leads;
  const match = { items, leads: leads.value };
  return ok(isNews(match, dossier) ? [{ type: 'ItemsMatched', data: match }] : []);
}

/** An item that somebody applied for stays with its department. */
function matchedItem(
  model: ItemModel,
  dossier: DossierFile,
  matching: Matching,
): Result<MatchedItem, DossierRefusal> {
  const known = own(dossier.items, model.slug);
  if (known && known.phase !== 'planned') return ok(placeOf(known));
  return assigned(model, dossier, matching);
}

function placeOf({ item, stage, department }: ItemState): MatchedItem {
  return department === undefined ? { item, stage } : { item, stage, department };
}

/** The item with the department that is competent for it; external items have none. */
export function assigned(
  model: ItemModel,
  dossier: DossierFile,
  matching: Matching,
): Result<MatchedItem, DossierRefusal> {
  const { slug: item, stage } = model;
  if (model.department === undefined) return ok({ item, stage });
  const found = competent(model.department, dossier, matching, item);
  return found.ok ? ok({ item, stage, department: found.value }) : found;
}

function leadsOf(
  dossier: DossierFile,
  matching: Matching,
): Result<readonly StageLead[], DossierRefusal> {
  const leads: StageLead[] = [];
  for (const { slug: stage, lead } of openStages(dossier, matching.procedure)) {
    const found = competent(lead, dossier, matching);
    if (!found.ok) return found;
    leads.push({ stage, department: found.value });
  }
  return ok(leads);
}

function openStages(dossier: DossierFile, procedure: Procedure) {
  return procedure.stages.filter(({ slug }) => own(dossier.stages, slug)?.outcome === undefined);
}

function competent(
  department: DepartmentKind,
  { region }: DossierFile,
  { competence }: Matching,
  item?: ItemSlug,
): Result<DepartmentId, DossierRefusal> {
  const found = competence.departmentFor(department, region, item);
  return found === undefined ? no('no-competent-department', { department, region }) : ok(found);
}

function isNews({ items, leads }: Match, dossier: DossierFile): boolean {
  const slugs = new Set(items.map(({ item }) => item));
  const isGone = (item: ItemState) =>
    item.phase === 'planned' && !item.addedByHand && !slugs.has(item.item);
  return (
    items.some((one) => isMoved(one, own(dossier.items, one.item))) ||
    leads.some(({ stage, department }) => leadOf(dossier, stage) !== department) ||
    Object.values(dossier.items).some(isGone)
  );
}

function isMoved({ stage, department }: MatchedItem, known: ItemState | undefined): boolean {
  return known === undefined || known.stage !== stage || known.department !== department;
}

function leadOf(dossier: DossierFile, stage: StageSlug): DepartmentId | undefined {
  return own(dossier.stages, stage)?.lead;
}
