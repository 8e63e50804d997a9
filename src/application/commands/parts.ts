import { z } from 'zod';
import * as stored from '../../codec/schemas/parts.ts';
import type {
  DepartmentId,
  ItemSlug,
  MaterialSlug,
  PersonId,
  ProcedureId,
  RegionCode,
  RequestId,
  Sha256,
  StageSlug,
} from '../../kernel/ids.ts';
import { isDay, type Day } from '../../kernel/instant.ts';

/** Longest free text that any command takes, in characters. */
const TEXT_MOST = 4_000;
const NAME_MOST = 200;

export function named<Name extends string>(shape: RegExp): z.ZodType<Name, string> {
  return z.string().max(NAME_MOST).regex(shape) as unknown as z.ZodType<Name, string>;
}

export const SLUG = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
export const ID = /^[A-Za-z0-9][A-Za-z0-9._:-]*$/;

export const itemSlug = named<ItemSlug>(SLUG);
export const stageSlug = named<StageSlug>(SLUG);
export const materialSlug = named<MaterialSlug>(SLUG);
export const procedureId = named<ProcedureId>(SLUG);
export const departmentId = named<DepartmentId>(ID);
export const personId = named<PersonId>(ID);
/** A client's own id of a request; a UUID by habit, any short word by right. */
export const requestId = named<RequestId>(/^[A-Za-z0-9._:-]{8,100}$/);
export const region = named<RegionCode>(/^\d{6}$/);
export const sha256 = named<Sha256>(/^[0-9a-f]{64}$/);

export const name = z.string().max(NAME_MOST);
export const freeText = z.string().max(TEXT_MOST);
export const day = z.string().refine(isDay) as unknown as z.ZodType<Day, string>;
export const intake = z.int().positive();

export const contact = z.strictObject({
  name,
  phone: z.string().max(40),
  idNumber: z.string().max(40).exactOptional(),
});

/** An investor as a client names it; the contact's sealing subject is given by the application. */
export const investor = z.strictObject({
  name,
  kind: stored.investor.shape.kind,
  creditCode: z
    .string()
    .regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)
    .exactOptional(),
  contact,
});

export const grounds = z.strictObject({ reason: freeText, basis: freeText, remedy: freeText });

export const correction = stored.correction.extend({ material: materialSlug, note: freeText });

export const answers = z.record(
  z.string().max(NAME_MOST),
  z.union([z.string().max(TEXT_MOST), z.number(), z.boolean()]),
);
