import type { Brand } from './brand.ts';

/** Number of one joint approval, and the id of its stream: `331100-20261122-7K3F9Q`. */
export type DossierNumber = Brand<string, 'DossierNumber'>;
/** An item of the catalogue, e.g. `works-planning-permit`. */
export type ItemSlug = Brand<string, 'ItemSlug'>;
export type StageSlug = Brand<string, 'StageSlug'>;
export type MaterialSlug = Brand<string, 'MaterialSlug'>;
/** A kind of department as definitions name it, e.g. `natural-resources`. */
export type DepartmentKind = Brand<string, 'DepartmentKind'>;
/** A department that exists, e.g. `331100-natural-resources`. */
export type DepartmentId = Brand<string, 'DepartmentId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type PostId = Brand<string, 'PostId'>;
export type ProcedureId = Brand<string, 'ProcedureId'>;
/** Administrative division code, GB/T 2260, six digits. */
export type RegionCode = Brand<string, 'RegionCode'>;
/** Chosen by the client once per command, kept for ever: the same id means the same command. */
export type RequestId = Brand<string, 'RequestId'>;
/** SHA-256 in lower-case hexadecimal. */
export type Sha256 = Brand<string, 'Sha256'>;
