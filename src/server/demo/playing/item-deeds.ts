import { own } from '../../../domain/dossier/own.ts';
import { addDays } from '../../../kernel/instant.ts';
import type { DepartmentId, ItemSlug, MaterialSlug } from '../../../kernel/ids.ts';
import type { Deed, Occasion } from './move.ts';
import { PHRASES } from './phrases.ts';
import { incidentOf, type IncidentOf, type Script } from './script.ts';
import type { SeenItem, Sight } from './sight.ts';

export type ItemCommand = Exclude<
  Extract<Deed, { readonly item: ItemSlug }>['type'],
  | 'RecordMilestone'
  | 'RecordMilestoneFailure'
  | 'ReturnItem'
  | 'WithdrawItem'
  | 'AddItem'
  | 'DropItem'
  | 'SendBackItem'
>;

/** A matter on a department's desk. */
export interface Matter {
  readonly item: ItemSlug;
  readonly seen: SeenItem;
  readonly department: DepartmentId;
  readonly sight: Sight;
  readonly script: Script;
  readonly occasion: Occasion;
}

const ANSWER_WITHIN_DAYS = 5;

/** What would be sent for this command, `undefined` where there is no reason to. */
export function itemDeed(command: ItemCommand, matter: Matter): Deed | undefined {
  return DEEDS[command](matter);
}

const DEEDS: Readonly<Record<ItemCommand, (matter: Matter) => Deed | undefined>> = {
  AdvisePreReview: ({ item, script }) => {
    const note = incidentOf(script, 'not-ready', item)?.note;
    return note === undefined
      ? { type: 'AdvisePreReview', item, advice: 'ready', note: PHRASES.ready }
      : { type: 'AdvisePreReview', item, advice: 'not-ready', note };
  },
  NoteCorrections: (matter) => {
    const { item } = matter;
    if (!isSilent(matter)) return undefined;
    return { type: 'NoteCorrections', item, corrections: correctionsOf(matter) };
  },
  SolicitOpinions: ({ item, seen, script, occasion }) => {
    const departments = own(script.opinionsFrom, item) ?? [];
    if (departments.length === 0 || seen.opinions.length > 0) return undefined;
    const answerBy = addDays(occasion.today, ANSWER_WITHIN_DAYS);
    return {
      type: 'SolicitOpinions',
      item,
      departments: departments as DepartmentId[],
      question: PHRASES.question(nameOf(item, script)),
      answerBy,
    };
  },
  GiveOpinion: ({ item, department, script }) => {
    const disagreement = incidentOf(script, 'disagreement', item);
    return disagreement?.department === department
      ? { type: 'GiveOpinion', item, answer: 'disagree', reason: disagreement.reason }
      : { type: 'GiveOpinion', item, answer: 'agree', reason: PHRASES.agreed };
  },
  HandleItem: (matter) => {
    const rejection = rejectionOf(matter);
    const { item } = matter;
    return rejection
      ? { type: 'HandleItem', item, proposal: 'reject', opinion: rejection.opinion }
      : { type: 'HandleItem', item, proposal: 'approve', opinion: PHRASES.handled };
  },
  ReviewItem: ({ item, seen }) => {
    const proposal = seen.proposal ?? 'approve';
    return { type: 'ReviewItem', item, proposal, opinion: PHRASES.reviewed[proposal] };
  },
  ApproveItem: ({ item, seen, script }) => {
    const disagreement = incidentOf(script, 'disagreement', item);
    const isOverridden = disagreement !== undefined && seen.opinions.includes('disagree');
    return {
      type: 'ApproveItem',
      item,
      ...(isOverridden && { overridingReason: disagreement.overridingReason }),
    };
  },
  RejectItem: (matter) => {
    const { item, seen } = matter;
    const rejection = seen.proposal === 'reject' ? rejectionOf(matter) : undefined;
    return rejection && { type: 'RejectItem', item, grounds: rejection.grounds };
  },
  ReportUp: ({ item }) => ({
    type: 'ReportUp',
    item,
    superior: PHRASES.superior,
    reference: PHRASES.report(item),
  }),
  RecordSuperiorAnswer: ({ item }) => ({
    type: 'RecordSuperiorAnswer',
    item,
    answer: 'approved',
    reference: PHRASES.answer(item),
  }),
  IssueResult: ({ item, seen, script }) => ({
    type: 'IssueResult',
    item,
    title: seen.proposal === 'reject' ? PHRASES.rejection : paperOf(item, script),
  }),
  ServeResult: ({ item, occasion }) => ({
    type: 'ServeResult',
    item,
    manner: 'electronic',
    proof: PHRASES.receipt(item),
    servedOn: occasion.today,
  }),
};

function isSilent({ item, seen, sight }: Matter): boolean {
  const intake = sight.intakes.find((one) => one.intake === seen.intake);
  return intake?.status === 'examining' && own(intake.noted, item) === undefined;
}

/** Only the first application is found wanting. */
function correctionsOf({ item, seen, script }: Matter) {
  const found = seen.attempt === 1 ? incidentOf(script, 'correction', item) : undefined;
  if (!found) return [];
  const { problem, note } = found;
  return [{ material: found.material as MaterialSlug, problem, note }];
}

function rejectionOf({ item, seen, script }: Matter): IncidentOf<'rejection'> | undefined {
  return seen.attempt === 1 ? incidentOf(script, 'rejection', item) : undefined;
}

function nameOf(id: string, { names }: Script): string {
  return own(names, id) ?? id;
}

function paperOf(item: ItemSlug, script: Script): string {
  return own(script.papersIssued, item) ?? nameOf(item, script);
}
