/** Names, expressions and citations: what a definition says about things that exist. */
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../../src/kernel/instant.ts';
import { check, placesOf, soundWorkflows } from '../../../support/definitions/sound-workflows.ts';
import { factsOf, findings, item, PROCEDURE, told, warned } from './told.ts';

describe('the definition that the other tests break', () => {
  it('has no mistakes and no warnings', () => {
    const { mistakes, warnings, definitions } = check(soundWorkflows());
    expect([...mistakes, ...warnings]).toEqual([]);
    expect(definitions.map(({ definition }) => definition.procedure)).toEqual(['build']);
  });
});

describe('names are unique', () => {
  it('among items, questions, options, parameters and situations', () => {
    expect(told(PROCEDURE, '- item: land\n', '- item: filing\n')[0]).toBe(
      `${PROCEDURE}:40:15 slug-duplicate`,
    );
    expect(told(PROCEDURE, 'id: area', 'id: publicMoney')[0]).toBe(
      `${PROCEDURE}:14:11 slug-duplicate`,
    );
    expect(told(PROCEDURE, 'option: own', 'option: contract')).toEqual([
      `${PROCEDURE}:28:19 slug-duplicate`,
    ]);
    const again = `parameters:
  - { parameter: bigArea, label: { zh: 大, en: L }, value: 1, source: { estimate: ours } }
`;
    expect(told(PROCEDURE, 'parameters:\n', again)).toEqual([`${PROCEDURE}:12:18 slug-duplicate`]);
    const report = `situations:
  - { situation: report, name: { zh: 甲, en: A }, when: 'true' }
`;
    expect(told(item('eia'), 'situations:\n', report)).toEqual([
      `${item('eia')}:19:16 slug-duplicate`,
    ]);
  });

  it('among stages', () => {
    const { mistakes } = check(
      soundWorkflows(
        { file: PROCEDURE, replace: 'stage: works', by: 'stage: start' },
        { file: PROCEDURE, replace: 'dueBy: works', by: 'dueBy: start' },
      ),
    );
    expect(placesOf(mistakes)).toContain(`${PROCEDURE}:50:12 slug-duplicate`);
  });
});

describe('expressions', () => {
  const land = 'when: form.landBy == "contract"';

  it('parse and say yes or no', () => {
    expect(told(PROCEDURE, land, 'when: form.landBy ==')).toEqual([
      `${PROCEDURE}:41:29 expression-malformed`,
    ]);
    expect(told(PROCEDURE, land, 'when: form.area')).toEqual([
      `${PROCEDURE}:41:15 expression-of-wrong-type`,
    ]);
  });

  it('name only questions, options, parameters and items of the procedure, and are told to the letter', () => {
    expect(told(PROCEDURE, land, 'when: form.lnadBy == "contract"')).toEqual([
      `${PROCEDURE}:41:15 question-unknown`,
    ]);
    expect(told(PROCEDURE, '!= "none"', '!= "nothing"')).toEqual([
      `${PROCEDURE}:44:31 option-unknown`,
    ]);
    expect(told(PROCEDURE, '> param.bigArea', '> param.bgArea')).toEqual([
      `${PROCEDURE}:48:27 parameter-unknown`,
    ]);
    expect(told(PROCEDURE, 'doneIfDue("land")', 'doneIfDue("lnad")')).toEqual([
      `${PROCEDURE}:49:34 item-not-in-procedure`,
    ]);
    expect(told(PROCEDURE, "condition: '!form.publicMoney'", "condition: '!form.money'")).toEqual([
      `${PROCEDURE}:30:18 question-unknown`,
    ]);
  });

  it('are told by their first line where they are folded', () => {
    const folded = 'needs: >-\n          done("filing") &&\n          done("lnad")';
    expect(told(PROCEDURE, 'needs: done("filing") && doneIfDue("land")', folded)).toEqual([
      `${PROCEDURE}:49:16 item-not-in-procedure`,
    ]);
  });

  it('look at progress only where something waits for it', () => {
    expect(told(PROCEDURE, 'form.eiaKind != "none"', 'done("filing")')).toEqual([
      `${PROCEDURE}:44:15 expression-not-allowed`,
    ]);
  });

  it('of the catalogue are judged for the procedure that uses the item', () => {
    expect(told(item('eia'), 'when: form.eiaKind', 'when: form.kind')).toEqual([
      `${item('eia')}:20:11 question-unknown`,
    ]);
  });

  it('that show a question look at earlier questions alone', () => {
    expect(
      told(PROCEDURE, 'type: number, min: 0', 'type: number, min: 0, when: form.landBy == "own"'),
    ).toEqual([`${PROCEDURE}:14:74 question-later`]);
  });

  it('that reckon with answers are pointed out, because samples prove nothing', () => {
    expect(warned(PROCEDURE, 'form.area > param.bigArea', 'form.area * 2 > param.bigArea')).toEqual(
      [`${PROCEDURE}:48:15 comparison-not-tried`],
    );
  });
});

describe('instruments', () => {
  it('are in force on the day of the check, wherever they are cited', () => {
    expect(
      told('catalogue/instruments.yaml', 'validTo: 2027-12-31', 'validTo: 2026-11-21'),
    ).toEqual([
      `${item('design')}:7:32 instrument-not-in-force`,
      `${item('eia')}:5:26 instrument-not-in-force`,
    ]);
    expect(
      told('catalogue/instruments.yaml', 'validFrom: 2019-04-23', 'validFrom: 2026-11-23'),
    ).toEqual([
      `${PROCEDURE}:32:27 instrument-not-in-force`,
      `${item('design')}:15:49 instrument-not-in-force`,
      `${item('eia')}:11:27 instrument-not-in-force`,
      `${item('filing')}:6:52 instrument-not-in-force`,
      `${item('permit')}:10:27 instrument-not-in-force`,
    ]);
  });

  it('count on their first and on their last day', () => {
    const on = (day: string) => check(soundWorkflows(), day as Day).mistakes.length;
    expect(on('2024-01-01')).toBe(0);
    expect(on('2027-12-31')).toBe(0);
    expect(on('2023-12-31')).toBe(2);
    expect(on('2028-01-01')).toBe(2);
  });

  it('that are not in force are told with their days', () => {
    expect(
      factsOf({
        file: 'catalogue/instruments.yaml',
        replace: 'validTo: 2027-12-31',
        by: 'validTo: 2025-12-31',
      }),
    ).toEqual({
      instrument: 'trial-notice',
      day: '2026-11-22',
      validFrom: '2024-01-01',
      validTo: '2025-12-31',
    });
  });
});

describe('what the catalogue holds and nobody uses', () => {
  it('is pointed out and forbids nothing', () => {
    const lists = [
      ['departments', '{ department: fire, name: { zh: 消防, en: Fire } }', '2:19 department'],
      ['materials', '{ material: map, name: { zh: 图, en: Map } }', '2:17 material'],
      [
        'instruments',
        '{ instrument: old, name: { zh: 旧, en: Old }, level: law, validFrom: 2000-01-01, read: opening }',
        '2:19 instrument',
      ],
    ] as const;
    for (const [list, entry, place] of lists) {
      const file = `catalogue/${list}.yaml`;
      const { mistakes, warnings } = findings(file, `${list}:\n`, `${list}:\n  - ${entry}\n`);
      expect(mistakes).toEqual([]);
      expect(placesOf(warnings)).toEqual([`${file}:${place}-unused`]);
    }
    const sources = [
      ...soundWorkflows(),
      {
        file: item('seismic'),
        text: 'item: seismic\nname: { zh: 抗震, en: Seismic }\nkind: external\n',
      },
    ];
    expect(placesOf(check(sources).warnings)).toEqual([`${item('seismic')}:1:7 item-unused`]);
  });
});
