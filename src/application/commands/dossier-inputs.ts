import { z } from 'zod';
import {
  answers,
  correction,
  day,
  departmentId,
  freeText,
  grounds,
  intake,
  investor,
  itemSlug,
  materialSlug,
  name,
  personId,
  procedureId,
  region,
  sha256,
  stageSlug,
} from './parts.ts';

const onItem = { item: itemSlug };
const proposal = { ...onItem, proposal: z.enum(['approve', 'reject']), opinion: freeText };
const someItems = z.array(itemSlug).min(1).max(200).exactOptional();
const reason = { reason: freeText };

/** What a client sends to open a dossier; the number is ours to give. */
const openDossierInput = z.strictObject({
  type: z.literal('OpenDossier'),
  procedure: procedureId,
  projectName: name,
  region,
  investor,
  agent: personId.exactOptional(),
  secret: z.boolean(),
});

const draftingInputs = [
  z.strictObject({ type: z.literal('AssignProjectCode'), projectCode: z.string().max(40) }),
  z.strictObject({ type: z.literal('FillForm'), answers }),
  z.strictObject({
    type: z.literal('AttachMaterial'),
    material: materialSlug,
    hash: sha256,
    fileName: name,
  }),
  z.strictObject({ type: z.literal('RemoveMaterial'), material: materialSlug, hash: sha256 }),
  z.strictObject({ type: z.literal('RequestPreReview'), stage: stageSlug }),
  z.strictObject({
    type: z.literal('AdvisePreReview'),
    ...onItem,
    advice: z.enum(['ready', 'not-ready']),
    note: freeText,
  }),
] as const;

const intakeInputs = [
  z.strictObject({ type: z.literal('SubmitApplication'), stage: stageSlug, items: someItems }),
  z.strictObject({
    type: z.literal('NoteCorrections'),
    ...onItem,
    corrections: z.array(correction).max(100),
  }),
  z.strictObject({ type: z.literal('TellCorrections'), intake }),
  z.strictObject({ type: z.literal('SupplyCorrections'), intake }),
  z.strictObject({ type: z.literal('AcceptApplication'), intake, items: someItems }),
  z.strictObject({ type: z.literal('RefuseAcceptance'), intake, items: someItems, grounds }),
] as const;

const handlingInputs = [
  z.strictObject({
    type: z.literal('SolicitOpinions'),
    ...onItem,
    departments: z.array(departmentId).min(1).max(50),
    question: freeText,
    answerBy: day,
  }),
  z.strictObject({
    type: z.literal('GiveOpinion'),
    ...onItem,
    answer: z.enum(['agree', 'disagree', 'report-up']),
    reason: freeText.exactOptional(),
  }),
  z.strictObject({ type: z.literal('HandleItem'), ...proposal }),
  z.strictObject({ type: z.literal('ReviewItem'), ...proposal }),
  z.strictObject({ type: z.literal('SendBackItem'), ...onItem, ...reason }),
  z.strictObject({
    type: z.literal('ApproveItem'),
    ...onItem,
    note: freeText.exactOptional(),
    overridingReason: freeText.exactOptional(),
  }),
  z.strictObject({ type: z.literal('RejectItem'), ...onItem, grounds }),
  z.strictObject({ type: z.literal('ReportUp'), ...onItem, superior: name, reference: name }),
  z.strictObject({
    type: z.literal('RecordSuperiorAnswer'),
    ...onItem,
    answer: z.enum(['approved', 'rejected']),
    reference: name,
    grounds: grounds.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('RecordMilestone'),
    ...onItem,
    reachedOn: day,
    reference: name,
    note: freeText.exactOptional(),
  }),
  z.strictObject({ type: z.literal('RecordMilestoneFailure'), ...onItem, ...reason }),
  z.strictObject({
    type: z.literal('IssueResult'),
    ...onItem,
    title: name,
    validUntil: day.exactOptional(),
  }),
  z.strictObject({
    type: z.literal('ServeResult'),
    ...onItem,
    manner: z.enum(['window', 'post', 'electronic', 'left', 'public-notice']),
    proof: name,
    servedOn: day,
  }),
] as const;

const changeInputs = [
  z.strictObject({ type: z.literal('ReturnItem'), ...onItem, grounds }),
  z.strictObject({ type: z.literal('WithdrawItem'), ...onItem, ...reason }),
  z.strictObject({ type: z.literal('AddItem'), ...onItem, ...reason }),
  z.strictObject({ type: z.literal('DropItem'), ...onItem, ...reason }),
  z.strictObject({ type: z.literal('AssignAgent'), agent: personId }),
  z.strictObject({ type: z.literal('RenameInvestor'), name, ...reason }),
  z.strictObject({ type: z.literal('ReplaceInvestor'), investor, ...reason, basis: freeText }),
  z.strictObject({
    type: z.literal('MoveProcedure'),
    version: z.int().positive(),
    ...reason,
    authority: name,
  }),
  z.strictObject({ type: z.literal('ConcludeStage'), stage: stageSlug }),
  z.strictObject({ type: z.literal('ConcludeDossier'), note: freeText.exactOptional() }),
  z.strictObject({ type: z.literal('AbandonDossier'), ...reason }),
] as const;

/** What a client may send, one shape a command. Anything else is no command of ours. */
export const dossierCommandInput = z.discriminatedUnion('type', [
  openDossierInput,
  ...draftingInputs,
  ...intakeInputs,
  ...handlingInputs,
  ...changeInputs,
]);

export type DossierCommandInput = z.infer<typeof dossierCommandInput>;
export type DossierInputOf<Type extends DossierCommandInput['type']> = Extract<
  DossierCommandInput,
  { readonly type: Type }
>;
