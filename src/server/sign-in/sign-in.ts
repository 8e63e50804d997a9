import type { OrganisationDirectory } from '../../application/reference/organisation-directory.ts';
import type { Viewer } from '../../graphql/context.ts';
import { heldPosts } from '../../graphql/reading/held-posts.ts';
import type { Instant } from '../../kernel/instant.ts';
import { rememberingTokens } from './remembered-tokens.ts';
import type { TokenProblem, Verified } from './token-verifier.ts';

export type SignInProblem = TokenProblem | 'malformed-header' | 'person-unknown';

/** A viewer, nobody (no token was sent), or why the token opens no door. */
export type SignedIn =
  | { readonly ok: true; readonly viewer: Viewer | undefined }
  | { readonly ok: false; readonly problem: SignInProblem };

export interface SignInParts {
  readonly verify: (token: string) => Promise<Verified>;
  readonly organisation: OrganisationDirectory;
  readonly now: () => Instant;
}

/** Reads `Authorization: Bearer …` and finds the person and the posts held right now. */
export function createSignIn(
  parts: SignInParts,
): (header: string | undefined) => Promise<SignedIn> {
  const verify = rememberingTokens(parts.verify);
  return async (header) => {
    if (header === undefined) return { ok: true, viewer: undefined };
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/.exec(header)?.[1];
    if (token === undefined) return { ok: false, problem: 'malformed-header' };
    const verified = await verify(token);
    if (!verified.ok) return verified;
    const viewer = viewerOf(verified, parts);
    return viewer ? { ok: true, viewer } : { ok: false, problem: 'person-unknown' };
  };
}

function viewerOf(
  { subject, expiresAtMs }: Extract<Verified, { readonly ok: true }>,
  { organisation, now }: SignInParts,
): Viewer | undefined {
  const current = organisation.current();
  const person = current.personBySubject.get(subject);
  return person && { person, posts: heldPosts(current, person, now()), expiresAtMs };
}
