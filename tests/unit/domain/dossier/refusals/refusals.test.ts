/** Every refusal is shown once with its facts; the record below does not compile if one lacks. */
import { describe, expect, it } from 'vitest';
import type { DossierRefusalCode } from '../../../../../src/domain/dossier/refusals.ts';
import { ask, given } from '../../../../support/dossier-spec.ts';
import { DECISION_REFUSALS } from './decision-refusals.ts';
import { DRAFTING_REFUSALS } from './drafting-refusals.ts';
import { INTAKE_REFUSALS } from './intake-refusals.ts';
import type { RefusalCases } from './refusal-case.ts';

const CASES: RefusalCases<DossierRefusalCode> = {
  ...DRAFTING_REFUSALS,
  ...INTAKE_REFUSALS,
  ...DECISION_REFUSALS,
};
const CODES = Object.keys(CASES) as readonly DossierRefusalCode[];

describe('a command the rules do not allow', () => {
  it.each(CODES)('is refused as %s, with the facts', (code) => {
    const { given: scene, when, unusual, facts } = CASES[code];
    given(scene()).when(when, unusual).thenRefused(code, facts);
  });

  it.each(CODES)('leaves the dossier as it was (%s)', (code) => {
    const { given: scene, when, unusual } = CASES[code];
    const before = scene();
    expect(ask(before, [when, unusual ?? {}]).scene.state).toBe(before.state);
  });
});
