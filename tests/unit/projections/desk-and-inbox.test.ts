import { describe, expect, it } from 'vitest';
import { deskModel } from '../../../src/projections/desk/project.ts';
import { desk } from '../../../src/projections/desk/tables.ts';
import { inboxModel } from '../../../src/projections/inbox/project.ts';
import { inbox } from '../../../src/projections/inbox/tables.ts';
import { after, nothing, type Asked } from '../../support/dossier-spec.ts';
import {
  accepted,
  approve,
  drafted,
  handle,
  OPEN,
  opine,
  review,
  solicited,
  submitted,
} from '../../support/dossier-scenes.ts';
import { person } from '../../support/sample-office.ts';
import { given } from './projecting.ts';

const agent = { type: 'AssignAgent', agent: 'agent-lin' as never } as const;

describe('the agent’s desk', () => {
  it('holds only dossiers that have an agent', () => {
    const { agent: _, ...withoutAgent } = OPEN as Extract<Asked, { type: 'OpenDossier' }>;
    const scene = after(nothing(), [withoutAgent, { by: { person: person('w'), post: 'window' } }]);
    expect(given(scene, deskModel).rows(desk)).toEqual([]);
    expect(given(after(scene, agent), deskModel).rows(desk)).toHaveLength(1);
  });

  it('says what the agent can do next', () => {
    const [row] = given(after(drafted(), agent), deskModel).rows(desk);
    expect(row).toMatchObject({
      agent: 'agent-lin',
      is_open: 1,
      is_agents_turn: 1,
      status: 'draft',
    });
    expect(JSON.parse(row?.next ?? '')).toContainEqual({
      about: 'stage',
      subject: 'planning',
      commands: ['SubmitApplication'],
    });
  });

  it('counts for each department how many matters wait for it', () => {
    const [row] = given(after(accepted(), agent), deskModel).rows(desk);
    expect(JSON.parse(row?.turns ?? '')).toContainEqual({
      of: 'item',
      department: '331100-ecology',
      matters: 1,
    });
  });

  it('does not call a milestone that may come one day the agent’s turn', () => {
    const scene = after(accepted({ landByAuction: true }), agent);
    const [row] = given(scene, deskModel).rows(desk);
    const next = JSON.parse(row?.next ?? '') as readonly { readonly subject: string }[];
    expect(next.map(({ subject }) => subject)).not.toContain('land-contract');
  });
});

describe('the inbox of a department', () => {
  const entriesOf = (scene: Parameters<typeof given>[0], kind: string) =>
    given(scene, inboxModel)
      .rows(inbox)
      .filter(({ department }) => department === `331100-${kind}`);

  it('gets an accepted item with the commands and the posts that may give them', () => {
    const [entry] = entriesOf(accepted(), 'ecology');
    expect(entry).toMatchObject({ about: 'item', subject: 'eia', phase: 'working' });
    expect(entry?.since).toBe(entry?.accepted_at);
    expect(entry?.posts).toContain(',handler,');
    const turns = JSON.parse(entry?.turns ?? '') as readonly { readonly commands: string[] }[];
    expect(turns.flatMap(({ commands }) => commands)).toContain('HandleItem');
  });

  it('is rid of the item as soon as it is decided and served by nobody’s further act', () => {
    const scene = after(accepted(), approve('filing'));
    expect(entriesOf(scene, 'development').map(({ subject }) => subject)).not.toContain('filing');
  });

  it('follows the item from post to post', () => {
    const commandsAfter = (...steps: Parameters<typeof after>[1][]) =>
      entriesOf(after(accepted(), ...steps), 'ecology')[0]?.turns;
    expect(commandsAfter(handle('eia'))).toContain('ReviewItem');
    expect(commandsAfter(handle('eia'), review('eia'))).toContain('ApproveItem');
  });

  it('shows an application under examination to the lead once, and to each department its item', () => {
    const lead = entriesOf(submitted(), 'approval-bureau');
    expect(lead.map(({ about, subject }) => [about, subject])).toEqual([['intake', '1']]);
    expect(lead[0]?.turns).toContain('AcceptApplication');
    expect(entriesOf(submitted(), 'ecology')[0]?.turns).toContain('NoteCorrections');
  });

  it('asks a department for its opinion until it has given it', () => {
    const asked = entriesOf(solicited(), 'traffic');
    expect(asked.map(({ about, subject }) => [about, subject])).toEqual([
      ['opinion', 'scheme-review'],
    ]);
    const answered = after(solicited(), opine('scheme-review', 'traffic', 'agree'));
    expect(entriesOf(answered, 'traffic')).toEqual([]);
    expect(entriesOf(answered, 'greening')).toHaveLength(1);
  });
});
