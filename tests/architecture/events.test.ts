/** Every event of the domain can be written, read, described to others, and tested at random. */
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { AnyEvent } from '../../src/codec/envelope.ts';
import { eventJsonSchemas } from '../../src/codec/event-json-schemas.ts';
import { EVENT_REGISTRY, EVENT_SCHEMAS } from '../../src/codec/registry.ts';
import { randomEvent } from '../unit/codec/random-events.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const SCHEMAS = join(ROOT, 'schema', 'events');

/**
 * Names of the events as the domain's own files say them, so that a family that was never added to
 * `AnyEvent` is seen, too.
 */
function eventsOfTheDomain(): readonly string[] {
  const families = globSync('src/domain/*/events.ts', { cwd: ROOT });
  const named = families.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bFact<\s*'(\w+)'/g)].map(
      ([, name]) => name ?? '',
    ),
  );
  return [...named, 'ProcedurePublished'].toSorted();
}

describe('every event of the domain', () => {
  it('is read off its files', () => {
    expect(eventsOfTheDomain()).toContain('DossierOpened');
    expect(eventsOfTheDomain()).toContain('PostEnded');
    expect(eventsOfTheDomain().length).toBeGreaterThan(40);
  });

  it('has a schema, and no schema is left over', () => {
    expect(Object.keys(EVENT_SCHEMAS).toSorted()).toEqual(eventsOfTheDomain());
    expect([...EVENT_REGISTRY.keys()].toSorted()).toEqual(eventsOfTheDomain());
  });

  it('has a JSON schema on file, as generated (npm run schema writes them)', () => {
    const generated = eventJsonSchemas();
    expect(readdirSync(SCHEMAS).toSorted()).toEqual([...generated.keys()].toSorted());
    const drifted = [...generated].filter(
      ([name, text]) => readFileSync(join(SCHEMAS, name), 'utf8') !== text,
    );
    expect(drifted.map(([name]) => name)).toEqual([]);
  });

  it('has random values for the histories of tests', () => {
    const types = eventsOfTheDomain() as readonly AnyEvent['type'][];
    for (const type of types) {
      const [event] = fc.sample(randomEvent(type), 1);
      expect(event?.type).toBe(type);
    }
  });
});
