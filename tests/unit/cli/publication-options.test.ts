import { describe, expect, it } from 'vitest';
import { publicationsFrom } from '../../../src/cli/publication-options.ts';

describe('what a locality sets when it publishes', () => {
  it('is the lead of a stage and the value of a parameter of one procedure', () => {
    const options = { lead: ['land=approval-bureau'], set: ['heightMax=20'] };
    expect(publicationsFrom(options, ['ent-simple'])).toEqual({
      'ent-simple': { leads: { land: 'approval-bureau' }, parameters: { heightMax: 20 } },
    });
  });

  it('is nothing where nothing is said', () => {
    expect(publicationsFrom({}, ['ent-simple', 'ent-general'])).toEqual({});
  });

  it.each([[[]], [['ent-simple', 'ent-general']]])('needs one procedure, not %j', (wanted) => {
    expect(() => publicationsFrom({ lead: ['land=approval-bureau'] }, wanted)).toThrow('--lead');
  });

  it.each(['heightMax', 'heightMax=', '=20', 'heightMax=20=30', 'heightMax=tall'])(
    'cannot be read from %j',
    (text) => {
      expect(() => publicationsFrom({ set: [text] }, ['ent-simple'])).toThrow(
        text.split('=')[1] ?? text,
      );
    },
  );
});
