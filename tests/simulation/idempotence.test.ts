// Goal: a command is carried out once, however often and wherever it is asked. Several offices over
// one log stand for several processes, and for one process before and after a crash.
import { describe, expect, it } from 'vitest';

import { benchDefinition } from '../../bench/joint-approval/definition.ts';
import type { DossierRequest } from '../../src/application/dossiers/dossier-request.ts';
import { StoreFault } from '../../src/eventstore/faults.ts';
import type { EventStore } from '../../src/eventstore/port.ts';
import { carryOut, officer, openedBy, opening, request, AGENT } from '../support/commands.ts';
import { foundOffice, memoryGround, openOfficeOn, type Ground } from '../support/offices.ts';

const DOSSIER = openedBy('opening-1');
const FILL = request('filling-1', AGENT, { type: 'FillForm', answers: { floorArea: 900 } });
const SUBMIT = request('submit-1', AGENT, { type: 'SubmitApplication', stage: 'approval' });
const ACCEPT = request('accept-1', officer('d01', 'window'), {
  type: 'AcceptApplication',
  intake: 1,
});
const HANDLE = handling('handle-1', 'd01');
const APPROVE = approving('approve-1', 'd01');
const UNTIL_ACCEPTED = [opening('opening-1', 'bench-joint-approval'), FILL, SUBMIT, ACCEPT];

function handling(requestId: string, department: string, opinion = '拟同意。'): DossierRequest {
  const input = { type: 'HandleItem', item: `item-${department}`, proposal: 'approve', opinion };
  return request(requestId, officer(department, 'handler'), input);
}

function approving(requestId: string, department: string): DossierRequest {
  const input = { type: 'ApproveItem', item: `item-${department}` };
  return request(requestId, officer(department, 'approver'), input);
}

async function acceptedOn(ground: Ground) {
  const office = await openOfficeOn(ground);
  await foundOffice(office, benchDefinition());
  await carryOut(office.dossiers, DOSSIER, UNTIL_ACCEPTED);
  return office;
}

async function typesIn(store: EventStore): Promise<readonly string[]> {
  const types: string[] = [];
  for await (const page of store.readStream(`dossier-${DOSSIER}` as never)) {
    types.push(...page.map(({ type }) => type));
  }
  return types;
}

/** A store that appends as it is told by `fate`, asked at each append. */
function fatefulStore(store: EventStore, fate: () => 'done' | 'lost' | 'done-unheard'): EventStore {
  return {
    ...store,
    append: async (...append) => {
      const what = fate();
      if (what === 'lost') throw new StoreFault({ code: 'store-unavailable', reason: 'a test' });
      const appended = await store.append(...append);
      if (what === 'done') return appended;
      throw new StoreFault({ code: 'store-unavailable', reason: 'a test' });
    },
  };
}

describe('The same request, asked again', () => {
  it('gets the first position after a restart, even where the dossier has moved on', async () => {
    const ground = memoryGround();
    const before = await acceptedOn(ground);
    const [handled] = await carryOut(before.dossiers, DOSSIER, [HANDLE, APPROVE]);
    const after = await openOfficeOn(ground);
    for (const office of [before, after, after]) {
      const again = await office.dossiers.handle(DOSSIER, HANDLE);
      expect(again).toEqual({ ok: true, value: { ...handled, repeated: true } });
    }
  });

  it('is refused with other content, before and after a restart', async () => {
    const ground = memoryGround();
    const before = await acceptedOn(ground);
    await carryOut(before.dossiers, DOSSIER, [HANDLE]);
    const other = handling('handle-1', 'd01', '拟不同意。');
    for (const office of [before, await openOfficeOn(ground)]) {
      const { dossiers } = office;
      expect(await dossiers.handle(DOSSIER, other)).toEqual({
        ok: false,
        error: { code: 'request-id-reused', facts: { requestId: 'handle-1' } },
      });
    }
  });

  it('of another person is another command', async () => {
    const ground = memoryGround();
    const { dossiers } = await acceptedOn(ground);
    await carryOut(dossiers, DOSSIER, [HANDLE]);
    const stranger = { ...HANDLE, actor: officer('d02', 'handler') };
    expect(await dossiers.handle(DOSSIER, stranger)).toMatchObject({
      error: { code: 'request-id-reused' },
    });
  });

  it('is refused for another dossier, whose events would get the same ids', async () => {
    const ground = memoryGround();
    const { dossiers } = await acceptedOn(ground);
    const other = openedBy('opening-2');
    await carryOut(dossiers, other, [opening('opening-2', 'bench-joint-approval')]);
    expect(await dossiers.handle(other, FILL)).toEqual({
      ok: false,
      error: { code: 'request-id-reused', facts: { requestId: 'filling-1' } },
    });
  });

  it('opens one dossier only, and its number is the same', async () => {
    const ground = memoryGround();
    await acceptedOn(ground);
    const { dossiers } = await openOfficeOn(ground);
    const again = await dossiers.handle(DOSSIER, opening('opening-1', 'bench-joint-approval'));
    expect(again).toMatchObject({ ok: true, value: { dossier: DOSSIER, repeated: true } });
  });
});

describe('A crash between the log and the reply', () => {
  it('is healed by asking the same again: nothing is written twice', async () => {
    const ground = memoryGround();
    await acceptedOn(ground);
    const unheard = { ...ground, store: fatefulStore(ground.store, () => 'done-unheard') };
    const dying = await openOfficeOn(unheard);
    await expect(dying.dossiers.handle(DOSSIER, HANDLE)).rejects.toThrow('store-unavailable');
    const written = await typesIn(ground.store);
    const { dossiers } = await openOfficeOn(ground);
    const again = await dossiers.handle(DOSSIER, HANDLE);
    expect(again).toMatchObject({ ok: true, value: { repeated: true } });
    expect(await typesIn(ground.store)).toEqual(written);
    expect(written.at(-1)).toBe('ItemHandled');
  });

  it('is healed in the process that did not crash, too', async () => {
    const ground = memoryGround();
    const before = await acceptedOn(ground);
    await carryOut(before.dossiers, DOSSIER, [HANDLE]);
    const fates = ['done-unheard', 'done'] as const;
    let appends = 0;
    const store = fatefulStore(ground.store, () => fates[appends++] ?? 'done');
    const { dossiers } = await openOfficeOn({ ...ground, store });
    await expect(dossiers.handle(DOSSIER, APPROVE)).rejects.toThrow('store-unavailable');
    const again = await dossiers.handle(DOSSIER, APPROVE);
    expect(again).toMatchObject({ ok: true, value: { repeated: true } });
    const healed = await dossiers.load(DOSSIER);
    const replayed = await (await openOfficeOn(ground)).dossiers.load(DOSSIER);
    expect(healed).toEqual(replayed);
  });

  it('before anything was written leaves the request to be carried out', async () => {
    const ground = memoryGround();
    await acceptedOn(ground);
    const lost = { ...ground, store: fatefulStore(ground.store, () => 'lost') };
    const dying = await openOfficeOn(lost);
    await expect(dying.dossiers.handle(DOSSIER, HANDLE)).rejects.toThrow('store-unavailable');
    const { dossiers } = await openOfficeOn(ground);
    const again = await dossiers.handle(DOSSIER, HANDLE);
    expect(again).toMatchObject({ ok: true, value: { repeated: false } });
  });
});

describe('A refusal', () => {
  it('is not remembered: the same request may succeed later', async () => {
    const ground = memoryGround();
    const { dossiers } = await acceptedOn(ground);
    const written = await typesIn(ground.store);
    expect(await dossiers.handle(DOSSIER, APPROVE)).toMatchObject({
      error: { code: 'item-not-in-step' },
    });
    expect(await typesIn(ground.store)).toEqual(written);
    await carryOut(dossiers, DOSSIER, [HANDLE]);
    expect(await dossiers.handle(DOSSIER, APPROVE)).toMatchObject({
      ok: true,
      value: { repeated: false },
    });
  });

  it('is never given for what another process has changed since', async () => {
    const ground = memoryGround();
    const [one, two] = [await acceptedOn(ground), await openOfficeOn(ground)];
    await two.dossiers.load(DOSSIER);
    await carryOut(one.dossiers, DOSSIER, [HANDLE]);
    expect(await two.dossiers.handle(DOSSIER, APPROVE)).toMatchObject({ ok: true });
  });

  it('is never given for what this very request has changed in another process', async () => {
    const ground = memoryGround();
    const [one, two] = [await acceptedOn(ground), await openOfficeOn(ground)];
    await two.dossiers.load(DOSSIER);
    await carryOut(one.dossiers, DOSSIER, [HANDLE]);
    const [approved] = await carryOut(one.dossiers, DOSSIER, [APPROVE]);
    expect(await two.dossiers.handle(DOSSIER, APPROVE)).toEqual({
      ok: true,
      value: { ...approved, repeated: true },
    });
  });
});

describe('An answer without a new event', () => {
  it('is never given for what another process has changed since', async () => {
    const ground = memoryGround();
    const [one, two] = [await acceptedOn(ground), await openOfficeOn(ground)];
    await two.dossiers.load(DOSSIER);
    const answering = (id: string, floorArea: number) =>
      request(id, AGENT, { type: 'FillForm', answers: { floorArea } });
    await carryOut(one.dossiers, DOSSIER, [answering('filling-2', 1_200)]);
    await carryOut(two.dossiers, DOSSIER, [answering('filling-3', 900)]);
    const { state } = await one.dossiers.load(DOSSIER);
    expect(state).toMatchObject({ answers: { floorArea: 900 } });
  });
});

describe('Two offices over one log', () => {
  it('decide again where the other was faster, and lose nothing', async () => {
    const ground = memoryGround();
    const offices = [await acceptedOn(ground), await openOfficeOn(ground)];
    const departments = ['d01', 'd02', 'd03', 'd04', 'd05', 'd06', 'd07', 'd08'];
    for (const office of offices) await office.dossiers.load(DOSSIER);
    const outcomes = await Promise.all(
      departments.map(async (department, index) =>
        offices[index % 2]?.dossiers.handle(DOSSIER, handling(`handle-${department}`, department)),
      ),
    );
    expect(outcomes.map((outcome) => outcome?.ok)).toEqual(departments.map(() => true));
    const handled = (await typesIn(ground.store)).filter((type) => type === 'ItemHandled');
    expect(handled).toHaveLength(departments.length);
    const [one, two] = await Promise.all(offices.map(({ dossiers }) => dossiers.load(DOSSIER)));
    expect(one).toEqual(two);
  });

  it('keep a repeated request with the times that the log has, not those of the second try', async () => {
    const ground = memoryGround();
    const [one, two] = [await acceptedOn(ground), await openOfficeOn(ground)];
    await carryOut(one.dossiers, DOSSIER, [HANDLE]);
    await two.dossiers.load(DOSSIER);
    const [approved] = await carryOut(one.dossiers, DOSSIER, [APPROVE]);
    expect(await two.dossiers.handle(DOSSIER, APPROVE)).toEqual({
      ok: true,
      value: { ...approved, repeated: true },
    });
    const replayed = await (await openOfficeOn(ground)).dossiers.load(DOSSIER);
    expect(await two.dossiers.load(DOSSIER)).toEqual(replayed);
  });

  it('refuse the id of a request that the other has carried out with other content', async () => {
    const ground = memoryGround();
    const [one, two] = [await acceptedOn(ground), await openOfficeOn(ground)];
    await two.dossiers.load(DOSSIER);
    await carryOut(one.dossiers, DOSSIER, [HANDLE]);
    const other = handling('handle-1', 'd01', '拟不同意。');
    expect(await two.dossiers.handle(DOSSIER, other)).toMatchObject({
      error: { code: 'request-id-reused' },
    });
  });

  it('know a request again that the other carried out some events ago', async () => {
    const ground = memoryGround();
    const [one, two] = [await acceptedOn(ground), await openOfficeOn(ground)];
    await two.dossiers.load(DOSSIER);
    const requests = [handling('handle-5', 'd05'), handling('handle-6', 'd06')];
    const [, sixth] = await carryOut(one.dossiers, DOSSIER, requests);
    expect(await two.dossiers.handle(DOSSIER, handling('handle-6', 'd06'))).toEqual({
      ok: true,
      value: { ...sixth, repeated: true },
    });
  });

  it('give up after a bounded number of tries, say so, and have written nothing', async () => {
    const ground = memoryGround();
    const winner = await acceptedOn(ground);
    await carryOut(winner.dossiers, DOSSIER, [HANDLE]);
    let tries = 0;
    const contended: EventStore = {
      ...ground.store,
      append: async (...append) => {
        const name = request(`renaming-${tries}`, AGENT, {
          type: 'RenameInvestor',
          name: `改名${tries}`,
          reason: '改制',
        });
        tries += 1;
        await carryOut(winner.dossiers, DOSSIER, [name]);
        return ground.store.append(...append);
      },
    };
    const loser = await openOfficeOn({ ...ground, store: contended });
    const outcome = await loser.dossiers.handle(DOSSIER, APPROVE);
    expect(outcome).toEqual({
      ok: false,
      error: { code: 'too-much-contention', facts: { dossier: DOSSIER, attempts: tries } },
    });
    expect(tries).toBeGreaterThan(1);
    expect(await typesIn(ground.store)).not.toContain('ItemApproved');
    expect(await winner.dossiers.handle(DOSSIER, APPROVE)).toMatchObject({
      ok: true,
      value: { repeated: false },
    });
  });
});
