import type { Instrument } from '../../definition/catalogue.ts';
import type { Day } from '../../../kernel/instant.ts';
import { citationsIn } from '../../loading/citations.ts';
import { whereIn, type Located } from '../../loading/located.ts';
import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import type { Rule } from '../subject.ts';

/**
 * Whatever cites an instrument (limits, promises, tolerance, commitment, deemed consent, papers)
 * cites one that is in force on the day of the check.
 */
export const instrumentsInForce: Rule = ({ definition, procedure, items, onDay }) => {
  const instruments = new Map(definition.instruments.map((one) => [one.instrument, one]));
  const outside = (located: Located<unknown>) => notInForce(located, instruments, onDay);
  return [
    ...outside(procedure),
    ...[...items.values()].flatMap(({ catalogue }) => outside(catalogue)),
  ];
};

function notInForce(
  located: Located<unknown>,
  instruments: ReadonlyMap<string, Instrument>,
  day: Day,
): DefinitionMistake[] {
  return citationsIn(located.value).flatMap(({ instrument, path }) => {
    const cited = instruments.get(instrument);
    if (!cited || isInForce(cited, day)) return [];
    const { validFrom, validTo = '' } = cited;
    const facts = { instrument, day, validFrom, validTo };
    return [mistake('instrument-not-in-force', whereIn(located, ...path), facts)];
  });
}

/** Days are compared as text: `YYYY-MM-DD` sorts like the calendar. */
function isInForce({ validFrom, validTo }: Instrument, day: Day): boolean {
  return validFrom <= day && (validTo === undefined || day <= validTo);
}
