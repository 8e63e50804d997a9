import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './schema.ts';

/** The API as text (SDL), sorted, so that a change of it shows as a change of few lines. */
export function schemaSdl(): string {
  return `${printSchema(lexicographicSortSchema(createSchema()))}\n`;
}
