import { describe, expect, it } from 'vitest';
import { dossierModel } from '../../../src/projections/dossier/project.ts';
import {
  dossierEvents,
  dossierIntakes,
  dossierItems,
  dossierMaterials,
  dossierPapers,
  dossiers,
  dossierStages,
} from '../../../src/projections/dossier/tables.ts';
import { after } from '../../support/dossier-spec.ts';
import {
  accepted,
  approve,
  drafted,
  handle,
  issue,
  opine,
  review,
  serve,
  solicited,
  submitted,
  told,
} from '../../support/dossier-scenes.ts';
import { DOSSIER, OPENING, PROJECT_CODE } from '../../support/sample-office.ts';
import { given, WRITTEN_LATER_MS } from './projecting.ts';

describe('the page of a dossier', () => {
  it('shows project, investor, agent and how far the tables are', () => {
    const scene = drafted();
    expect(given(scene, dossierModel).rows(dossiers)).toEqual([
      expect.objectContaining({
        dossier: DOSSIER,
        project_name: OPENING.projectName,
        project_code: PROJECT_CODE,
        status: 'draft',
        outcome: null,
        pinned: 0,
        investor_name: OPENING.investor.name,
        revision: scene.history.length - 1,
      }),
    ]);
  });

  it('knows of a contact only who it is, and of a form only which questions were answered', () => {
    const { contact } = OPENING.investor;
    if (!('value' in contact)) throw new Error('the sample has a contact');
    const { text, rows } = given(drafted({ floorArea: 87_654_321 }), dossierModel);
    expect(rows(dossiers)[0]?.investor_contact).toBe(contact.subject);
    expect(text).not.toContain(contact.value.name);
    expect(text).not.toContain(contact.value.phone);
    expect(text).not.toContain('87654321');
    const filled = rows(dossierEvents).find(({ type }) => type === 'FormFilled');
    expect(JSON.parse(filled?.facts ?? '')).toEqual({ fields: ['floorArea'] });
  });

  it('has one entry an event, which says who did it and how late it was written down', () => {
    const scene = after(accepted(), handle('eia'));
    const entries = given(scene, dossierModel).rows(dossierEvents);
    expect(entries.map(({ type }) => type)).toEqual(scene.history.map(({ event }) => event.type));
    expect(entries.at(-1)).toMatchObject({
      type: 'ItemHandled',
      item: 'eia',
      stage: 'planning',
      person: 'handler',
      post: 'handler',
      paper: null,
      back_entry_ms: WRITTEN_LATER_MS,
    });
  });

  it('says for every item whose turn it is and what it waits for', () => {
    const items = given(submitted(), dossierModel).rows(dossierItems);
    const permit = items.find(({ item }) => item === 'land-permit');
    expect(permit).toMatchObject({ phase: 'received', intake: 1, attempt: 1, accepted_at: null });
    expect(JSON.parse(permit?.waits_for ?? '')).toEqual([
      { for: 'prerequisites', items: ['filing'] },
    ]);
    const turns = JSON.parse(permit?.turns ?? '') as readonly { readonly of: string }[];
    expect(turns.map(({ of }) => of).sort()).toEqual(['item', 'lead']);
  });

  it('leaves an item that has ended to nobody', () => {
    const scene = after(accepted(), approve('filing'));
    const filing = given(scene, dossierModel)
      .rows(dossierItems)
      .find(({ item }) => item === 'filing');
    expect(filing).toMatchObject({ granted: 1, decision: 'approved', turns: '[]', exits: '[]' });
  });

  it('keeps the opinions of the departments that were asked', () => {
    const scene = after(solicited(), opine('scheme-review', 'traffic', 'disagree', '出入口不足'));
    const item = given(scene, dossierModel)
      .rows(dossierItems)
      .find((one) => one.item === 'scheme-review');
    expect(JSON.parse(item?.opinions ?? '')).toEqual([
      { department: '331100-traffic', answer: 'disagree', reason: '出入口不足' },
      { department: '331100-greening' },
    ]);
  });

  it('lists every numbered paper, and how it was served', () => {
    const course = [handle('eia'), review('eia'), approve('eia'), issue('eia'), serve('eia')];
    const papers = given(after(accepted(), ...course), dossierModel).rows(dossierPapers);
    expect(papers.map(({ kind }) => kind)).toEqual(['acceptance-notice', 'approval']);
    expect(papers[1]).toMatchObject({
      item: 'eia',
      served_by: 'window',
      served_proof: '回执001',
      served_on: '2026-11-23',
    });
  });

  it('shows intakes with what is to be corrected, stages with their lead, and the files', () => {
    const { rows } = given(told(), dossierModel);
    const [intake] = rows(dossierIntakes);
    expect(intake).toMatchObject({ intake: 1, stage: 'planning', status: 'corrections-told' });
    expect(JSON.parse(intake?.noted ?? '')).toMatchObject({ eia: [{ material: 'eia-report' }] });
    expect(rows(dossierPapers)).toMatchObject([{ kind: 'corrections-notice', intake: 1 }]);
    expect(rows(dossierStages).map(({ stage }) => stage)).toEqual(['planning', 'construction']);
    expect(rows(dossierMaterials).map(({ material }) => material)).toContain('eia-report');
  });
});
