// Goal: what may be done is what the published definition says. Two definitions that differ in one
// transition are published; the same person asks the same of a dossier of each.
import { describe, expect, it } from 'vitest';

import type { DossierRequest } from '../../src/application/dossiers/dossier-request.ts';
import { nextActions } from '../../src/domain/dossier/next-actions.ts';
import type { PostKind } from '../../src/domain/post.ts';
import type { DossierNumber } from '../../src/kernel/ids.ts';
import type { Definition } from '../../src/workflow/definition/definition.ts';
import { cityProcedure } from '../support/city-procedure.ts';
import { AGENT, carryOut, officer, openedBy, opening, request } from '../support/commands.ts';
import { foundOffice, memoryGround, openOfficeOn, type TestOffice } from '../support/offices.ts';

const ITEM = 'drainage';

/** The city's procedure with one item, which has the steps handle and approve, changed. */
function withDrainage(procedure: string, change: object): Definition {
  const city = cityProcedure({ procedure, projectCode: 'not-used' });
  const stages = city.stages.map((stage) => ({
    ...stage,
    items: stage.items.map((item) => (item.item === ITEM ? { ...item, ...change } : item)),
  }));
  return cityProcedure({ procedure, projectCode: 'not-used', stages });
}

const HANDLE = { step: 'handle', by: ['handler'] };
const REVIEW = { step: 'review', by: ['reviewer'] };
const APPROVE = { step: 'approve', by: ['approver'] };

const asked = (post: PostKind, type: string, more: object = {}) =>
  request(`request-${type}`, officer('housing', post), { type, item: ITEM, ...more });
const OPINION = { proposal: 'approve', opinion: '拟同意' };
const GROUNDS = { grounds: { reason: '管径不足', basis: '条例第九条', remedy: '可申请复议' } };
const HANDLED = asked('handler', 'HandleItem', OPINION);

/** A dossier whose drainage permit has been accepted. */
async function acceptedIn(office: TestOffice, procedure: string): Promise<DossierNumber> {
  const dossier = openedBy(`opening-${procedure}`);
  await carryOut(office.dossiers, dossier, [
    opening(`opening-${procedure}`, procedure),
    request(`fill-${procedure}`, AGENT, {
      type: 'FillForm',
      answers: { floorArea: 9_000, auction: false, forest: false },
    }),
    request(`submit-${procedure}`, AGENT, {
      type: 'SubmitApplication',
      stage: 'works',
      items: [ITEM],
    }),
    request(`accept-${procedure}`, officer('housing', 'window'), {
      type: 'AcceptApplication',
      intake: 1,
    }),
  ]);
  return dossier;
}

/** Whether the command is among what is said to be next, and how it is answered. */
async function offeredAndAnswered(
  office: TestOffice,
  dossier: DossierNumber,
  command: DossierRequest,
): Promise<{ readonly offered: boolean; readonly answer: string }> {
  const { state } = await office.dossiers.load(dossier);
  if (state.status === 'none') throw new Error('the dossier is not open');
  const said = nextActions(state, office.library.published(state.procedure));
  const turns = said.flatMap((action) =>
    action.about === 'item' && action.item === ITEM ? [...action.turns, ...action.exits] : [],
  );
  const outcome = await office.dossiers.handle(dossier, command);
  return {
    offered: turns.some(({ commands }) => commands.includes(command.input.type)),
    answer: outcome.ok ? 'done' : outcome.error.code,
  };
}

/** Every row: one change, what goes before, the command, and under which definition it succeeds. */
const ROWS = [
  {
    name: 'a review between handling and approval',
    change: { steps: [HANDLE, REVIEW, APPROVE] },
    before: [HANDLED],
    command: asked('approver', 'ApproveItem'),
    succeeds: 'unchanged',
  },
  {
    name: 'a review that somebody may do',
    change: { steps: [HANDLE, REVIEW, APPROVE] },
    before: [HANDLED],
    command: asked('reviewer', 'ReviewItem', OPINION),
    succeeds: 'changed',
  },
  {
    name: 'a rejection straight from handling',
    change: { transitions: [{ from: 'handling', on: 'Rejected', to: 'rejected' }] },
    before: [],
    command: asked('approver', 'RejectItem', GROUNDS),
    succeeds: 'changed',
  },
  {
    name: 'no way back from approval',
    change: { transitions: [{ from: 'approving', on: 'SentBack' }] },
    before: [HANDLED],
    command: asked('approver', 'SendBackItem', { reason: '请再核' }),
    succeeds: 'unchanged',
  },
  {
    name: 'no withdrawal once it is in hand',
    change: { transitions: [{ from: 'handling', on: 'Withdrawn' }] },
    before: [],
    command: request('request-withdraw', AGENT, {
      type: 'WithdrawItem',
      item: ITEM,
      reason: '不再需要',
    }),
    succeeds: 'unchanged',
  },
] as const;

describe('One transition changed in a published definition', () => {
  it.each(ROWS)('changes what succeeds: $name', async ({ change, before, command, succeeds }) => {
    const office = await openOfficeOn(memoryGround());
    const definitions = {
      unchanged: withDrainage('as-is', {}),
      changed: withDrainage('new', change),
    };
    await foundOffice(office, definitions.unchanged, definitions.changed);
    for (const [which, { procedure }] of Object.entries(definitions)) {
      const dossier = await acceptedIn(office, procedure);
      const own = (one: DossierRequest): DossierRequest =>
        ({ ...one, requestId: `${one.requestId}-${procedure}` }) as DossierRequest;
      await carryOut(office.dossiers, dossier, before.map(own));
      const isIn = which === succeeds;
      expect(await offeredAndAnswered(office, dossier, own(command))).toEqual({
        offered: isIn,
        answer: isIn ? 'done' : 'item-not-in-step',
      });
    }
  });
});
