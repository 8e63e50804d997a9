import { describe, expect, it } from 'vitest';
import { dossierTable } from '../../../../src/workflow/machine/dossier-machine.ts';

describe('the machine of a dossier', () => {
  const table = dossierTable();

  it('goes back to a draft when nothing of the first application is accepted', () => {
    expect(table.initial).toBe('draft');
    expect(table.next('draft', 'Submitted')).toBe('submitted');
    expect(table.next('submitted', 'NotAccepted')).toBe('draft');
    expect(table.next('submitted', 'Accepted')).toBe('accepted');
  });

  it('stays accepted through the intakes of later stages', () => {
    for (const signal of ['Submitted', 'Accepted', 'NotAccepted'] as const) {
      expect(table.next('accepted', signal)).toBe('accepted');
    }
  });

  it('is concluded only once accepted, abandoned at any time, and then hears nothing', () => {
    expect(table.next('submitted', 'Concluded')).toBeUndefined();
    expect(table.next('accepted', 'Concluded')).toBe('concluded');
    expect(table.next('draft', 'Abandoned')).toBe('abandoned');
    expect(table.next('concluded', 'Submitted')).toBeUndefined();
    expect(table.next('abandoned', 'Abandoned')).toBeUndefined();
  });
});
