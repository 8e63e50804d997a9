import { z } from 'zod';

import type { EventId } from '../eventstore/port.ts';
import type { PersonId } from '../kernel/ids.ts';
import { canonicalText } from './canonical.ts';
import { CodecFault } from './faults.ts';
import type { KeyStore } from './key-store.ts';
import { EACH, type FieldPath, storedPersonal } from './schemas/personal.ts';
import { type RandomBytes, seal, unseal } from './sealing.ts';

/** Which event's fields are at hand, for the seal and for the fault. */
export interface EventName {
  readonly id: EventId;
  readonly type: string;
}

const compiledPersonal = z.compile(storedPersonal);

type Change = (found: unknown, path: string) => unknown;

/** A copy of the data with the personal fields sealed, each with its person's key. */
export function sealFields(
  data: unknown,
  paths: readonly FieldPath[],
  name: EventName,
  means: { readonly keys: KeyStore; readonly randomBytes: RandomBytes },
): unknown {
  return changeAll(data, paths, (found, path) => {
    const field = found as { readonly subject: PersonId; readonly value?: unknown };
    if (!('value' in field)) return field;
    const { subject, value } = field;
    const key = means.keys.ensure(subject);
    const sealed = seal(canonicalText(value), key, placeOf(name, path), means.randomBytes);
    return { subject, sealed };
  });
}

/**
 * A copy of the data with the sealed fields opened, or `erased` where the person's key is.
 * @throws CodecFault `malformed-event` where a personal field lies open in the log, `unsealing-failed`
 */
export function unsealFields(
  data: unknown,
  paths: readonly FieldPath[],
  name: EventName,
  keys: KeyStore,
): unknown {
  return changeAll(data, paths, (found, path) => {
    const stored = compiledPersonal.safeParse(found);
    if (!stored.success) {
      const reason = 'neither sealed nor erased';
      throw new CodecFault({ code: 'malformed-event', ...name, path: `/data${path}`, reason });
    }
    if (!('sealed' in stored.data)) return stored.data;
    const { subject, sealed } = stored.data;
    const key = keys.find(subject);
    if (key === 'erased') return { subject, erased: true };
    const text = key && unseal(sealed, key, placeOf(name, path));
    if (text === undefined) {
      const reason = key ? 'not-authentic' : 'key-missing';
      const facts = { ...name, path: `/data${path}`, subject, reason } as const;
      throw new CodecFault({ code: 'unsealing-failed', ...facts });
    }
    return { subject, value: JSON.parse(text) as unknown };
  });
}

function placeOf(name: EventName, path: string): string {
  return `${name.id}${path}`;
}

function changeAll(data: unknown, paths: readonly FieldPath[], change: Change): unknown {
  return paths.reduce((changed, path) => changeAt(changed, path, '', change), data);
}

/** Changes what stands at a path; where nothing stands, there is nothing to change. */
function changeAt(value: unknown, way: FieldPath, path: string, change: Change): unknown {
  const [step, ...rest] = way;
  if (step === undefined) return change(value, path);
  if (step === EACH) {
    if (!Array.isArray(value)) return value;
    return value.map((one, index) => changeAt(one, rest, `${path}/${index}`, change));
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return value;
  return { ...value, [step]: changeAt(value[step], rest, `${path}/${step}`, change) };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
