import { table } from '../storage/table.ts';

/** One row a dossier that is in an agent's care. */
export const desk = table({
  name: 'desk',
  columns: {
    dossier: 'text',
    agent: 'text',
    is_open: 'integer',
    is_agents_turn: 'integer',
    project_name: 'text',
    project_code: 'text?',
    procedure_id: 'text',
    region: 'text',
    status: 'text',
    outcome: 'text?',
    open_items: 'integer',
    ended_items: 'integer',
    turns: 'text',
    next: 'text',
    opened_at: 'text',
    last_activity_at: 'text',
  },
  key: ['dossier'],
  indexes: [
    { name: 'desk_by_activity', columns: ['agent', 'is_open', 'last_activity_at', 'dossier'] },
    { name: 'desk_by_opening', columns: ['agent', 'is_open', 'opened_at', 'dossier'] },
  ],
});
