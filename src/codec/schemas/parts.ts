import { z } from 'zod';

import { personal } from './personal.ts';
import {
  count,
  day,
  departmentId,
  itemSlug,
  materialSlug,
  ordinal,
  sha256,
  stageSlug,
} from './vocabulary.ts';

const contact = z.strictObject({
  name: z.string(),
  phone: z.string(),
  idNumber: z.string().exactOptional(),
});

export const investor = z.strictObject({
  name: z.string(),
  kind: z.enum(['government', 'enterprise', 'individual']),
  creditCode: z.string().exactOptional(),
  contact: personal(contact),
});

export const answers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

export const attachment = z.strictObject({
  hash: sha256,
  sizeBytes: count,
  mediaType: z.string(),
  fileName: z.string(),
});

export const correction = z.strictObject({
  material: materialSlug,
  problem: z.enum([
    'missing',
    'illegible',
    'wrong-form',
    'inconsistent',
    'expired',
    'unsigned',
    'incomplete',
  ]),
  note: z.string(),
});

export const matchedItem = z.strictObject({
  item: itemSlug,
  stage: stageSlug,
  department: departmentId.exactOptional(),
});

export const stageLead = z.strictObject({ stage: stageSlug, department: departmentId });

export const grounds = z.strictObject({
  reason: z.string(),
  basis: z.string(),
  remedy: z.string(),
});

export const outcome = z.enum(['approved', 'rejected']);

/** Shapes to be spread into the events that have these fields. */
export const onItem = { item: itemSlug };
export const ofIntake = { intake: ordinal };
export const proposed = { proposal: z.enum(['approve', 'reject']), opinion: z.string() };
export const approval = {
  note: z.string().exactOptional(),
  overridingReason: z.string().exactOptional(),
};
export const service = {
  manner: z.enum(['window', 'post', 'electronic', 'left', 'public-notice']),
  proof: z.string(),
  servedOn: day,
};
