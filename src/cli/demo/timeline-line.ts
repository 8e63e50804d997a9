import type { Sentence } from '../../wording/sentence.ts';
import { fitted } from './display-width.ts';
import { called, DETAILS, type Names } from './timeline-details.ts';
import type { TimelineEntry } from './timeline.ts';

export type Language = keyof Sentence;

const WHO_COLUMNS: Readonly<Record<Language, number>> = { zh: 26, en: 44 };

/** What follows by itself when prerequisites arrive was decided before, and by somebody else. */
const BY_ARRIVAL: Sentence = { zh: '（随前置到达）', en: '(with the prerequisites)' };
/** A department that has looked and found nothing notes just that. */
const NOTHING_NOTED: Sentence = { zh: '无需补正', en: 'Nothing to correct' };

/** One event for a terminal: when, who, what, about which item, and what is worth knowing of it. */
export function timelineLine(entry: TimelineEntry, names: Names, language: Language): string {
  const who = fitted(whoOf(entry, language), WHO_COLUMNS[language]);
  const item =
    entry.item === null ? '' : quoted(called(entry.item, names.items)[language], language);
  const detail = detailOf(entry, names)?.[language] ?? '';
  const said = detail === '' ? '' : `  ${detail}`;
  return `${timeOf(entry)}  ${who}  ${labelOf(entry)[language]}${item}${said}`;
}

function whoOf({ type, actor, facts }: TimelineEntry, language: Language): string {
  const isArrival = type.code === 'PrerequisitesArrived';
  if (isArrival || ('onArrival' in facts && facts.onArrival)) return BY_ARRIVAL[language];
  const department = actor.department?.name[language] ?? '';
  const post = actor.post[language];
  return language === 'zh' ? `${department}${post}` : `${department} ${post}`.trim();
}

function quoted(name: string, language: Language): string {
  return language === 'zh' ? `「${name}」` : ` "${name}"`;
}

/** The office's clock. */
function timeOf({ occurredAt }: TimelineEntry): string {
  return Temporal.Instant.from(occurredAt)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainTime()
    .toString({ smallestUnit: 'second' });
}

function labelOf({ type, facts }: TimelineEntry): Sentence {
  const isNothing = 'corrections' in facts && facts.corrections.length === 0;
  return type.code === 'CorrectionsNoted' && isNothing ? NOTHING_NOTED : type;
}

function detailOf({ type, facts }: TimelineEntry, names: Names): Sentence | undefined {
  const detail = DETAILS[type.code] as ((facts: unknown, names: Names) => Sentence) | undefined;
  return detail?.(facts, names);
}
