import type { DossierRequest } from '../../src/application/dossiers/dossier-request.ts';
import type { ReferenceCommand } from '../../src/application/reference/reference-office.ts';
import { OFFICE_ITSELF } from '../../src/domain/organisation/decide.ts';
import type { Actor, PostKind } from '../../src/domain/post.ts';
import type {
  DepartmentId,
  DepartmentKind,
  DossierNumber,
  PersonId,
  PostId,
  RequestId,
} from '../../src/kernel/ids.ts';
import { instantFromMs, type Instant } from '../../src/kernel/instant.ts';
import { invariant } from '../../src/kernel/invariant.ts';
import { demoDepartmentId } from '../../src/server/demo/demo-people.ts';
import type { Definition } from '../../src/workflow/definition/definition.ts';
import { AGENT, openedBy, opening, request } from '../support/commands.ts';
import {
  foundOffice,
  memoryGround,
  openOfficeOn,
  type Ground,
  type TestOffice,
} from '../support/offices.ts';
import type { Random } from '../support/seeded-random.ts';
import { troubledStore } from './troubled-store.ts';

const PROCESSES = 3;
const STARTS_AT_MS = Date.UTC(2026, 2, 2, 1, 0, 0);
const HOUR_MS = 3_600_000;
const DEPUTY_POSTS: readonly PostKind[] = ['handler', 'reviewer', 'approver'];

/** Several processes over one log, with a world around them that can do without any of them. */
export interface City {
  readonly random: Random;
  readonly definition: Definition;
  readonly dossiers: readonly DossierNumber[];
  /** What begins each of them: it is opened, and its form filled. */
  readonly openings: readonly (readonly [DossierRequest, DossierRequest])[];
  /** What no trouble reaches: for looking at what was written. */
  readonly ground: Ground;
  readonly now: () => Instant;
  /** Lets time go by; a command may fall into any hour. */
  pass(): void;
  /** All that are alive now. */
  processes(): readonly TestOffice[];
  /** One of the processes, whichever a client happens to reach. */
  process(): TestOffice;
  /** One of them dies, and another begins with nothing in memory. */
  crash(): Promise<void>;
}

export async function buildCity(
  random: Random,
  definition: Definition,
  dossiers: number,
): Promise<City> {
  let ms = STARTS_AT_MS;
  const now = (): Instant => instantFromMs((ms += 1_000));
  const ground = memoryGround(now);
  const founding = await openOfficeOn(ground);
  await foundOffice(founding, definition);
  for (const { department } of definition.departments) await appointDeputy(founding, department);
  const troubled = { ...ground, store: troubledStore(ground.store, random) };
  const open = (): Promise<TestOffice> => openOfficeOn(troubled);
  const processes = await Promise.all(Array.from({ length: PROCESSES }, open));
  const ids = Array.from({ length: dossiers }, (_, index) => `opening-${index}`);
  return {
    random,
    definition,
    dossiers: ids.map(openedBy),
    openings: ids.map((id) => [opening(id, definition.procedure), filling(id, definition, random)]),
    ground,
    now,
    pass: () => {
      ms += random.below(30) * HOUR_MS;
    },
    processes: () => processes,
    process: () => random.oneOf(processes),
    crash: async () => {
      processes[random.below(PROCESSES)] = await open();
    },
  };
}

function filling(openingId: string, { form }: Definition, random: Random): DossierRequest {
  const answers = form
    .filter(({ required }) => required)
    .map(({ id, type }) => [
      id,
      type === 'number' ? random.oneOf([800, 9_000]) : random.percent(60),
    ]);
  const input = { type: 'FillForm', answers: Object.fromEntries(answers) };
  return request(`filling-of-${openingId}`, AGENT, input);
}

/** Somebody who holds every post of a department's chain, so that only the rules keep them apart. */
async function appointDeputy(office: TestOffice, kind: string): Promise<void> {
  const person = `${kind}.deputy` as PersonId;
  const name = { subject: person, value: `${kind}副职` };
  await found(office, { type: 'RegisterPerson', person, name, subject: person });
  for (const post of DEPUTY_POSTS) {
    await found(office, {
      type: 'AppointToPost',
      post: `${person}.${post}` as PostId,
      kind: post,
      person,
      department: demoDepartmentId(kind as DepartmentKind),
      from: '2024-01-01T00:00:00.000Z' as Instant,
      letter: '任〔2024〕2号',
    });
  }
}

async function found({ reference }: TestOffice, command: ReferenceCommand): Promise<void> {
  const about = 'post' in command ? command.post : 'person' in command ? command.person : '';
  const requestId = `founding.${command.type}.${about}` as RequestId;
  const actor = { person: OFFICE_ITSELF, post: 'administrator' } as const;
  const done = await reference.handle({ requestId, command, actor });
  invariant(done.ok, `${command.type} is refused: ${JSON.stringify(done)}`);
}

/** Somebody who holds the post; without a department it is the agent. */
export function holderOf(
  post: PostKind,
  department: DepartmentId | undefined,
  random: Random,
): Actor {
  if (department === undefined) return AGENT;
  const kind = department.slice(department.indexOf('-') + 1);
  const isDeputy = DEPUTY_POSTS.includes(post) && random.percent(40);
  return { person: `${kind}.${isDeputy ? 'deputy' : post}` as PersonId, post, department };
}
