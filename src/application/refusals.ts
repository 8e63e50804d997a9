import type { CatalogueRefusal } from '../domain/catalogue/catalogue.ts';
import type { DossierRefusal } from '../domain/dossier/refusals.ts';
import type { OrganisationRefusal } from '../domain/organisation/refusals.ts';
import type { PostKind } from '../domain/post.ts';
import type {
  DepartmentId,
  DossierNumber,
  PersonId,
  ProcedureId,
  RequestId,
  Sha256,
} from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { CommandType } from './authority/command.ts';

/** Every "no" of the application itself, before or around a decider; same shape as the domain's. */
export interface ApplicationRefusalFacts {
  /** The id has been used for another command. */
  'request-id-reused': { readonly requestId: RequestId };
  /** Others wrote to the same stream faster than we could decide; nothing was written. */
  'too-much-contention': {
    readonly dossier?: DossierNumber;
    readonly stream?: string;
    readonly attempts: number;
  };
  'attachment-missing': { readonly hash: Sha256 };
  'attachment-too-large': { readonly limitBytes: number };
  'attachment-type-not-allowed': { readonly mediaType: string };
  /** The procedure, or the version `id@version` of it. */
  'procedure-not-published': { readonly procedure: ProcedureId | string };
  /** The actor does not hold the post at the instant of the act, or not any more when it is entered. */
  'post-not-held': {
    readonly person: PersonId;
    readonly post: PostKind;
    readonly department?: DepartmentId;
    readonly at: Instant;
  };
  'outside-authority': {
    readonly command: CommandType;
    readonly person: PersonId;
    readonly post: PostKind;
    readonly neededPosts: readonly PostKind[];
    /** Of which department the post must be; empty where no department is in question. */
    readonly neededDepartments: readonly DepartmentId[];
  };
  'not-found': { readonly thing: NamedThing; readonly id: string };
}

/** What can be asked for by its id. */
export type NamedThing =
  'dossier' | 'item' | 'procedure' | 'department' | 'person' | 'post' | 'attachment' | 'event';

type ApplicationRefusalCode = keyof ApplicationRefusalFacts;

type RefusalOf<Code extends ApplicationRefusalCode> = {
  readonly [Each in Code]: { readonly code: Each; readonly facts: ApplicationRefusalFacts[Each] };
}[Code];

export type ApplicationRefusal = RefusalOf<ApplicationRefusalCode>;
export type AuthorityRefusal = RefusalOf<'post-not-held' | 'outside-authority'>;

/** Every "no" of ours that a command can meet. */
export type Refusal = DossierRefusal | OrganisationRefusal | CatalogueRefusal | ApplicationRefusal;
export type RefusalCode = Refusal['code'];
