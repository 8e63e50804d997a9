import { describe, expect, it } from 'vitest';
import { mayRead } from '../../../../src/application/authority/may-read.ts';
import type { Dossier } from '../../../../src/domain/dossier/state.ts';
import {
  AGENT,
  ENVIRONMENT,
  HOUSING,
  IN_COURSE,
  officer,
  OTHER_AGENT,
  PLANNING,
  WATER,
} from './matters.ts';

describe('a dossier is read by', () => {
  it('its own agent and no other', () => {
    expect(mayRead(AGENT, IN_COURSE)).toBe(true);
    expect(mayRead(OTHER_AGENT, IN_COURSE)).toBe(false);
  });

  it.each([PLANNING, ENVIRONMENT, WATER])('%s, which takes part', (department) => {
    expect(mayRead(officer('handler', department), IN_COURSE)).toBe(true);
  });

  it('no department that takes no part', () => {
    expect(mayRead(officer('approver', HOUSING), IN_COURSE)).toBe(false);
    expect(mayRead(officer('handler'), IN_COURSE)).toBe(false);
  });

  it.each(['supervisor', 'auditor', 'administrator'] as const)('every %s', (post) => {
    expect(mayRead(officer(post), IN_COURSE)).toBe(true);
  });

  it('any window, and only windows, while it has been matched to nobody', () => {
    const fresh: Dossier = { ...IN_COURSE, items: {}, stages: {}, intakes: [] };
    expect(mayRead(officer('window', HOUSING), fresh)).toBe(true);
    expect(mayRead(officer('handler', HOUSING), fresh)).toBe(false);
  });
});
