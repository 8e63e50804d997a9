import type { Refusal } from '../application/refusals.ts';
import { APPLICATION_REFUSALS } from './application-refusals.ts';
import { CATALOGUE_REFUSALS } from './catalogue-refusals.ts';
import { DOSSIER_FILE_REFUSALS } from './dossier-file-refusals.ts';
import { DOSSIER_ITEM_REFUSALS } from './dossier-item-refusals.ts';
import { ORGANISATION_REFUSALS } from './organisation-refusals.ts';
import type { Sentence } from './sentence.ts';
import { type FactsOf, type NameLookup, Voice, type Wording } from './voice.ts';

/** Total over every refusal by its type; exported so that a test can walk it. */
export const REFUSAL_WORDING: Wording<FactsOf<Refusal>> = {
  ...DOSSIER_FILE_REFUSALS,
  ...DOSSIER_ITEM_REFUSALS,
  ...ORGANISATION_REFUSALS,
  ...CATALOGUE_REFUSALS,
  ...APPLICATION_REFUSALS,
};

const NAMELESS: NameLookup = () => undefined;

/**
 * What a refusal says to the user: what is wrong, with the facts in it, and what to do. Ids are
 * shown by the names that `nameOf` knows, else as they are.
 */
export function refusalSentences(refusal: Refusal, nameOf: NameLookup = NAMELESS): Sentence {
  const wording = REFUSAL_WORDING[refusal.code] as (
    facts: Refusal['facts'],
    zh: Voice,
    en: Voice,
  ) => Sentence;
  return wording(refusal.facts, new Voice('zh', nameOf), new Voice('en', nameOf));
}
