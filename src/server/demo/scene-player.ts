import { hash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { DossierCommandInput } from '../../application/commands/dossier-inputs.ts';
import type { DossierRequest } from '../../application/dossiers/dossier-request.ts';
import type { Actor } from '../../domain/post.ts';
import type { DossierNumber, PersonId, ProcedureId, RequestId, Sha256 } from '../../kernel/ids.ts';
import { dayOf, type Instant } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { House } from '../house.ts';
import { demoPaper } from './demo-papers.ts';
import { DEMO_REGION, demoOfficer } from './demo-people.ts';
import { workingDaysBefore } from './office-hours.ts';
import { MoveSchedule } from './move-schedule.ts';
import type { Attaching, Deed, Move, Mover } from './playing/move.ts';
import { movesOf, partiesIn } from './playing/moves.ts';
import type { Script } from './playing/script.ts';
import { seeDossier } from './playing/see-dossier.ts';
import type { Scene } from './scenes/scene.ts';

/** More than any scene has: a script under which people go round and round is a mistake of ours. */
const MOVES_MOST = 1_000;

export interface SceneParts {
  readonly scene: Scene;
  readonly dossier: DossierNumber;
  /** Of the scene's request ids. */
  readonly prefix: string;
  readonly script: Script;
  readonly house: House;
}

/** Everybody of one scene, in one process. */
export class ScenePlayer {
  readonly #parts: SceneParts;

  constructor(parts: SceneParts) {
    this.#parts = parts;
  }

  /** @returns when it was opened */
  async open(requestId: RequestId): Promise<Instant> {
    const { scene, house } = this.#parts;
    const { procedure, projectName, investor, openedWorkingDaysAgo } = scene;
    const occurredAt = workingDaysBefore(house.now(), openedWorkingDaysAgo);
    const actor = this.#actor({ post: 'agent' });
    const input: DossierCommandInput = {
      type: 'OpenDossier',
      procedure: procedure as ProcedureId,
      projectName,
      region: DEMO_REGION,
      investor,
      agent: actor.person,
      secret: false,
    };
    await this.#ask({ requestId, input, actor, occurredAt });
    return occurredAt;
  }

  /** Move after move, whichever comes first, until nobody has anything left to do. */
  async play(from: Instant): Promise<void> {
    const schedule = new MoveSchedule(from, this.#parts.scene.pace ?? 1);
    for (let count = 0; count < MOVES_MOST; count += 1) {
      const due = schedule.next(await this.#possible(schedule.at));
      if (due === undefined) return;
      const at = earlier(due.at, this.#parts.house.now());
      const move = (await this.#possible(at)).find(({ key }) => key === due.key);
      invariant(move, `${due.key} does not depend on the day`);
      await this.#make(move, at);
    }
    invariant(false, `the scene ${this.#parts.scene.key} comes to an end`);
  }

  async #possible(at: Instant): Promise<readonly Move[]> {
    const { house, dossier, script } = this.#parts;
    const { state } = await house.dossiers.load(dossier);
    invariant(state.status !== 'none', `${dossier} was opened`);
    const sight = seeDossier(state, house.library.published(state.procedure));
    const occasion = { today: dayOf(at) };
    return partiesIn(sight).flatMap((party) => movesOf(party, sight, script, occasion));
  }

  async #make({ key, by, deed }: Move, occurredAt: Instant): Promise<void> {
    const requestId = `${this.#parts.prefix}${key}` as RequestId;
    const input = await this.#inputOf(deed);
    await this.#ask({ requestId, input, actor: this.#actor(by), occurredAt });
  }

  async #ask(request: DossierRequest): Promise<void> {
    const { house, dossier } = this.#parts;
    const done = await house.dossiers.handle(dossier, request);
    invariant(done.ok, `${request.requestId} is refused: ${JSON.stringify(done)}`);
  }

  async #inputOf(deed: Deed): Promise<DossierCommandInput> {
    return deed.type === 'AttachMaterial' ? this.#stored(deed) : deed;
  }

  async #stored({ type, material, fileName: wanted }: Attaching): Promise<DossierCommandInput> {
    const { house, scene } = this.#parts;
    const { fileName, content } = demoPaper(wanted, scene.projectName);
    const sha256 = hash('sha256', content, 'hex') as Sha256;
    if (house.attachments.describe(sha256) === undefined) {
      const stored = await house.attachments.put(Readable.from([content]));
      invariant(stored.ok, `${fileName} is taken: ${JSON.stringify(stored)}`);
    }
    return { type, material, hash: sha256, fileName };
  }

  #actor({ post, department }: Mover): Actor {
    if (department === undefined) return { person: this.#parts.scene.agent as PersonId, post };
    return { person: demoOfficer(department, post), post, department };
  }
}

function earlier(one: Instant, other: Instant): Instant {
  return one < other ? one : other;
}
