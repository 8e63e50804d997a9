import { z } from 'zod';

import type {
  DepartmentId,
  DepartmentKind,
  DossierNumber,
  ItemSlug,
  MaterialSlug,
  PersonId,
  PostId,
  ProcedureId,
  RegionCode,
  RequestId,
  Sha256,
  StageSlug,
} from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/instant.ts';

/** The one place where checked text becomes a branded string. */
function branded<Branded extends string>(schema: z.ZodType<string>): z.ZodType<Branded, string> {
  return schema as z.ZodType<Branded, string>;
}

/** Ids are made elsewhere, each by its own rule; here it matters only that there is one. */
const id = z.string().min(1);

export const dossierNumber = branded<DossierNumber>(id);
export const itemSlug = branded<ItemSlug>(id);
export const stageSlug = branded<StageSlug>(id);
export const materialSlug = branded<MaterialSlug>(id);
export const departmentKind = branded<DepartmentKind>(id);
export const departmentId = branded<DepartmentId>(id);
export const personId = branded<PersonId>(id);
export const postId = branded<PostId>(id);
export const procedureId = branded<ProcedureId>(id);
export const requestId = branded<RequestId>(id);
export const regionCode = branded<RegionCode>(z.string().regex(/^\d{6}$/));
export const sha256 = branded<Sha256>(z.string().regex(/^[0-9a-f]{64}$/));
export const instant = branded<Instant>(z.iso.datetime({ precision: 3 }));
export const day = branded<Day>(z.iso.date());

/** What counts something: 0, 1, 2, … */
export const count = z.int().min(0);
/** What is numbered from one: versions, intakes. */
export const ordinal = z.int().min(1);

export const postKind = z.enum([
  'window',
  'handler',
  'reviewer',
  'approver',
  'organ-head',
  'government-head',
  'agent',
  'supervisor',
  'auditor',
  'administrator',
]);

export const procedureRef = z.strictObject({ id: procedureId, version: ordinal, hash: sha256 });
