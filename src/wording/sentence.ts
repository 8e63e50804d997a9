/** The same in both languages of the product. */
export interface Sentence {
  readonly zh: string;
  readonly en: string;
}
