import { z } from 'zod';

import { ordinal, procedureId, sha256 } from './vocabulary.ts';

/** Opaque here: `workflow` has checked it before it was published, and reads it. */
const definition = z.unknown().refine(isObject, 'Expected an object');

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}

/** Version 1 of the events of the catalogue. */
export const catalogueEvents = {
  ProcedurePublished: z.strictObject({
    procedure: procedureId,
    version: ordinal,
    hash: sha256,
    definition,
  }),
};
