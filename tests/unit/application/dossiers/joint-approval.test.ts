import { describe, expect, it } from 'vitest';
import { benchDefinition } from '../../../../bench/joint-approval/definition.ts';
import {
  JOINT_APPROVAL,
  OPENING,
  play,
  playedDossier,
} from '../../../../bench/joint-approval/play.ts';
import { openMemoryOffice } from '../../../support/memory-office.ts';

describe('a joint approval through the application', () => {
  it('goes from submission to conclusion, one event a command', async () => {
    const office = await openMemoryOffice(benchDefinition());
    const dossier = playedDossier('run', 0);
    const revisions: number[] = [];
    for (const [index, command] of [...OPENING, ...JOINT_APPROVAL].entries()) {
      const done = await play(office.dossiers, dossier, `run.0.${index}`, command);
      revisions.push(done.revision);
    }
    const { state } = await office.dossiers.load(dossier);
    expect(JOINT_APPROVAL).toHaveLength(38);
    expect(revisions.slice(OPENING.length)).toEqual(
      JOINT_APPROVAL.map((_, index) => (revisions[OPENING.length - 1] ?? 0) + 1 + index),
    );
    expect(state.status).toBe('accepted');
  });
});
