import type { ItemEnding, ItemPhase, ItemSignal, ItemStep } from '../../domain/dossier/signal.ts';
import type { ChainStep, ItemPlan } from './item-plan.ts';

/** One state of an item's machine before it becomes XState's: what it is and what it hears. */
export interface StepShape {
  readonly phase: ItemPhase;
  readonly ending?: ItemEnding;
  readonly granted: boolean;
  readonly hears: Readonly<Partial<Record<ItemSignal, ItemStep>>>;
}

export type StepShapes = Readonly<Record<ItemStep, StepShape>>;
type Hears = StepShape['hears'];

const WAITING = 'waiting-';
const LEAVE_EARLY: Hears = { Withdrawn: 'withdrawn', Dropped: 'dropped' };
const LEAVE: Hears = { ...LEAVE_EARLY, Returned: 'returned' };

/** The states of the item's kind, each kind put together from the pieces below. */
export function stepsOf(plan: ItemPlan): StepShapes {
  if (plan.kind === 'external') return external();
  return {
    ...intake(plan),
    ...(plan.hasPrerequisites ? waiting(plan) : {}),
    ...working(plan),
    ...outcome(plan),
    ...exits(),
  };
}

/** A milestone that others bring about: no officer, no clock. */
function external(): StepShapes {
  const hears = { MilestoneReached: 'reached', MilestoneFailed: 'failed', Dropped: 'dropped' };
  return {
    awaited: { phase: 'planned', granted: false, hears },
    reached: ended('reached', true),
    failed: ended('failed'),
    dropped: ended('dropped'),
  };
}

/** From the plan to the decision on acceptance: corrections are told once (LL art 32). */
function intake(plan: ItemPlan): StepShapes {
  const examined: Hears = {
    Accepted: firstStep(plan),
    ...(plan.hasPrerequisites ? { Deferred: WAITING + firstStep(plan) } : {}),
    NotAccepted: 'not-accepted',
    ...(decidesAtOnce(plan) ? { Approved: 'approved', Rejected: 'rejected' } : {}),
    ...LEAVE,
  };
  const correcting: Hears = {
    CorrectionsSupplied: 'corrected',
    NotAccepted: 'not-accepted',
    ...LEAVE_EARLY,
  };
  return {
    planned: {
      phase: 'planned',
      granted: false,
      hears: { Submitted: 'received', Dropped: 'dropped' },
    },
    received: step('received', { CorrectionsTold: 'correcting', ...examined }),
    correcting: step('received', correcting),
    corrected: step('received', examined),
  };
}

/** An instant item is decided at the counter, unless its definition puts a step before that. */
function decidesAtOnce(plan: ItemPlan): boolean {
  return plan.kind === 'instant' && plan.chain[0] === 'approving';
}

function firstStep(plan: ItemPlan): ItemStep {
  return plan.opinions === 'must' ? 'consulting' : (plan.chain[0] ?? 'approving');
}

/**
 * Pre-review while prerequisites are missing (Binzhou art 16): every working step has its mirror,
 * and their arrival carries the item over to where it stands. What must not be decided in advance
 * (a report to a superior) waits in `waiting-approving`.
 */
function waiting(plan: ItemPlan): StepShapes {
  const mirrored = Object.entries(preparation(plan)).map(([name, hears]) => {
    const own = Object.entries(hears).map(([signal, to]) => [signal, WAITING + to] as const);
    const arrived: Hears = { ...LEAVE, PrerequisitesArrived: name };
    return [WAITING + name, step('waiting', { ...Object.fromEntries(own), ...arrived })] as const;
  });
  const steps = Object.fromEntries(mirrored);
  const approving = steps['waiting-approving'];
  if (plan.kind === 'report-up' || !approving) return steps;
  return {
    ...steps,
    'waiting-approving': {
      ...approving,
      hears: { ApprovalPrepared: 'waiting-ready', ...approving.hears },
    },
    'waiting-ready': step('waiting', { PrerequisitesArrived: 'releasing', ...LEAVE }),
  };
}

/** The accepted item in the department's hands. */
function working(plan: ItemPlan): StepShapes {
  const decide = decision(plan);
  const steps = Object.entries(preparation(plan)).map(
    ([name, hears]) =>
      [
        name,
        step('working', { ...hears, ...(name === 'approving' ? decide : {}), ...LEAVE }),
      ] as const,
  );
  return {
    ...Object.fromEntries(steps),
    ...(plan.kind === 'report-up' ? { 'reported-up': reportedUp() } : {}),
    // Passed through in the moment of arrival, so nobody can leave from here.
    ...(plan.hasPrerequisites && plan.kind !== 'report-up'
      ? { releasing: step('working', { Approved: 'approved' }) }
      : {}),
  };
}

/** What leads up to the decision: opinions, handling, review. */
function preparation(plan: ItemPlan): Readonly<Record<ItemStep, Hears>> {
  const steps: Record<ItemStep, Hears> = {};
  const first = plan.chain[0];
  for (const [index, name] of plan.chain.entries()) {
    const next = plan.chain[index + 1];
    steps[name] = {
      ...(name === first && plan.opinions === 'may' ? { OpinionsSolicited: 'soliciting' } : {}),
      ...(next === undefined ? {} : done(name, next)),
      ...(first !== undefined && name !== first ? { SentBack: first } : {}),
    };
  }
  if (plan.opinions === 'none' || first === undefined) return steps;
  return {
    ...(plan.opinions === 'must' ? { consulting: { OpinionsSolicited: 'soliciting' } } : {}),
    soliciting: { OpinionsGathered: first },
    ...steps,
  };
}

function done(name: ChainStep, next: ChainStep): Hears {
  return name === 'handling' ? { Handled: next } : { Reviewed: next };
}

function decision(plan: ItemPlan): Hears {
  return plan.kind === 'report-up'
    ? { ReportedUp: 'reported-up', Rejected: 'rejected' }
    : { Approved: 'approved', Rejected: 'rejected' };
}

function reportedUp(): StepShape {
  return step('working', { Approved: 'approved', Rejected: 'rejected', ...LEAVE });
}

/** Decision, paper, service. A rejection is always issued in writing (LL art 38). */
function outcome(plan: ItemPlan): StepShapes {
  const rejected: StepShapes = {
    rejected: step('decided', { ResultIssued: 'rejected-issued' }),
    'rejected-issued': step('decided', { ResultServed: 'refused' }),
    refused: ended('rejected'),
  };
  if (!plan.hasResult) return { approved: ended('approved', true), ...rejected };
  return {
    approved: { ...step('decided', { ResultIssued: 'approved-issued' }), granted: true },
    'approved-issued': { ...step('decided', { ResultServed: 'concluded' }), granted: true },
    concluded: ended('approved', true),
    ...rejected,
  };
}

function exits(): StepShapes {
  return {
    'not-accepted': ended('not-accepted'),
    returned: ended('returned'),
    withdrawn: ended('withdrawn'),
    dropped: ended('dropped'),
  };
}

function step(phase: ItemPhase, hears: Hears): StepShape {
  return { phase, granted: false, hears };
}

function ended(ending: ItemEnding, granted = false): StepShape {
  return { phase: 'ended', ending, granted, hears: {} };
}
