import { describe, expect, it } from 'vitest';
import {
  check,
  placesOf,
  soundWorkflows,
  withFile,
  type Edit,
} from '../../../support/definitions/sound-workflows.ts';

const PROCEDURE = 'build/procedure.yaml';
const PERMIT = 'catalogue/items/permit.yaml';

function told(edit: Edit): string[] {
  return placesOf(check(soundWorkflows(edit)).mistakes);
}

describe('names that nothing carries', () => {
  it('are told for the lead of a stage, the department of an item, and those asked for opinions', () => {
    expect(told({ file: PROCEDURE, replace: 'lead: planning', by: 'lead: plannig' })).toEqual([
      `${PROCEDURE}:52:11 department-unknown`,
    ]);
    expect(told({ file: PERMIT, replace: 'department: planning', by: 'department: plan' })).toEqual(
      [`${PERMIT}:4:13 department-unknown`],
    );
    expect(
      told({ file: 'catalogue/items/design.yaml', replace: '[ecology]', by: '[ecology, police]' }),
    ).toEqual(['catalogue/items/design.yaml:6:19 department-unknown']);
  });

  it('are told for materials and instruments, in the catalogue and in a procedure', () => {
    expect(
      told({ file: 'catalogue/items/filing.yaml', replace: 'application', by: 'aplication' }),
    ).toEqual(['catalogue/items/filing.yaml:6:17 material-unknown']);
    expect(
      told({
        file: 'catalogue/items/eia.yaml',
        replace: 'tolerance: { instrument: trial-notice }',
        by: 'tolerance: { instrument: trial }',
      }),
    ).toEqual(['catalogue/items/eia.yaml:5:26 instrument-unknown']);
    expect(
      told({
        file: PROCEDURE,
        replace: 'source: { instrument: licensing-law }',
        by: 'source: { instrument: licencing-law }',
      }),
    ).toEqual([`${PROCEDURE}:32:27 instrument-unknown`]);
  });

  it('are told for items and for the stage by whose end an item is due', () => {
    expect(told({ file: PROCEDURE, replace: '- item: permit', by: '- item: permitt' })).toEqual([
      `${PROCEDURE}:55:15 item-unknown`,
    ]);
    expect(told({ file: PROCEDURE, replace: 'dueBy: works', by: 'dueBy: work' })).toEqual([
      `${PROCEDURE}:46:16 stage-unknown`,
    ]);
  });

  it('are not told where the list that would carry them cannot be read', () => {
    const { mistakes } = check(withFile(soundWorkflows(), 'catalogue/departments.yaml', '[]'));
    expect(placesOf(mistakes)).toEqual(['catalogue/departments.yaml:1:1 value-of-wrong-type']);
    const permit = check(withFile(soundWorkflows(), PERMIT, 'item: permit'));
    expect(new Set(permit.mistakes.map(({ file }) => file))).toEqual(new Set([PERMIT]));
  });
});

describe('names that come twice', () => {
  it('are told with the line of the first', () => {
    const { mistakes } = check(
      soundWorkflows({
        file: 'catalogue/departments.yaml',
        replace: 'departments:\n',
        by: 'departments:\n  - { department: ecology, name: { zh: 甲, en: A } }\n',
      }),
    );
    expect(placesOf(mistakes)).toEqual(['catalogue/departments.yaml:5:19 slug-duplicate']);
    expect(mistakes[0]?.facts).toEqual({ slug: 'ecology', firstLine: 2 });
  });
});

describe('files', () => {
  it('are named like what they define', () => {
    expect(told({ file: PERMIT, replace: 'item: permit', by: 'item: permits' })).toEqual([
      `${PERMIT}:1:7 file-name-differs`,
    ]);
    expect(told({ file: PROCEDURE, replace: 'procedure: build', by: 'procedure: built' })).toEqual([
      `${PROCEDURE}:1:12 file-name-differs`,
    ]);
  });

  it('that are missing are asked for', () => {
    const sources = soundWorkflows().filter(({ file }) => file !== 'catalogue/instruments.yaml');
    expect(placesOf(check(sources).mistakes)).toEqual([
      'catalogue/instruments.yaml:1:1 file-missing',
    ]);
  });

  it('that nobody reads are pointed out', () => {
    const sources = withFile(soundWorkflows(), 'catalogue/items/heritage.yml', 'item: heritage');
    const { mistakes, warnings } = check(sources);
    expect(mistakes).toEqual([]);
    expect(placesOf(warnings)).toEqual(['catalogue/items/heritage.yml:1:1 file-unexpected']);
  });
});
