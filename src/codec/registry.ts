import type { z } from 'zod';

import { applicationEvents } from './schemas/dossier-application.ts';
import { catalogueEvents } from './schemas/catalogue.ts';
import { courseEvents } from './schemas/dossier-course.ts';
import { itemEvents } from './schemas/dossier-items.ts';
import { organisationEvents } from './schemas/organisation.ts';

/** One version of one event. Versions that were ever written stay for ever. */
export interface EventVersion {
  /** The data, personal fields open. Which fields are personal is read off the schema. */
  readonly schema: z.ZodType;
  /** Data of this version as data of the next. Every version but the newest has one. Pure. */
  readonly upcast?: (data: unknown) => unknown;
}

/** Every event by type; version 1 comes first. The last version is the one that is written. */
export type EventRegistry = ReadonlyMap<string, readonly EventVersion[]>;

/** The newest schema of every event, by type. */
export const EVENT_SCHEMAS = {
  ...applicationEvents,
  ...itemEvents,
  ...courseEvents,
  ...organisationEvents,
  ...catalogueEvents,
};

/** What was written before the newest version, oldest first; each with its upcaster. None yet. */
const OLDER_VERSIONS: { readonly [Type in keyof typeof EVENT_SCHEMAS]?: readonly EventVersion[] } =
  {};

export const EVENT_REGISTRY: EventRegistry = new Map(
  Object.entries(EVENT_SCHEMAS).map(([type, schema]) => [
    type,
    [...(OLDER_VERSIONS[type as keyof typeof EVENT_SCHEMAS] ?? []), { schema }],
  ]),
);
