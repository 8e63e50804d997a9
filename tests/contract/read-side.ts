import { dossierCommandInput } from '../../src/application/commands/dossier-inputs.ts';
import { dossierNumber } from '../../src/application/dossiers/dossier-number.ts';
import type { Codec } from '../../src/codec/codec.ts';
import type { EventReader, EventStore } from '../../src/eventstore/port.ts';
import type { DossierNumber, PersonId, RequestId } from '../../src/kernel/ids.ts';
import { openReadModels } from '../../src/projections/open-read-models.ts';
import { READ_MODELS, READ_TABLES } from '../../src/projections/read-models.ts';
import type { ReadModel } from '../../src/projections/read-model.ts';
import {
  createProjectionRunner,
  type ProjectionRunnerParts,
} from '../../src/projections/runner/projection-runner.ts';
import { benchDefinition } from '../../bench/joint-approval/definition.ts';
import { JOINT_APPROVAL, OPENING, play, playedDossier } from '../../bench/joint-approval/play.ts';
import { openMemoryOffice } from '../support/memory-office.ts';

const WAIT_MS = 20_000;
const AGENT = 'agent-lin' as PersonId;

type Office = Awaited<ReturnType<typeof openMemoryOffice>>;

export interface ReadSideOptions {
  readonly office?: Office;
  readonly batchMost?: number;
  readonly dossiersMost?: number;
  /** The run breaks off at the n-th event it decodes. */
  readonly breakAt?: number;
}

export type ReadSide = Awaited<ReturnType<typeof openReadSide>>;

/** An office in memory whose log is projected into read tables. */
export async function openReadSide(url: string, options: ReadSideOptions = {}) {
  const office = options.office ?? (await openMemoryOffice(benchDefinition()));
  const parts = {
    ...(options.batchMost !== undefined && { batchMost: options.batchMost }),
    ...(options.dossiersMost !== undefined && { dossiersMost: options.dossiersMost }),
    procedureOf: ((ref) => office.library.published(ref)) as ProjectionRunnerParts['procedureOf'],
  };
  const models = await openReadModels({ url });
  const failures: unknown[] = [];
  const begin = async (
    store: EventReader,
    codec: Codec,
    filled: readonly ReadModel[] = READ_MODELS,
  ) => {
    const begun = createProjectionRunner({
      ...parts,
      store,
      codec,
      readModels: models,
      models: filled,
      onFailure: (error) => failures.push(error),
    });
    await begun.start();
    return begun;
  };
  const codec =
    options.breakAt === undefined ? office.codec : breaking(office.codec, options.breakAt);
  let runner = await begin(office.store, codec);
  let dossiers = 0;

  return {
    office,
    models,
    agent: AGENT,
    /** What the runners of this read side said of themselves when they could go on no more. */
    failures,
    get runner() {
      return runner;
    },
    head: () => headOf(office.store),
    waitForAll: async () => runner.waitFor(await headOf(office.store), WAIT_MS),
    /** Plays joint approvals up to a number of commands each. */
    async playDossiers(
      count: number,
      commands: number,
      { together = false, run = 'read-side' } = {},
    ): Promise<readonly DossierNumber[]> {
      const played = [...OPENING, ...JOINT_APPROVAL].slice(0, commands);
      const life = async (index: number): Promise<DossierNumber> => {
        const dossier = playedDossier(run, index);
        for (const [step, command] of played.entries()) {
          await play(office.dossiers, dossier, `${run}.${index}.${step}`, command);
        }
        return dossier;
      };
      const indexes = Array.from({ length: count }, () => dossiers++);
      if (together) return Promise.all(indexes.map(life));
      const done: DossierNumber[] = [];
      for (const index of indexes) done.push(await life(index));
      return done;
    },
    /** Opens a dossier of this name in the agent's care. */
    async openDossier(projectName: string, investorName: string): Promise<DossierNumber> {
      const [opening] = OPENING;
      if (!opening) throw new Error('the play begins with an opening');
      const input = dossierCommandInput.parse(opening.input);
      if (input.type !== 'OpenDossier') throw new Error('the play begins with an opening');
      const requestId = `named.${dossiers++}` as RequestId;
      const dossier = dossierNumber(input.region, requestId);
      const investor = { ...input.investor, name: investorName };
      const named = { actor: opening.actor, input: { ...input, projectName, investor } };
      await play(office.dossiers, dossier, requestId, named);
      return dossier;
    },
    /** Every row of every table, in the order of their keys. */
    allRows: () =>
      models.serving.read(async ({ tables }) => {
        const all: Record<string, readonly unknown[]> = {};
        for (const { name, key } of READ_TABLES) {
          let asked = tables.selectFrom(name as never).selectAll();
          for (const column of key) asked = asked.orderBy(column as never);
          all[name] = (await asked.execute()).map((row) => Object.assign({}, row));
        }
        return all;
      }),
    async untilFailed(): Promise<void> {
      while (runner.failure() === undefined) await new Promise(setImmediate);
    },
    async untilServing(isMeant: (generation: number | undefined) => boolean): Promise<void> {
      while (!isMeant(models.serving.generation?.number)) {
        if (runner.failure() !== undefined) throw runner.failure();
        await new Promise(setImmediate);
      }
      await runner.waitFor(await headOf(office.store), WAIT_MS);
      while ((await models.storage.generations()).length > 1) await new Promise(setImmediate);
    },
    async restart(): Promise<void> {
      await runner.stop();
      runner = await begin(office.store, office.codec);
    },
    async restartOn(store: EventReader): Promise<void> {
      await runner.stop();
      runner = await begin(store, office.codec);
    },
    async restartWithVersions(change: (version: number) => number): Promise<void> {
      await runner.stop();
      const filled = READ_MODELS.map((model) => ({ ...model, version: change(model.version) }));
      runner = await begin(office.store, office.codec, filled);
    },
    async close(): Promise<void> {
      await runner.stop();
      await models.close();
    },
  };
}

async function headOf(store: EventStore) {
  const head = await store.head();
  if (head === undefined) throw new Error('the log of an office is never empty');
  return head;
}

/** A codec that cannot read the n-th event it is given, nor any after it. */
function breaking(codec: Codec, breakAt: number): Codec {
  let decoded = 0;
  return {
    encode: (event, metadata, id) => codec.encode(event, metadata, id),
    decode: (record) => {
      decoded += 1;
      if (decoded >= breakAt) throw new Error('the run breaks off here');
      return codec.decode(record);
    },
  };
}
