import { z } from 'zod';

/** Lower-case words joined by hyphens: how definitions name everything. */
export const slug = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
/** Name of a form question or parameter, usable in expressions: `floorArea`. */
export const fieldName = z.string().regex(/^[a-z][A-Za-z0-9]*$/);
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
  kind: z.enum(['statutory', 'promised']),
  amount: z.int().positive(),
  unit,
  starts: z.enum(['received', 'accepted', 'decided', 'served', 'prerequisite-arrived']),
  /** The law leaves no number of days: `true` says the limit is the promise alone. */
  source,
  note: z.string().exactOptional(),
});

export const promise = z.strictObject({ amount: z.int().positive(), unit, source });

export const step = z.strictObject({
  step: z.enum(['handle', 'review', 'approve']),
  /** Who may do it; the post of the same name by default. */
  by: z.array(z.enum(['window', 'handler', 'reviewer', 'approver', 'organ-head'])).min(1),
});

export const materialDemand = z.strictObject({
  material: slug,
  required: z.boolean().default(true),
  when: expression.exactOptional(),
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
