import { z } from 'zod';
import {
  expression,
  fieldName,
  limit,
  materialDemand,
  promise,
  slug,
  source,
  step,
  text,
  transitionChange,
} from './vocabulary.ts';

const label = { id: fieldName, label: text, required: z.boolean().default(true) };
const shownWhen = { when: expression.exactOptional(), personal: z.boolean().default(false) };

/** One question of the one form. `when` hides it (and lifts `required`) where it does not hold. */
const question = z.discriminatedUnion('type', [
  z.strictObject({ ...label, ...shownWhen, type: z.literal('boolean') }),
  z.strictObject({
    ...label,
    ...shownWhen,
    type: z.literal('choice'),
    options: z.array(z.strictObject({ option: slug, label: text })).min(2),
  }),
  z.strictObject({
    ...label,
    ...shownWhen,
    type: z.literal('number'),
    min: z.number().exactOptional(),
    max: z.number().exactOptional(),
    /** Shown behind the field, e.g. `m²`. */
    unit: z.string().exactOptional(),
  }),
  z.strictObject({
    ...label,
    ...shownWhen,
    type: z.literal('text'),
    maxLength: z.int().positive().default(200),
  }),
]);

/** An item as a procedure uses it; what is given here overrides the catalogue. */
const itemUse = z.strictObject({
  item: slug,
  when: expression
    .exactOptional()
    .describe('适用条件 Belongs to the dossier where this holds; always when absent'),
  needs: expression
    .exactOptional()
    .describe('前置条件 Pre-reviewed while they are missing, decided when they arrive'),
  dueBy: slug
    .exactOptional()
    .describe('最迟阶段 The stage by whose end it must be there; its own when absent'),
  promise: promise.exactOptional().describe('承诺 Takes the place of the promised limits'),
  kind: z.enum(['instant', 'promised', 'joint', 'report-up', 'external']).exactOptional(),
  department: slug.exactOptional(),
  steps: z.array(step).exactOptional(),
  limits: z.array(limit).exactOptional(),
  materials: z.array(materialDemand).exactOptional(),
  transitions: z.array(transitionChange).exactOptional(),
});

export const stage = z.strictObject({
  stage: slug,
  name: text,
  lead: slug.describe('牵头部门 A locality may publish with another'),
  promise,
  items: z.array(itemUse).min(1),
});

/** `workflows/<procedure>/procedure.yaml` */
export const procedureFile = z.strictObject({
  procedure: slug,
  version: z.int().positive(),
  name: text,
  purpose: text,
  target: promise.exactOptional(),
  projectCode: z.enum(['required', 'optional', 'not-used']),
  collectCorrectionsWithinDays: z.int().min(0).default(2),
  /** Numbers a locality may change when it publishes; `param.<name>` in expressions. */
  parameters: z
    .array(z.strictObject({ parameter: fieldName, label: text, value: z.number(), source }))
    .default([]),
  form: z.array(question).min(1),
  /** Each must hold for the project to use this procedure. */
  eligibility: z.array(z.strictObject({ condition: expression, name: text, source })).default([]),
  stages: z.array(stage).min(1),
});

export type Question = z.infer<typeof question>;
export type ItemUse = z.infer<typeof itemUse>;
export type StageFile = z.infer<typeof stage>;
export type ProcedureFile = z.infer<typeof procedureFile>;
