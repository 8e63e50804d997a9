/** What an item's machine hears. One domain event sends one signal to each item it concerns. */
export type ItemSignal =
  | 'Submitted'
  | 'CorrectionsTold'
  | 'CorrectionsSupplied'
  | 'Accepted'
  | 'Deferred'
  | 'NotAccepted'
  | 'PrerequisitesArrived'
  | 'OpinionsSolicited'
  | 'OpinionsGathered'
  | 'Handled'
  | 'Reviewed'
  | 'SentBack'
  | 'ApprovalPrepared'
  | 'Approved'
  | 'Rejected'
  | 'ReportedUp'
  | 'ResultIssued'
  | 'ResultServed'
  | 'Returned'
  | 'Withdrawn'
  | 'Dropped'
  | 'MilestoneReached'
  | 'MilestoneFailed';

/** What the dossier's machine hears. */
export type DossierSignal = 'Submitted' | 'NotAccepted' | 'Accepted' | 'Concluded' | 'Abandoned';

/** A state of an item's machine, e.g. `reviewing`; the set is the definition's. */
export type ItemStep = string;

/** The coarse place of a step, the same for all kinds of item. */
export type ItemPhase =
  | 'planned' // not applied for yet, or (external) awaited
  | 'received' // applied for, under examination or correction
  | 'waiting' // examined; accepted when its prerequisites arrive, pre-reviewed meanwhile
  | 'working' // accepted, in the department's hands
  | 'decided' // decision made, paper on its way
  | 'ended';

export type ItemEnding =
  | 'approved'
  | 'rejected'
  | 'not-accepted'
  | 'returned'
  | 'withdrawn'
  | 'dropped'
  | 'reached' // external: the milestone came
  | 'failed'; // external: it will not come

export type DossierStatus = 'draft' | 'submitted' | 'accepted' | 'concluded' | 'abandoned';
