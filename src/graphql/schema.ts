import type { GraphQLSchema } from 'graphql';
import type { z } from 'zod';
import { correction, contact, grounds, investor } from '../application/commands/parts.ts';
import { createBuilder } from './builder.ts';
import { InputTypes } from './inputs/from-zod.ts';
import { addRefusals } from './refusals/refusal-types.ts';
import { addScalars } from './scalars.ts';
import { addCommandResult } from './types/command-result.ts';
import { addDossierMutations } from './types/dossier-mutations.ts';

/** How the parts that several commands share are called in the API. */
const SHARED_INPUTS: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [grounds, 'GroundsInput'],
  [investor, 'InvestorInput'],
  [contact, 'ContactInput'],
  [correction, 'CorrectionInput'],
]);

/** The whole API. Built anew at each call; a process does it once. */
export function createSchema(): GraphQLSchema {
  const builder = createBuilder();
  addScalars(builder);
  builder.queryType({});
  builder.mutationType({});
  const result = addCommandResult(builder, addRefusals(builder));
  addDossierMutations(builder, new InputTypes(builder, SHARED_INPUTS), result);
  return builder.toSchema();
}
