import { z } from 'zod';

import { investor, outcome } from './parts.ts';
import { personId, procedureRef, stageSlug } from './vocabulary.ts';

/** Version 1 of the events that concern a dossier as a whole after it was opened. */
export const courseEvents = {
  AgentAssigned: z.strictObject({ agent: personId }),
  InvestorRenamed: z.strictObject({ name: z.string(), reason: z.string() }),
  InvestorReplaced: z.strictObject({ investor, reason: z.string(), basis: z.string() }),
  ProcedureMoved: z.strictObject({
    from: procedureRef,
    to: procedureRef,
    reason: z.string(),
    authority: z.string(),
  }),
  StageConcluded: z.strictObject({ stage: stageSlug, outcome }),
  DossierConcluded: z.strictObject({ outcome, note: z.string().exactOptional() }),
  DossierAbandoned: z.strictObject({ reason: z.string() }),
};
