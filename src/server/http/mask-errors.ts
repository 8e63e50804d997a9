import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { isStoreFault } from '../../eventstore/faults.ts';
import type { ApiContext } from '../../graphql/context.ts';
import { isReadModelFault } from '../../projections/faults.ts';
import { apiProblemSentences, type ApiProblem } from '../../wording/api-problems.ts';

/**
 * Masks what no resolver foresaw, under the request's id; the log has the whole story. Nothing of
 * the inside goes out, neither in answers nor in what is pushed.
 */
export function maskErrors(logger: Logger): Plugin<ApiContext> {
  const mask = (error: GraphQLError, context: unknown): GraphQLError => {
    const { httpRequestId } = context as ApiContext;
    const masked = maskedError(error, httpRequestId);
    if (masked !== error) logger.error({ err: error.originalError, httpRequestId }, 'masked');
    return masked;
  };
  return {
    onExecutionResult(payload) {
      const { result, context } = payload;
      if (result === undefined || Array.isArray(result) || !('errors' in result)) return;
      const errors = result.errors?.map((error) => mask(error, context));
      payload.setResult({ ...result, ...(errors && { errors }) });
    },
    onSubscribe: ({ args }) => ({
      onSubscribeError({ error, setError }) {
        setError(mask(asGraphQLError(error), args.contextValue));
      },
      onSubscribeResult: () => ({
        onNext(payload) {
          const { errors } = payload.result;
          if (!errors) return;
          const masked = errors.map((error) => mask(error, args.contextValue));
          payload.setResult({ ...payload.result, errors: masked });
        },
      }),
    }),
  };
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}

/**
 * What a client hears of an error: faults that it can do something about are named; everything else
 * that we did not raise ourselves is "unexpected".
 */
function maskedError(error: GraphQLError, httpRequestId: string): GraphQLError {
  const { originalError, path } = error;
  if (originalError === undefined || originalError instanceof GraphQLError) return error;
  const code = codeOf(originalError);
  const { zh, en } = apiProblemSentences(code);
  const extensions = { code, retryable: RETRYABLE.has(code), httpRequestId };
  return new GraphQLError(`${zh} ${en}`, { path, extensions });
}

const RETRYABLE: ReadonlySet<ApiProblem> = new Set([
  'STORE_UNAVAILABLE',
  'TIMEOUT',
  'READ_MODELS_REBUILDING',
]);

function codeOf(error: Error): ApiProblem {
  if (isStoreFault(error, 'store-full')) return 'STORE_FULL';
  if (isStoreFault(error) && error.retryable) return 'STORE_UNAVAILABLE';
  if (isReadModelFault(error, 'read-models-behind')) return 'TIMEOUT';
  if (isReadModelFault(error, 'read-models-rebuilding')) return 'READ_MODELS_REBUILDING';
  if (isReadModelFault(error, 'cursor-invalid')) return 'BAD_CURSOR';
  return 'UNEXPECTED';
}
