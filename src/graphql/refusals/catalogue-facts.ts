import type { CatalogueRefusal } from '../../domain/catalogue/catalogue.ts';
import type { KindsOf } from './fact-kinds.ts';

type CatalogueRefusalFacts = {
  readonly [Each in CatalogueRefusal as Each['code']]: Each['facts'];
};

/** The facts of each refusal as fields of its GraphQL type. */
export const CATALOGUE_REFUSALS = {
  'procedure-version-published': { procedure: 'text', version: 'number' },
  'procedure-version-not-next': { procedure: 'text', version: 'number', latest: 'number' },
} as const satisfies KindsOf<CatalogueRefusalFacts>;
