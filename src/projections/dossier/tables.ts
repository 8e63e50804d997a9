import { table } from '../storage/table.ts';

/** One row a dossier. Of the investor's contact only the person's id; its values stay in the log. */
export const dossiers = table({
  name: 'dossiers',
  columns: {
    dossier: 'text',
    project_name: 'text',
    project_code: 'text?',
    region: 'text',
    status: 'text',
    outcome: 'text?',
    abandoned_because: 'text?',
    procedure_id: 'text',
    procedure_version: 'integer',
    procedure_hash: 'text',
    pinned: 'integer',
    investor_name: 'text',
    investor_kind: 'text',
    investor_credit_code: 'text?',
    investor_contact: 'text',
    agent: 'text?',
    opened_at: 'text',
    last_occurred_at: 'text',
    last_recorded_at: 'text',
    revision: 'integer',
    position: 'text',
  },
  key: ['dossier'],
  indexes: [{ name: 'dossiers_by_project', columns: ['project_code', 'dossier'] }],
});

/** One row an event: the timeline. */
export const dossierEvents = table({
  name: 'dossier_events',
  columns: {
    dossier: 'text',
    revision: 'integer',
    position: 'text',
    type: 'text',
    occurred_at: 'text',
    recorded_at: 'text',
    back_entry_ms: 'integer',
    item: 'text?',
    stage: 'text?',
    paper: 'text?',
    person: 'text',
    post: 'text',
    department: 'text?',
    on_behalf_of: 'text?',
    facts: 'text',
  },
  key: ['dossier', 'revision'],
  indexes: [],
});

/** One row an item of the dossier: the parallel approvals side by side. */
export const dossierItems = table({
  name: 'dossier_items',
  columns: {
    dossier: 'text',
    item: 'text',
    place: 'integer',
    stage: 'text',
    department: 'text?',
    step: 'text',
    phase: 'text',
    granted: 'integer',
    ending: 'text?',
    intake: 'integer?',
    attempt: 'integer',
    accepted_at: 'text?',
    decided_at: 'text?',
    decision: 'text?',
    paper: 'text?',
    advice: 'text?',
    handled_by: 'text?',
    reviewed_by: 'text?',
    proposal: 'text?',
    prepared: 'integer',
    answer_opinions_by: 'text?',
    opinions: 'text',
    turns: 'text',
    exits: 'text',
    waits_for: 'text',
  },
  key: ['dossier', 'item'],
  indexes: [],
});

export const dossierStages = table({
  name: 'dossier_stages',
  columns: {
    dossier: 'text',
    stage: 'text',
    place: 'integer',
    lead: 'text?',
    pre_review_requested: 'integer',
    outcome: 'text?',
  },
  key: ['dossier', 'stage'],
  indexes: [],
});

export const dossierIntakes = table({
  name: 'dossier_intakes',
  columns: {
    dossier: 'text',
    intake: 'integer',
    stage: 'text',
    status: 'text',
    submitted_at: 'text',
    collect_corrections_until: 'text',
    items: 'text',
    materials: 'text',
    noted: 'text',
  },
  key: ['dossier', 'intake'],
  indexes: [],
});

export const dossierPapers = table({
  name: 'dossier_papers',
  columns: {
    dossier: 'text',
    paper: 'text',
    kind: 'text',
    issued_at: 'text',
    intake: 'integer?',
    item: 'text?',
    title: 'text?',
    valid_until: 'text?',
    served_on: 'text?',
    served_by: 'text?',
    served_proof: 'text?',
  },
  key: ['dossier', 'paper'],
  indexes: [],
});

export const dossierMaterials = table({
  name: 'dossier_materials',
  columns: {
    dossier: 'text',
    material: 'text',
    hash: 'text',
    size_bytes: 'integer',
    media_type: 'text',
    file_name: 'text',
  },
  key: ['dossier', 'material', 'hash'],
  indexes: [],
});
