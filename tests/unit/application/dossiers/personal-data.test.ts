import { describe, expect, it } from 'vitest';
import { benchDefinition } from '../../../../bench/joint-approval/definition.ts';
import { AGENT, OPENING, play, playedDossier } from '../../../../bench/joint-approval/play.ts';
import { dossierStream } from '../../../../src/codec/dossier-stream.ts';
import { openMemoryOffice } from '../../../support/memory-office.ts';

const PHONE_ON_SITE = '0578-2091234';
const CONTACT_PHONE = '13800000000';

describe('what the log holds of a person', () => {
  it('is sealed from the first event on, contact and personal answers alike', async () => {
    const office = await openMemoryOffice(benchDefinition());
    const dossier = playedDossier('personal', 0);
    const answering = {
      actor: AGENT,
      input: { type: 'FillForm', answers: { floorArea: 900, sitePhone: PHONE_ON_SITE } },
    };
    for (const [index, command] of [...OPENING, answering].entries()) {
      await play(office.dossiers, dossier, `personal.0.${index}`, command);
    }
    let stored = '';
    for await (const page of office.store.readStream(dossierStream(dossier))) {
      stored += page.map(({ data, metadata }) => data + metadata).join('\n');
    }
    expect(stored).toContain('"sealed"');
    expect(stored).not.toContain(PHONE_ON_SITE);
    expect(stored).not.toContain(CONTACT_PHONE);
    const { state } = await office.dossiers.load(dossier);
    expect(state).toMatchObject({
      answers: { floorArea: 900, sitePhone: PHONE_ON_SITE },
      investor: { contact: { value: { phone: CONTACT_PHONE } } },
    });
  });
});
