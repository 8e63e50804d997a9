import type { GraphQLSchema } from 'graphql';
import type { z } from 'zod';
import { postKind } from '../codec/schemas/vocabulary.ts';
import { correction, contact, grounds, investor } from '../application/commands/parts.ts';
import { createBuilder, type ApiBuilder } from './builder.ts';
import { InputTypes } from './inputs/from-zod.ts';
import { addRefusals } from './refusals/refusal-types.ts';
import { addScalars } from './scalars.ts';
import { addAgentDesk } from './types/agent-desk.ts';
import { addCommandResult } from './types/command-result.ts';
import { addDepartments } from './types/department.ts';
import { addIntake } from './types/dossier-intake.ts';
import { addDossierItem } from './types/dossier-item.ts';
import { addDossierMutations } from './types/dossier-mutations.ts';
import { addDossierPapers } from './types/dossier-papers.ts';
import { addDossierStage } from './types/dossier-stage.ts';
import { addDossier } from './types/dossier.ts';
import { addDryRunMove } from './types/dry-run-move.ts';
import { addInbox } from './types/inbox.ts';
import { addInvestor } from './types/investor.ts';
import { addLabels } from './types/label.ts';
import { addNextActions } from './types/next-action.ts';
import { addOfficeMutations } from './types/office-mutations.ts';
import { addPersons } from './types/person.ts';
import { addProcedureParts } from './types/procedure-parts.ts';
import { addProcedures } from './types/procedure.ts';
import { addSearch } from './types/search.ts';
import { addSubscriptions } from './types/subscriptions.ts';
import { addTimeline } from './types/timeline.ts';
import { addViewer } from './types/viewer.ts';

/** How the parts that several commands share are called in the API. */
const SHARED_INPUTS: ReadonlyMap<z.ZodType, string> = new Map<z.ZodType, string>([
  [grounds, 'GroundsInput'],
  [investor, 'InvestorInput'],
  [contact, 'ContactInput'],
  [correction, 'CorrectionInput'],
  [postKind, 'PostKind'],
]);

/** The whole API. Built anew at each call; a process does it once. */
export function createSchema(): GraphQLSchema {
  const builder = createBuilder();
  const inputs = new InputTypes(builder, SHARED_INPUTS);
  addScalars(builder);
  builder.queryType({});
  builder.mutationType({});
  addReading(builder, inputs.enum(postKind, 'PostKind'));
  addSubscriptions(builder);
  const means = { builder, inputs, result: addCommandResult(builder, addRefusals(builder)) };
  addDossierMutations(means);
  addOfficeMutations(means);
  return builder.toSchema();
}

function addReading(builder: ApiBuilder, postKinds: string): void {
  addLabels(builder);
  addPersons(builder);
  addViewer(builder);
  addDepartments(builder, postKinds);
  addProcedures(builder);
  addProcedureParts(builder);
  addDossier(builder);
  addInvestor(builder);
  addDossierStage(builder);
  addDossierItem(builder);
  addIntake(builder);
  addDossierPapers(builder);
  addNextActions(builder);
  addTimeline(builder);
  addDryRunMove(builder);
  addAgentDesk(builder);
  addInbox(builder, postKinds);
  addSearch(builder);
}
