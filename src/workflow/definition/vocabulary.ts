import { z } from 'zod';

export const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
/** Lower-case words joined by hyphens: how definitions name everything. */
export const slug = z.string().regex(SLUG);
export const FIELD_NAME = /^[a-z][A-Za-z0-9]*$/;
/** Name of a form question or parameter, usable in expressions: `floorArea`. */
export const fieldName = z.string().regex(FIELD_NAME);
/** A CEL expression over `form`, `param`, `done("item")` and `applies("item")`. */
export const expression = z.string().min(1);
export const day = z.iso.date();

export const text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const unit = z.enum(['working-days', 'natural-days', 'months', 'years']);

/** Where a rule comes from. An estimate of ours is an editable default and is labelled so. */
export const source = z.union([
  z.strictObject({ instrument: slug, article: z.string().min(1).exactOptional() }),
  z.strictObject({ estimate: z.string().min(1) }),
]);

export const limit = z.strictObject({
  kind: z.enum(['statutory', 'promised']).describe('法定或承诺 Statutory or promised'),
  amount: z.int().positive(),
  unit,
  starts: z
    .enum(['received', 'accepted', 'decided', 'served', 'prerequisite-arrived'])
    .describe('起算 What starts the limit'),
  source,
  note: z.string().exactOptional(),
});

export const promise = z.strictObject({ amount: z.int().positive(), unit, source });

export const step = z.strictObject({
  step: z.enum(['handle', 'review', 'approve']),
  by: z
    .array(z.enum(['window', 'handler', 'reviewer', 'approver', 'organ-head']))
    .min(1)
    .describe('由谁办 Posts that may do it'),
});

export const materialDemand = z.strictObject({
  material: slug,
  required: z.boolean().default(true),
  when: expression.exactOptional().describe('何时需要 Asked for only where this holds'),
  source,
});

/** Case of an item 情形: where `when` holds, its limits replace and its materials join the item's. */
export const situation = z.strictObject({
  situation: slug,
  name: text,
  when: expression,
  limits: z.array(limit).exactOptional(),
  materials: z.array(materialDemand).default([]),
});

/** A special outcome is allowed only where an instrument allows it. */
export const allowance = z.strictObject({
  instrument: slug,
  article: z.string().min(1).exactOptional(),
});

/** Changes one transition of the item's machine; proven like every other by the check. */
export const transitionChange = z.strictObject({
  from: z.string().min(1),
  on: z.string().min(1),
  /** Absent: the transition is taken away. */
  to: z.string().min(1).exactOptional(),
});

export type LocalText = z.infer<typeof text>;
export type Source = z.infer<typeof source>;
export type Limit = z.infer<typeof limit>;
export type LimitUnit = z.infer<typeof unit>;
export type Promised = z.infer<typeof promise>;
export type StepRule = z.infer<typeof step>;
export type MaterialRule = z.infer<typeof materialDemand>;
export type TransitionChange = z.infer<typeof transitionChange>;
