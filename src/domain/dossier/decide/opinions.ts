import type { DepartmentId } from '../../../kernel/ids.ts';
import { dayOf } from '../../../kernel/instant.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierCommandOf } from '../commands.ts';
import type { DossierEvent } from '../events.ts';
import { itemIn, modelOf } from '../evolve/stepping.ts';
import { own } from '../own.ts';
import { no } from '../refusals.ts';
import type { ItemState, OpenDossierState, OpinionState } from '../state.ts';
import { blankReason, isBlank, unheard } from './checks.ts';
import { happens, payload, type Decide, type Decision, type Refused } from './decision.ts';

type Give = DossierCommandOf<'GiveOpinion'>;

/** What an actor without a department is called in a refusal. */
const NO_DEPARTMENT = '' as DepartmentId;

export const solicitOpinions: Decide<'SolicitOpinions'> = (command, dossier, circumstances) => {
  const { item, answerBy } = command;
  const departments = [...new Set(command.departments)];
  return (
    unheard(command, ['OpinionsSolicited'], dossier, circumstances) ??
    blankReason(command, command.question) ??
    wronglyAsked(departments, itemIn(dossier, item), circumstances) ??
    (answerBy < dayOf(circumstances.occurredAt)
      ? no('answer-day-past', { item, answerBy })
      : undefined) ??
    happens({ type: 'OpinionsSolicited', data: { ...payload(command), departments } })
  );
};

function wronglyAsked(
  departments: readonly DepartmentId[],
  { item, department }: ItemState,
  { procedure, competence }: Circumstances,
): Refused | undefined {
  if (department !== undefined && departments.includes(department)) {
    return no('opinion-own-department', { item, department });
  }
  const listed = modelOf(procedure, item).opinionsFrom;
  const strangers = departments.filter((one) => {
    const kind = competence.kindOf(one);
    return kind === undefined || !listed.includes(kind);
  });
  return strangers.length > 0 || departments.length === 0
    ? no('opinion-department-not-listed', { item, departments: strangers })
    : undefined;
}

/** The last final answer gathers the opinions in the same moment. */
export const giveOpinion: Decide<'GiveOpinion'> = (command, dossier, circumstances) =>
  unheard(command, ['OpinionsGathered'], dossier, circumstances) ??
  given(command, dossier, circumstances);

function given(
  command: Give,
  dossier: OpenDossierState,
  { by: { department } }: Circumstances,
): Decision {
  const { item: slug, answer } = command;
  const item = itemIn(dossier, slug);
  const before = department === undefined ? undefined : own(item.opinions, department);
  if (department === undefined || before === undefined) {
    return no('opinion-not-asked', { item: slug, department: department ?? NO_DEPARTMENT });
  }
  if (isAnswered(before, answer)) return no('opinion-already-given', { item: slug, department });
  if (answer !== 'agree' && isBlank(command.reason)) {
    return no('opinion-reason-missing', { item: slug });
  }
  const event: DossierEvent = {
    type: 'OpinionGiven',
    data: { ...payload(command), department },
  };
  return isLast(item, department, answer)
    ? happens(event, { type: 'OpinionsGathered', data: { item: slug } })
    : happens(event);
}

/** After a report to the department's own superior one more answer follows, which is final. */
function isAnswered(before: OpinionState, answer: Give['answer']): boolean {
  return isFinal(before.answer) || (before.answer === 'report-up' && answer === 'report-up');
}

export function isFinal(answer: OpinionState['answer']): boolean {
  return answer === 'agree' || answer === 'disagree';
}

function isLast(item: ItemState, department: DepartmentId, answer: Give['answer']): boolean {
  return (
    isFinal(answer) &&
    Object.entries(item.opinions).every(([id, one]) => id === department || isFinal(one.answer))
  );
}
