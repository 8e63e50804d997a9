import { setTimeout as sleep } from 'node:timers/promises';
import type {
  DossierCommandInput,
  DossierInputOf,
} from '../../application/commands/dossier-inputs.ts';
import { dayOf } from '../../kernel/instant.ts';
import type { Sha256 } from '../../kernel/ids.ts';
import { demoPaper } from '../../server/demo/demo-papers.ts';
import { demoOfficer } from '../../server/demo/demo-people.ts';
import { wallClock } from '../../server/wall-clock.ts';
import type { Attaching, Move, Mover } from '../../server/demo/playing/move.ts';
import { movesOf, type Party } from '../../server/demo/playing/moves.ts';
import type { Script } from '../../server/demo/playing/script.ts';
import { askSight } from './ask-sight.ts';
import { Bell } from './bell.ts';
import { giveCommand } from './give-command.ts';
import type { OfficeClient } from './office-client.ts';

/** One joint approval as its participants know it. */
export interface Case {
  readonly dossier: string;
  /** Of every request id. */
  readonly prefix: string;
  readonly opening: DossierInputOf<'OpenDossier'>;
  readonly script: Script;
}

export interface Participation {
  readonly party: Party;
  readonly case: Case;
  readonly client: OfficeClient;
  /** How long an officer thinks about a matter, on average. */
  readonly paceMs: number;
}

/** An inbox stays the same while only what is waited for changes, so it is looked at again. */
const LOOK_AGAIN_MS = 600;
/** Somebody may be faster now and then; the same move refused so often is a mistake. */
const REFUSALS_MOST = 5;

/** Takes part until the dossier has come to its end; the agent opens it first. */
export async function takePart(participation: Participation): Promise<void> {
  const {
    party,
    case: { dossier, script },
    client,
  } = participation;
  const reader = personAt({ post: party === 'agency' ? 'agent' : 'handler' }, participation);
  if (party === 'agency') await open(participation);
  const bell = new Bell();
  const over = new AbortController();
  const listening = listen(reader, participation, { bell, signal: over.signal });
  const refusals = new Map<string, number>();
  for (;;) {
    const { sight, status } = await askSight(dossier, reader, client);
    if (status === 'concluded' || status === 'abandoned') break;
    const moves = movesOf(party, sight, script, { today: dayOf(wallClock()) });
    if (moves.length === 0) await bell.heard(LOOK_AGAIN_MS);
    await Promise.all(moves.map((move) => make(move, participation, refusals)));
  }
  over.abort();
  await listening;
}

/** Rings whenever the inbox, or for the agent the dossier, is another. */
async function listen(
  reader: string,
  { party, case: { dossier }, client }: Participation,
  { bell, signal }: { readonly bell: Bell; readonly signal: AbortSignal },
): Promise<void> {
  const [query, variables] =
    party === 'agency' ? [DOSSIER_CHANGED, { dossier }] : [INBOX_CHANGED, { department: party }];
  try {
    for await (const _change of client.follow(reader, query, { variables, signal })) bell.ring();
  } catch (error) {
    // Without pushes the participant still looks by itself, only less often.
    if (!signal.aborted) console.error(String(error));
  }
}

const INBOX_CHANGED =
  'subscription ($department: String!) { inboxChanged(department: $department) { position } }';
export const DOSSIER_CHANGED =
  'subscription ($dossier: ID!) { dossierChanged(dossier: $dossier) { position } }';

async function open(participation: Participation): Promise<void> {
  const {
    case: { prefix, opening: input },
    client,
  } = participation;
  const person = personAt({ post: 'agent' }, participation);
  const requestId = `${prefix}OpenDossier`;
  const answered = await giveCommand({ person, requestId, input }, client);
  if (!answered.done) throw new Error(answered.message);
}

/** Each officer thinks, and then acts; what another did first is seen at the next look. */
async function make(
  move: Move,
  participation: Participation,
  refusals: Map<string, number>,
): Promise<void> {
  const {
    case: { dossier, prefix },
    client,
    paceMs,
  } = participation;
  const { key, by, deed } = move;
  await sleep(paceMs * (deed.type === 'AttachMaterial' ? Math.random() / 2 : 0.5 + Math.random()));
  const person = personAt(by, participation);
  const input = deed.type === 'AttachMaterial' ? await uploaded(deed, person, participation) : deed;
  const requestId = `${prefix}${key}`;
  const answered = await giveCommand({ person, requestId, dossier, input }, client);
  if (answered.done) return;
  const times = (refusals.get(key) ?? 0) + 1;
  refusals.set(key, times);
  if (times > REFUSALS_MOST) throw new Error(`${key}: ${answered.message}`);
}

async function uploaded(
  { type, material, fileName: wanted }: Attaching,
  person: string,
  { case: { opening }, client }: Participation,
): Promise<DossierCommandInput> {
  const { fileName, content } = demoPaper(wanted, opening.projectName);
  const hash = await client.upload(person, content);
  return { type, material, hash: hash as Sha256, fileName };
}

function personAt({ post }: Mover, { party, case: { opening } }: Participation): string {
  return party === 'agency' ? String(opening.agent) : demoOfficer(party, post);
}
