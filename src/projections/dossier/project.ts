import { dossierOfStream } from '../../codec/dossier-stream.ts';
import { millisecondsBetween } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import { paperNumberOf, type Paper } from '../dossier-trail.ts';
import {
  eventRows,
  rowsIn,
  type ReadModel,
  type TakenEvent,
  type TouchedDossier,
} from '../read-model.ts';
import type { RowOf } from '../storage/table.ts';
import { factsOf } from './facts.ts';
import { itemRows } from './item-rows.ts';
import {
  dossierEvents,
  dossierIntakes,
  dossierItems,
  dossierMaterials,
  dossierPapers,
  dossiers,
  dossierStages,
} from './tables.ts';

/** A dossier with everything on its page: file, timeline, parallel items, papers. */
export const dossierModel: ReadModel = {
  name: 'dossier',
  version: 1,
  tables: [
    dossiers,
    dossierEvents,
    dossierItems,
    dossierStages,
    dossierIntakes,
    dossierPapers,
    dossierMaterials,
  ],
  ofEvent: eventRows(dossierEvents, eventRow),
  project: (touched) => [
    rowsIn(dossiers, [dossierRow(touched)]),
    rowsIn(dossierItems, itemRows(touched)),
    rowsIn(dossierStages, stageRows(touched)),
    rowsIn(dossierIntakes, intakeRows(touched)),
    rowsIn(dossierPapers, paperRows(touched)),
    rowsIn(dossierMaterials, materialRows(touched)),
  ],
};

function dossierRow({ dossier, last }: TouchedDossier): RowOf<typeof dossiers> {
  return {
    dossier: dossier.number,
    project_name: dossier.projectName,
    project_code: dossier.projectCode ?? null,
    region: dossier.region,
    status: dossier.status,
    outcome: dossier.status === 'concluded' ? dossier.outcome : null,
    abandoned_because: dossier.status === 'abandoned' ? dossier.reason : null,
    procedure_id: dossier.procedure.id,
    procedure_version: dossier.procedure.version,
    procedure_hash: dossier.procedure.hash,
    pinned: dossier.pinned ? 1 : 0,
    investor_name: dossier.investor.name,
    investor_kind: dossier.investor.kind,
    investor_credit_code: dossier.investor.creditCode ?? null,
    investor_contact: dossier.investor.contact.subject,
    agent: dossier.agent ?? null,
    opened_at: dossier.openedAt,
    last_occurred_at: last.occurredAt,
    last_recorded_at: last.recordedAt,
    revision: last.revision,
    position: last.position,
  };
}

function eventRow({ recorded, stage }: TakenEvent): RowOf<typeof dossierEvents> {
  const { event, metadata, revision, position, stream } = recorded;
  const dossier = dossierOfStream(stream);
  invariant(dossier !== undefined, `${stream} is the stream of a dossier`);
  const { occurredAt, recordedAt, actor } = metadata;
  const item = 'item' in event.data ? (event.data.item ?? null) : null;
  return {
    dossier,
    revision,
    position,
    type: event.type,
    occurred_at: occurredAt,
    recorded_at: recordedAt,
    back_entry_ms: millisecondsBetween(occurredAt, recordedAt),
    item,
    stage: stage ?? null,
    paper: paperNumberOf(event) ?? null,
    person: actor.person,
    post: actor.post,
    department: actor.department ?? null,
    on_behalf_of: actor.onBehalfOf ?? null,
    facts: JSON.stringify(factsOf(event)),
  };
}

function stageRows({ dossier }: TouchedDossier): readonly RowOf<typeof dossierStages>[] {
  return Object.entries(dossier.stages).map(
    ([stage, { lead, preReviewRequested, outcome }], place) => ({
      dossier: dossier.number,
      stage,
      place,
      lead: lead ?? null,
      pre_review_requested: preReviewRequested ? 1 : 0,
      outcome: outcome ?? null,
    }),
  );
}

function intakeRows({ dossier, trail }: TouchedDossier): readonly RowOf<typeof dossierIntakes>[] {
  return dossier.intakes.map((intake) => ({
    dossier: dossier.number,
    intake: intake.intake,
    stage: intake.stage,
    status: intake.status,
    submitted_at: trail.submittedAt[intake.intake - 1] ?? dossier.openedAt,
    collect_corrections_until: intake.collectCorrectionsUntil,
    items: JSON.stringify(intake.items),
    materials: JSON.stringify(intake.materials),
    noted: JSON.stringify(intake.noted),
  }));
}

function paperRows({ dossier, trail }: TouchedDossier): readonly RowOf<typeof dossierPapers>[] {
  return trail.papers.map((paper) => ({
    dossier: dossier.number,
    paper: paper.number,
    kind: paper.kind,
    issued_at: paper.issuedAt,
    intake: paper.intake ?? null,
    item: paper.item ?? null,
    title: paper.title ?? null,
    valid_until: paper.validUntil ?? null,
    ...serviceOf(paper),
  }));
}

function serviceOf({
  service,
}: Paper): Pick<RowOf<typeof dossierPapers>, 'served_on' | 'served_by' | 'served_proof'> {
  if (!service) return { served_on: null, served_by: null, served_proof: null };
  const { servedOn, manner, proof } = service;
  return { served_on: servedOn, served_by: manner, served_proof: proof };
}

function materialRows({ dossier }: TouchedDossier): readonly RowOf<typeof dossierMaterials>[] {
  return Object.entries(dossier.materials).flatMap(([material, attachments]) =>
    attachments.map((attachment) => ({
      dossier: dossier.number,
      material,
      hash: attachment.hash,
      size_bytes: attachment.sizeBytes,
      media_type: attachment.mediaType,
      file_name: attachment.fileName,
    })),
  );
}
