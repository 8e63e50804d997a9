import type { StreamName } from '../../eventstore/port.ts';

/** The organisation: one stream, so that one revision says which state of it was consulted. */
export const ORGANISATION_STREAM = 'organisation-main' as StreamName;

/** The published procedures. */
export const CATALOGUE_STREAM = 'catalogue-main' as StreamName;
