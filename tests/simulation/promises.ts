import type { Recorded } from '../../src/codec/envelope.ts';
import type { RequestId } from '../../src/kernel/ids.ts';
import type { Asked } from './clients.ts';

type Log = readonly Recorded[];

/**
 * Where answers and log do not agree: what was acknowledged is in the log once, whole, in one
 * stream and at the place that was told; what was refused is not there.
 */
export function brokenPromises(asked: readonly Asked[], log: Log): readonly string[] {
  const written = Map.groupBy(log, ({ metadata }) => metadata.requestId);
  return [
    ...asked.flatMap((one) => brokenPromise(one, written.get(one.request.requestId) ?? [])),
    ...[...written].flatMap(([requestId, events]) => scattered(requestId, events)),
    ...repeatedIds(log),
  ];
}

function brokenPromise({ request, answer, heardBefore }: Asked, events: Log): readonly string[] {
  const { requestId, input } = request;
  const about = `${requestId} ${input.type}`;
  if (!answer.ok) return events.length === 0 ? [] : [`${about} was refused and written`];
  const last = events.at(-1);
  // A form that was filled with the same answers again leaves nothing to write.
  if (last === undefined) return input.type === 'FillForm' ? [] : [`${about} is lost`];
  const { position, revision } = answer.value;
  if (last.position !== position || last.revision !== revision) {
    return [`${about} stands at ${last.position}, ${position} was told`];
  }
  return heardBefore === undefined || position > heardBefore
    ? []
    : [`${about} stands at ${position}, before ${heardBefore} that was known when it was asked`];
}

function scattered(requestId: RequestId, events: Log): readonly string[] {
  const [first] = events;
  const isWhole = events.every(
    ({ stream, revision }, index) =>
      first !== undefined && stream === first.stream && revision === first.revision + index,
  );
  return isWhole ? [] : [`${requestId} is written in several places`];
}

function repeatedIds(log: Log): readonly string[] {
  const byId = Map.groupBy(log, ({ id }) => id);
  return [...byId].filter(([, events]) => events.length > 1).map(([id]) => `${id} is there twice`);
}
