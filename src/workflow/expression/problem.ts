import type { SourceRange } from '@marcbachmann/cel-js';

/** Why a text is no expression here. `start` and `end` are offsets into the text. */
export interface ExpressionProblem extends SourceRange {
  readonly code:
    | 'syntax'
    | 'wrong-type'
    | 'unknown-question'
    | 'unknown-parameter'
    | 'unknown-item'
    | 'unknown-option'
    | 'not-allowed'; // CEL that definitions do without, or a function that has no meaning here
  /** The name or construct at fault. */
  readonly name: string;
  /** What the CEL parser or type checker says, for `syntax` and `wrong-type`. */
  readonly detail?: string;
}
