import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Logger } from 'pino';
import { isStoreFault } from '../../eventstore/faults.ts';
import type { ApiContext } from '../../graphql/context.ts';
import { faultSentences } from '../../wording/faults.ts';

/**
 * Masks what no resolver foresaw, under the request's id; the log has the whole story. Nothing of
 * the inside goes out.
 */
export function maskErrors(logger: Logger): Plugin<ApiContext> {
  return {
    onExecutionResult({ result, setResult, context }) {
      if (result === undefined || Array.isArray(result) || !('errors' in result)) return;
      const { httpRequestId } = context as unknown as ApiContext;
      const errors = result.errors?.map((error) => {
        const masked = maskedError(error, httpRequestId);
        if (masked !== error) logger.error({ err: error.originalError, httpRequestId }, 'masked');
        return masked;
      });
      setResult({ ...result, ...(errors && { errors }) });
    },
  };
}

/**
 * What a client hears of an error: a fault that may pass says so and may be retried with the same
 * request id; everything else that we did not raise ourselves is "unexpected".
 */
function maskedError(error: GraphQLError, httpRequestId: string): GraphQLError {
  const { originalError } = error;
  if (originalError === undefined || originalError instanceof GraphQLError) return error;
  const { path } = error;
  if (isStoreFault(originalError) && originalError.retryable) {
    const { zh, en } = faultSentences(originalError.facts);
    const extensions = { code: 'STORE_UNAVAILABLE', retryable: true, httpRequestId };
    return new GraphQLError(`${zh} / ${en}`, { path, extensions });
  }
  const extensions = { code: 'UNEXPECTED', retryable: false, httpRequestId };
  return new GraphQLError('系统内部错误 / Unexpected error.', { path, extensions });
}
