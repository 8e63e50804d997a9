import { ErrorType, MaxAppendSizeExceededError, NotLeaderError } from '@eventstore/db-client';

import { StoreFault } from '../faults.ts';

/** Status codes of gRPC, https://grpc.io/docs/guides/status-codes/ */
const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;
const UNIMPLEMENTED = 12;
const UNAUTHENTICATED = 16;
/** Nothing that comes back by itself: the request or the settings must change. */
const REFUSED_CODES: ReadonlySet<number> = new Set([
  INVALID_ARGUMENT,
  PERMISSION_DENIED,
  UNIMPLEMENTED,
  UNAUTHENTICATED,
]);
const REFUSED_TYPES: ReadonlySet<string> = new Set([
  ErrorType.ACCESS_DENIED,
  ErrorType.STREAM_DELETED,
  ErrorType.UNSUPPORTED,
]);
/** Said by the client itself, without a code: no member answered, or the channel was just replaced. */
const OUT_OF_REACH = /^Failed to discover|has been shut down|closed/i;

/**
 * What an error of the client or the server means to whoever uses the store. Judged by code and type,
 * since a refused connection comes as a plain error with a code. After any other status of the server
 * the outcome is unknown, and the same ids may be sent again. What is no error of the server comes
 * back as it is.
 */
export function faultOf(error: unknown): unknown {
  if (error instanceof StoreFault || !(error instanceof Error)) return error;
  const because = { cause: error };
  const reason = error.message === '' ? typeOf(error) : error.message;
  if (error instanceof MaxAppendSizeExceededError) {
    const path = `the log server (--max-append-size ${error.maxAppendSize})`;
    return new StoreFault({ code: 'store-full', path }, because);
  }
  const code = codeOf(error);
  if (REFUSED_TYPES.has(typeOf(error)) || (code !== undefined && REFUSED_CODES.has(code))) {
    return new StoreFault({ code: 'store-refused', reason }, because);
  }
  if (code !== undefined || OUT_OF_REACH.test(error.message)) {
    return new StoreFault({ code: 'store-unavailable', reason }, because);
  }
  return error;
}

/** Whether a member that does not lead turned the request away; the client now knows who leads. */
export function isNotLeader(error: unknown): boolean {
  return error instanceof NotLeaderError;
}

function codeOf(error: Error): number | undefined {
  return 'code' in error && typeof error.code === 'number' ? error.code : undefined;
}

function typeOf(error: Error): string {
  return 'type' in error && typeof error.type === 'string' ? error.type : error.name;
}
