import type { ItemAction } from '../../domain/dossier/next/next-action.ts';
import type { ItemState } from '../../domain/dossier/state.ts';
import type { DossierNumber, ItemSlug } from '../../kernel/ids.ts';
import type { TouchedDossier } from '../read-model.ts';
import type { RowOf } from '../storage/table.ts';
import type { dossierItems } from './tables.ts';

type ItemRow = RowOf<typeof dossierItems>;

const NOTHING = '[]';

/** The items side by side. One that has ended is nobody's turn. */
export function itemRows({ dossier, next }: TouchedDossier): readonly ItemRow[] {
  const actions = new Map<ItemSlug, ItemAction>();
  for (const action of next) if (action.about === 'item') actions.set(action.item, action);
  return Object.values(dossier.items).map((item, place) =>
    itemRow(item, { dossier: dossier.number, place, action: actions.get(item.item) }),
  );
}

interface Around {
  readonly dossier: DossierNumber;
  readonly place: number;
  readonly action: ItemAction | undefined;
}

/** One literal: rows put together from parts cost a rebuild three objects more for each item. */
function itemRow(item: ItemState, { dossier, place, action }: Around): ItemRow {
  return {
    dossier,
    item: item.item,
    place,
    stage: item.stage,
    department: orNull(item.department),
    step: item.step,
    phase: item.phase,
    granted: item.granted ? 1 : 0,
    ending: orNull(item.ending),
    intake: orNull(item.intake),
    attempt: item.attempt,
    accepted_at: orNull(item.acceptedAt),
    decided_at: orNull(item.decidedAt),
    decision: orNull(item.decision),
    paper: orNull(item.paper),
    advice: orNull(item.advice),
    handled_by: orNull(item.handledBy),
    reviewed_by: orNull(item.reviewedBy),
    proposal: orNull(item.proposal),
    prepared: item.prepared ? 1 : 0,
    answer_opinions_by: orNull(item.answerOpinionsBy),
    opinions: opinionsOf(item),
    turns: listText(action?.turns),
    exits: listText(action?.exits),
    waits_for: listText(action?.waitsFor),
  };
}

function orNull<Kept>(value: Kept | undefined): Kept | null {
  return value ?? null;
}

function opinionsOf({ opinions }: ItemState): string {
  const asked = Object.entries(opinions);
  return asked.length === 0
    ? NOTHING
    : JSON.stringify(asked.map(([department, opinion]) => ({ department, ...opinion })));
}

function listText(list: readonly unknown[] | undefined): string {
  return list === undefined || list.length === 0 ? NOTHING : JSON.stringify(list);
}
