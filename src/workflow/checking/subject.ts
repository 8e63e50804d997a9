import type { Day } from '../../kernel/instant.ts';
import type { DefinitionMistake } from '../loading/mistake.ts';
import type { ResolvedProcedure } from '../loading/resolve.ts';
import type { ProcedureModel } from './procedure-model.ts';

/** A procedure on the table of a rule that looks at one thing after the other. */
export interface Subject extends ResolvedProcedure {
  /** The day for which instruments must be in force. */
  readonly onDay: Day;
}

/** A rule that can judge parts of a definition whatever is wrong with other parts. */
export type Rule = (subject: Subject) => readonly DefinitionMistake[];

/** A rule that tries combinations of answers; asked only once all else is in order. */
export type ProofRule = (model: ProcedureModel) => readonly DefinitionMistake[];
