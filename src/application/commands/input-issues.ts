import type { z } from 'zod';
import { ok, refuse, type Result } from '../../kernel/result.ts';

/** One thing wrong with an input, before it is a command at all. The sentence is in `wording`. */
export interface InputIssue {
  /** Where: `corrections.0.material`. */
  readonly path: string;
  readonly problem: InputProblem;
}

export type InputProblem =
  | 'missing-or-wrong-type'
  | 'unknown-field'
  | 'too-long-or-large'
  | 'too-short-or-small'
  | 'not-an-option'
  | 'malformed';

/** Reads untrusted data by a schema; every issue at once. */
export function readInput<Value>(
  schema: z.ZodType<Value>,
  data: unknown,
): Result<Value, readonly InputIssue[]> {
  const read = schema.safeParse(data);
  return read.success ? ok(read.data) : refuse(read.error.issues.flatMap(issuesOf));
}

function issuesOf(issue: z.core.$ZodIssue): readonly InputIssue[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      path: [...issue.path, key].join('.'),
      problem: 'unknown-field' as const,
    }));
  }
  return [{ path: issue.path.join('.'), problem: problemOf(issue.code) }];
}

function problemOf(code: z.core.$ZodIssue['code']): InputProblem {
  switch (code) {
    case 'invalid_type':
      return 'missing-or-wrong-type';
    case 'too_big':
      return 'too-long-or-large';
    case 'too_small':
      return 'too-short-or-small';
    case 'invalid_value':
    case 'invalid_union':
      return 'not-an-option';
    case 'unrecognized_keys':
      return 'unknown-field';
    default:
      return 'malformed';
  }
}
