import type { Refusal } from '../../../src/application/refusals.ts';
import type { StoreFaultFacts } from '../../../src/eventstore/faults.ts';
import type { ReadModelFaultFacts } from '../../../src/projections/faults.ts';
import type { FactsOf } from '../../../src/wording/voice.ts';

/** Ids and texts without their brands, so that samples can be written down plainly. */
type Plain<Value> = Value extends string
  ? Value extends { readonly __brand: string }
    ? string
    : Value
  : Value extends number
    ? number
    : Value extends readonly (infer One)[]
      ? readonly Plain<One>[]
      : { readonly [Key in keyof Value]: Plain<Value[Key]> };

const from = '2026-01-01T00:00:00.000Z';
const to = '2026-06-30T16:00:00.000Z';
const day = 'x-2026-11-22';
const item = 'x-item';
const items = ['x-item-1', 'x-item-2'];
const stage = 'x-stage';
const dossier = 'x-dossier';
const department = 'x-department';
const departments = ['x-department-1', 'x-department-2'];
const person = 'x-person';
const material = 'x-material';
const hash = 'x-hash';
const intake = 7;
const post = 'x-post';
const procedure = 'x-procedure';

/** One sample of the facts of every refusal; total by its type. */
export const REFUSAL_SAMPLES: Plain<FactsOf<Refusal>> = {
  'dossier-exists': { dossier },
  'dossier-missing': { dossier },
  'dossier-not-in-status': { status: 'draft', command: 'AcceptApplication' },
  'secret-project': { projectName: 'x-project' },
  'occurred-in-the-future': { occurredAt: to, recordedAt: from },
  'occurred-before-dossier': { occurredAt: from, openedAt: to },
  'project-code-malformed': { projectCode: 'x-code' },
  'project-code-missing': { dossier },
  'project-code-assigned': { projectCode: 'x-code' },
  'form-field-unknown': { fields: ['x-field-1', 'x-field-2'] },
  'form-answer-invalid': { fields: ['x-field'] },
  'form-incomplete': { fields: ['x-field'] },
  'not-eligible': { conditions: ['x-condition'] },
  'no-competent-department': { department: 'x-kind', region: 'x-331100' },
  'nothing-to-apply-for': { stage },
  'stage-unknown': { stage },
  'stage-concluded': { stage },
  'stage-items-open': { stage, items },
  'stages-open': { stages: ['x-stage-1', 'x-stage-2'] },
  'item-unknown': { item },
  'item-not-in-dossier': { item },
  'item-in-dossier': { item },
  'item-not-in-step': { item, step: 'waiting-reviewing', command: 'ApproveItem' },
  'item-not-of-stage': { item, stage },
  'item-not-of-intake': { item, intake },
  'prerequisites-missing': { item, missing: items },
  'material-unknown': { material },
  'material-attached': { material, hash },
  'material-not-attached': { material, hash },
  'material-frozen': { material, hash },
  'materials-missing': { materials: ['x-material-1', 'x-material-2'] },
  'pre-review-requested': { stage },
  'pre-review-not-requested': { stage },
  'intake-unknown': { intake },
  'intake-closed': { intake },
  'corrections-already-told': { intake },
  'corrections-not-told': { intake },
  'corrections-outstanding': { intake, items },
  'correction-day-passed': { intake, until: day },
  'correction-day-not-reached': { intake, until: day, silent: items },
  'nothing-to-correct': { intake },
  'opinion-not-asked': { item, department },
  'opinion-already-given': { item, department },
  'opinion-reason-missing': { item },
  'opinion-department-not-listed': { item, departments },
  'opinion-own-department': { item, department },
  'answer-day-past': { item, answerBy: day },
  'disagreement-unanswered': { item, departments },
  'reviewer-is-handler': { item, person },
  'approver-is-handler': { item, person },
  'approver-is-reviewer': { item, person },
  'grounds-incomplete': { missing: ['reason', 'remedy', 'x-part'] },
  'reason-missing': { command: 'DropItem' },
  'served-before-decided': { item, servedOn: day },
  'day-in-the-future': { day },
  'paper-already-expired': { item, validUntil: day },
  'agent-already-assigned': { agent: person },
  'investor-unchanged': { name: 'x-name' },
  'procedure-unchanged': { procedure, version: 3 },
  'procedure-of-other-kind': { from: 'x-from', to: 'x-to' },
  'procedure-move-loses-items': { items },
  'department-exists': { department },
  'department-unknown': { department },
  'department-closed': { department },
  'department-name-missing': { department },
  'region-malformed': { region: 'x-33' },
  'department-posts-open': { department, posts: ['x-post-1', 'x-post-2'] },
  'closing-reason-missing': { department },
  'competence-empty': { department },
  'competence-unchanged': { department },
  'competence-taken': { department, kind: 'x-kind', region: 'x-331100', by: 'x-other', items },
  'person-exists': { person },
  'person-unknown': { person },
  'person-reserved': { person },
  'person-name-missing': { person },
  'person-name-of-other': { person, subject: 'x-other' },
  'sign-in-missing': { person },
  'sign-in-taken': { subject: 'x-subject', person },
  'post-exists': { post },
  'post-unknown': { post },
  'post-needs-department': { kind: 'handler' },
  'post-without-department': { kind: 'agent', department },
  'post-period-empty': { from: to, to: from },
  'post-overlaps': { person, kind: 'handler', post, from, to },
  'letter-missing': { post },
  'post-ended': { post, to },
  'post-ends-before-start': { post, from: to, at: from },
  'ending-reason-missing': { post },
  'procedure-version-published': { procedure, version: 3 },
  'procedure-version-not-next': { procedure, version: 3, latest: 4 },
  'request-id-reused': { requestId: 'x-request' },
  'too-much-contention': { dossier, attempts: 8 },
  'attachment-missing': { hash },
  'attachment-too-large': { limitBytes: 104_857_600 },
  'attachment-type-not-allowed': { mediaType: 'x-application/zip' },
  'procedure-not-published': { procedure },
  'post-not-held': { person, post: 'handler', department, at: from },
  'outside-authority': {
    command: 'ApproveItem',
    person,
    post: 'handler',
    neededPosts: ['approver'],
    neededDepartments: departments,
  },
  'not-found': { thing: 'dossier', id: 'x-id' },
};

type Fault = StoreFaultFacts | ReadModelFaultFacts;
type SampleFaults<Facts extends Fault> = {
  readonly [Code in Facts['code']]: Plain<Omit<Extract<Facts, { readonly code: Code }>, 'code'>>;
};

const path = 'x-path';
const place = 'x-place';
const reason = 'x-reason';
const id = 'x-id';
const checkpoint = 'x-checkpoint';

export const STORE_FAULT_SAMPLES: SampleFaults<StoreFaultFacts> = {
  'stream-conflict': { stream: 'x-stream', expected: 'none', actual: 4 },
  'event-id-reused': { id, stream: 'x-stream' },
  'store-unavailable': { reason },
  'store-full': { path },
  'store-corrupt': { path, reason },
  'store-foreign': { path },
  'store-newer': { path, found: 9, known: 1 },
  'store-locked': { path },
  'store-refused': { reason: 'UNAUTHENTICATED' },
  'store-closed': {},
};

export const READ_MODEL_FAULT_SAMPLES: SampleFaults<ReadModelFaultFacts> = {
  'read-models-ahead': { place, checkpoint, head: 'x-head' },
  'read-models-of-other-log': { place, checkpoint },
  'read-models-behind': { asked: 'x-asked', reached: 'x-reached' },
  'read-models-rebuilding': { place },
  'read-models-unusable': { place, reason },
  'read-models-full': { place },
  'cursor-invalid': { cursor: 'x-cursor' },
  'read-models-closed': {},
};
