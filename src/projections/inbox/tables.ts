import { table } from '../storage/table.ts';

/**
 * One row for each matter in which it is a department's turn. `about` is `item`, `opinion` (asked
 * of this department), `intake` (an application to examine), `milestone` (to be written down when
 * it comes), `stage` or `dossier` (to be concluded); `subject` names the item, intake or stage.
 */
export const inbox = table({
  name: 'inbox',
  columns: {
    dossier: 'text',
    about: 'text',
    subject: 'text',
    department: 'text',
    since: 'text',
    accepted_at: 'text?',
    stage: 'text?',
    step: 'text?',
    phase: 'text?',
    project_name: 'text',
    posts: 'text',
    turns: 'text',
  },
  key: ['dossier', 'about', 'subject', 'department'],
  indexes: [
    { name: 'inbox_by_since', columns: ['department', 'since', 'dossier', 'about', 'subject'] },
  ],
});
