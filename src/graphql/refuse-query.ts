import { GraphQLError } from 'graphql';
import { apiProblemSentences, type ApiProblem } from '../wording/api-problems.ts';

/** Why a query or subscription is not answered; mutations answer with refusals instead. */
export type QueryProblem = Extract<
  ApiProblem,
  'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'BAD_INPUT' | 'TIMEOUT' | 'TOO_SLOW'
>;

/**
 * The error that a query is refused with: a code for programs and sentences for people.
 * @param detail which argument, where one is meant
 */
export function queryRefused(code: QueryProblem, detail?: string): GraphQLError {
  const { zh, en } = apiProblemSentences(code);
  const message = detail === undefined ? `${zh} ${en}` : `${zh} ${en} (${detail})`;
  const retryable = code === 'TIMEOUT' || code === 'TOO_SLOW';
  return new GraphQLError(message, { extensions: { code, retryable } });
}
