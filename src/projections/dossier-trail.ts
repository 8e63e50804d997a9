import type { Recorded } from '../codec/envelope.ts';
import type { DossierEvent, DossierEventOf } from '../domain/dossier/events.ts';
import type { Service } from '../domain/dossier/parts.ts';
import type { ItemSlug } from '../kernel/ids.ts';
import type { Day, Instant } from '../kernel/instant.ts';

/** What people look at and the office's state does not keep: papers, and when intakes came in. */
export interface DossierTrail {
  /** In the order of their numbers. */
  readonly papers: readonly Paper[];
  /** When each intake was submitted; intake 1 stands first. */
  readonly submittedAt: readonly Instant[];
}

export type PaperKind =
  'corrections-notice' | 'acceptance-notice' | 'non-acceptance-notice' | 'approval' | 'rejection';

/** A numbered paper that the office put out. */
export interface Paper {
  readonly number: string;
  readonly kind: PaperKind;
  readonly issuedAt: Instant;
  readonly intake?: number;
  readonly item?: ItemSlug;
  readonly title?: string;
  readonly validUntil?: Day;
  readonly service?: Service;
}

export const NO_TRAIL: DossierTrail = { papers: [], submittedAt: [] };

/** Pure; the trail itself where the event adds nothing to it. */
export function trailAfter(trail: DossierTrail, recorded: Recorded<DossierEvent>): DossierTrail {
  const { event, metadata } = recorded;
  if (event.type === 'ApplicationSubmitted') {
    return { ...trail, submittedAt: [...trail.submittedAt, metadata.occurredAt] };
  }
  if (event.type === 'ResultServed') return { ...trail, papers: served(trail, event) };
  const paper = paperOf(event, metadata.occurredAt);
  return paper ? { ...trail, papers: [...trail.papers, paper] } : trail;
}

/** Number of the paper that the event put out or served. */
export function paperNumberOf(event: DossierEvent): string | undefined {
  switch (event.type) {
    case 'CorrectionsTold':
    case 'ApplicationAccepted':
    case 'ApplicationNotAccepted':
    case 'PrerequisitesArrived':
      return event.data.notice;
    case 'ResultIssued':
    case 'ResultServed':
      return event.data.paper;
    default:
      return undefined;
  }
}

function paperOf(event: DossierEvent, issuedAt: Instant): Paper | undefined {
  switch (event.type) {
    case 'CorrectionsTold':
      return notice('corrections-notice', event.data, issuedAt);
    case 'ApplicationAccepted':
      return notice('acceptance-notice', event.data, issuedAt);
    case 'ApplicationNotAccepted':
      return notice('non-acceptance-notice', event.data, issuedAt);
    case 'PrerequisitesArrived': {
      const { item, notice: number } = event.data;
      return { number, kind: 'acceptance-notice', issuedAt, item };
    }
    case 'ResultIssued':
      return result(event.data, issuedAt);
    default:
      return undefined;
  }
}

function notice(
  kind: PaperKind,
  data: { readonly notice: string; readonly intake: number },
  issuedAt: Instant,
): Paper {
  return { number: data.notice, kind, issuedAt, intake: data.intake };
}

function result(data: DossierEventOf<'ResultIssued'>['data'], issuedAt: Instant): Paper {
  const { paper: number, outcome, item, title, validUntil } = data;
  const kind = outcome === 'approved' ? 'approval' : 'rejection';
  const paper: Paper = { number, kind, issuedAt, item, title };
  return validUntil === undefined ? paper : { ...paper, validUntil };
}

function served(
  { papers }: DossierTrail,
  { data }: DossierEventOf<'ResultServed'>,
): readonly Paper[] {
  const { manner, proof, servedOn } = data;
  return papers.map((paper) =>
    paper.number === data.paper ? { ...paper, service: { manner, proof, servedOn } } : paper,
  );
}
