import { z } from 'zod';
import {
  allowance,
  day,
  limit,
  materialDemand,
  situation,
  slug,
  step,
  text,
  transitionChange,
} from './vocabulary.ts';

/** `workflows/catalogue/departments.yaml`: kinds of department, not departments. */
export const departmentsFile = z.strictObject({
  departments: z.array(z.strictObject({ department: slug, name: text })).min(1),
});

/** `workflows/catalogue/instruments.yaml`: laws, regulations and local notices relied on. */
export const instrument = z.strictObject({
  instrument: slug,
  name: text,
  number: z.string().exactOptional(),
  level: z.enum(['law', 'regulation', 'rule', 'local-regulation', 'local-notice']),
  validFrom: day,
  /** Last day in force; absent while none is known. */
  validTo: day.exactOptional(),
  /** How far the line may be trusted: read in full, seen in part, or not re-read. */
  read: z.enum(['full-text', 'opening', 'not-read']),
});
export const instrumentsFile = z.strictObject({ instruments: z.array(instrument).min(1) });

/** `workflows/catalogue/materials.yaml`: types of paper, shared by all items that ask for one. */
export const material = z.strictObject({
  material: slug,
  name: text,
  /** Fetched from a shared register, so that the applicant is never asked (Order 716 art 7). */
  shared: z.boolean().default(false),
  note: z.string().exactOptional(),
});
export const materialsFile = z.strictObject({ materials: z.array(material).min(1) });

/** `workflows/catalogue/items/<slug>.yaml`: one department's approval. */
export const catalogueItem = z.strictObject({
  item: slug,
  name: text,
  kind: z.enum(['instant', 'promised', 'joint', 'report-up', 'external']),
  /** Absent for external items alone. */
  department: slug.exactOptional(),
  basis: z.array(allowance).default([]),
  /** Default: handle by handler, review by reviewer, approve by approver; instant: approve alone. */
  steps: z.array(step).exactOptional(),
  opinions: z
    .strictObject({ from: z.array(slug).min(1), deemedConsent: allowance.exactOptional() })
    .exactOptional(),
  limits: z.array(limit).default([]),
  situations: z.array(situation).default([]),
  materials: z.array(materialDemand).default([]),
  /** The paper that a favourable decision puts out; absent: the decision itself ends the item. */
  result: z.strictObject({ paper: text }).exactOptional(),
  tolerance: allowance.exactOptional(),
  commitment: allowance.exactOptional(),
  transitions: z.array(transitionChange).default([]),
  note: z.string().exactOptional(),
});

export type DepartmentsFile = z.infer<typeof departmentsFile>;
export type Instrument = z.infer<typeof instrument>;
export type MaterialType = z.infer<typeof material>;
export type CatalogueItem = z.infer<typeof catalogueItem>;
