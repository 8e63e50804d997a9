import type { ItemAction } from '../../domain/dossier/next/next-action.ts';
import type { ItemState } from '../../domain/dossier/state.ts';
import type { ItemSlug } from '../../kernel/ids.ts';
import type { TouchedDossier } from '../read-model.ts';
import type { RowOf } from '../storage/table.ts';
import type { dossierItems } from './tables.ts';

type ItemRow = RowOf<typeof dossierItems>;

const NOTHING = '[]';

/** The items side by side. One that has ended is nobody's turn. */
export function itemRows({ dossier, next }: TouchedDossier): readonly ItemRow[] {
  const actions = new Map<ItemSlug, ItemAction>();
  for (const action of next) if (action.about === 'item') actions.set(action.item, action);
  return Object.values(dossier.items).map((item, place) => ({
    ...standingOf(item),
    ...decisionOn(item),
    dossier: dossier.number,
    item: item.item,
    place,
    ...movesOf(actions.get(item.item)),
  }));
}

type Standing = Omit<ItemRow, 'dossier' | 'item' | 'place' | keyof Moves | keyof Decision>;

function standingOf(item: ItemState): Standing {
  return {
    stage: item.stage,
    department: item.department ?? null,
    step: item.step,
    phase: item.phase,
    granted: item.granted ? 1 : 0,
    ending: item.ending ?? null,
    intake: item.intake ?? null,
    attempt: item.attempt,
    accepted_at: item.acceptedAt ?? null,
    advice: item.advice ?? null,
    answer_opinions_by: item.answerOpinionsBy ?? null,
    opinions: opinionsOf(item),
  };
}

type Decision = Pick<
  ItemRow,
  'handled_by' | 'reviewed_by' | 'proposal' | 'prepared' | 'decided_at' | 'decision' | 'paper'
>;

function decisionOn(item: ItemState): Decision {
  return {
    handled_by: item.handledBy ?? null,
    reviewed_by: item.reviewedBy ?? null,
    proposal: item.proposal ?? null,
    prepared: item.prepared ? 1 : 0,
    decided_at: item.decidedAt ?? null,
    decision: item.decision ?? null,
    paper: item.paper ?? null,
  };
}

function opinionsOf({ opinions }: ItemState): string {
  const asked = Object.entries(opinions);
  return asked.length === 0
    ? NOTHING
    : JSON.stringify(asked.map(([department, opinion]) => ({ department, ...opinion })));
}

type Moves = Pick<ItemRow, 'turns' | 'exits' | 'waits_for'>;

function movesOf(action: ItemAction | undefined): Moves {
  return {
    turns: listText(action?.turns),
    exits: listText(action?.exits),
    waits_for: listText(action?.waitsFor),
  };
}

function listText(list: readonly unknown[] | undefined): string {
  return list === undefined || list.length === 0 ? NOTHING : JSON.stringify(list);
}
