import type { RowOf } from '../storage/table.ts';
import { withoutNulls } from '../without-nulls.ts';
import type * as tables from './tables.ts';
import type {
  DossierView,
  IntakeView,
  ItemView,
  MaterialView,
  PaperView,
  StageView,
  TimelineEntry,
} from './views.ts';

/*
 * From rows to what is shown. Words of the domain went into the tables through `project.ts` alone,
 * so they come out as what they were.
 */

export function fileOf(row: RowOf<typeof tables.dossiers>): DossierView {
  const { investor_credit_code: creditCode, abandoned_because: abandonedBecause } = row;
  return {
    number: row.dossier,
    projectName: row.project_name,
    region: row.region,
    status: row.status,
    procedure: {
      id: row.procedure_id,
      version: row.procedure_version,
      hash: row.procedure_hash,
    },
    pinned: row.pinned === 1,
    investor: {
      name: row.investor_name,
      kind: row.investor_kind,
      contact: row.investor_contact,
      ...withoutNulls({ creditCode }),
    },
    openedAt: row.opened_at,
    lastOccurredAt: row.last_occurred_at,
    lastRecordedAt: row.last_recorded_at,
    revision: row.revision,
    position: row.position,
    ...withoutNulls({
      projectCode: row.project_code,
      outcome: row.outcome,
      abandonedBecause,
      agent: row.agent,
    }),
  } as DossierView;
}

export function entryOf(row: RowOf<typeof tables.dossierEvents>): TimelineEntry {
  const { item, stage, paper, person, post, department, on_behalf_of: onBehalfOf } = row;
  return {
    dossier: row.dossier,
    revision: row.revision,
    position: row.position,
    type: row.type,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
    backEntryMs: row.back_entry_ms,
    actor: { person, post, ...withoutNulls({ department, onBehalfOf }) },
    facts: JSON.parse(row.facts) as TimelineEntry['facts'],
    ...withoutNulls({ item, stage, paper }),
  } as TimelineEntry;
}

export function itemOf(row: RowOf<typeof tables.dossierItems>): ItemView {
  const { dossier, item, stage, step, phase, attempt } = row;
  const { department, ending, intake, decision, paper, advice, proposal } = row;
  return {
    dossier,
    item,
    stage,
    step,
    phase,
    attempt,
    granted: row.granted === 1,
    isPrepared: row.prepared === 1,
    opinions: JSON.parse(row.opinions) as ItemView['opinions'],
    turns: JSON.parse(row.turns) as ItemView['turns'],
    exits: JSON.parse(row.exits) as ItemView['exits'],
    waitsFor: JSON.parse(row.waits_for) as ItemView['waitsFor'],
    ...withoutNulls({ department, ending, intake, decision, paper, advice, proposal }),
    ...withoutNulls({
      acceptedAt: row.accepted_at,
      decidedAt: row.decided_at,
      handledBy: row.handled_by,
      reviewedBy: row.reviewed_by,
      answerOpinionsBy: row.answer_opinions_by,
    }),
  } as ItemView;
}

export function stageOf(row: RowOf<typeof tables.dossierStages>): StageView {
  const { dossier, stage, lead, outcome } = row;
  const preReviewRequested = row.pre_review_requested === 1;
  return { dossier, stage, preReviewRequested, ...withoutNulls({ lead, outcome }) } as StageView;
}

export function intakeOf(row: RowOf<typeof tables.dossierIntakes>): IntakeView {
  return {
    dossier: row.dossier,
    intake: row.intake,
    stage: row.stage,
    status: row.status,
    submittedAt: row.submitted_at,
    collectCorrectionsUntil: row.collect_corrections_until,
    items: JSON.parse(row.items) as IntakeView['items'],
    materials: JSON.parse(row.materials) as IntakeView['materials'],
    noted: JSON.parse(row.noted) as IntakeView['noted'],
  } as IntakeView;
}

export function paperOf(row: RowOf<typeof tables.dossierPapers>): PaperView {
  const { dossier, paper: number, kind, intake, item, title } = row;
  return {
    dossier,
    number,
    kind,
    issuedAt: row.issued_at,
    ...withoutNulls({
      intake,
      item,
      title,
      validUntil: row.valid_until,
      servedOn: row.served_on,
      servedBy: row.served_by,
      servedProof: row.served_proof,
    }),
  } as PaperView;
}

export function materialOf(row: RowOf<typeof tables.dossierMaterials>): MaterialView {
  return {
    dossier: row.dossier,
    material: row.material,
    hash: row.hash,
    sizeBytes: row.size_bytes,
    mediaType: row.media_type,
    fileName: row.file_name,
  } as MaterialView;
}
