import type { Instant } from '../kernel/instant.ts';
import type { Sentence } from './sentence.ts';

/** What a fact may be the id of. */
export type NamedKind =
  | 'item'
  | 'stage'
  | 'material'
  | 'department'
  | 'department-kind'
  | 'person'
  | 'procedure'
  | 'field'
  | 'condition';

/** Finds what something is called; where it knows no name the id itself is shown. */
export type NameLookup = (kind: NamedKind, id: string) => Sentence | undefined;

/** Facts made readable in one language. */
export class Voice {
  readonly #language: keyof Sentence;
  readonly #nameOf: NameLookup;

  constructor(language: keyof Sentence, nameOf: NameLookup) {
    this.#language = language;
    this.#nameOf = nameOf;
  }

  name(kind: NamedKind, id: string): string {
    return `“${this.#nameOf(kind, id)?.[this.#language] ?? id}”`;
  }

  names(kind: NamedKind, ids: readonly string[]): string {
    return this.#list(ids.map((id) => this.name(kind, id)));
  }

  label(label: Sentence): string {
    return label[this.#language];
  }

  labels(labels: readonly Sentence[]): string {
    return this.#list(labels.map((label) => label[this.#language]));
  }

  /** The time on the clocks of the office, to the second. */
  time(instant: Instant): string {
    const there = Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai');
    return there.toPlainDateTime().toString({ smallestUnit: 'second' }).replace('T', ' ');
  }

  #list(words: readonly string[]): string {
    return words.join(this.#language === 'zh' ? '、' : ', ');
  }
}

/** The sentence for each code of a family; total over the codes by its type. */
export type Wording<Facts> = {
  readonly [Code in keyof Facts]: (facts: Facts[Code], zh: Voice, en: Voice) => Sentence;
};

/** The facts of each code of a union of refusals or faults. */
export type FactsOf<Coded extends { readonly code: string; readonly facts: unknown }> = {
  readonly [One in Coded as One['code']]: One['facts'];
};
