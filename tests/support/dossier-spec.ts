import { expect } from 'vitest';
import type { Circumstances } from '../../src/domain/dossier/circumstances.ts';
import type { DossierCommand } from '../../src/domain/dossier/commands.ts';
import { decide } from '../../src/domain/dossier/decide.ts';
import type { Decision } from '../../src/domain/dossier/decide/decision.ts';
import type { DossierEvent } from '../../src/domain/dossier/events.ts';
import { fold, type Happened } from '../../src/domain/dossier/fold.ts';
import type { Procedure, ProcedureRef } from '../../src/domain/dossier/procedure.ts';
import type { DossierRefusalCode, DossierRefusalFacts } from '../../src/domain/dossier/refusals.ts';
import {
  NO_DOSSIER,
  type Dossier,
  type DossierState,
  type ItemState,
} from '../../src/domain/dossier/state.ts';
import type { ItemSlug } from '../../src/kernel/ids.ts';
import { deepFreeze } from './deep-freeze.ts';
import { circumstancesOf, DOSSIER, PROCEDURE } from './sample-office.ts';

type WithoutDossier<Command> = Command extends DossierCommand ? Omit<Command, 'dossier'> : never;
/** A command on the one dossier of these tests. */
export type Asked = WithoutDossier<DossierCommand>;
/** A command, and what is unusual about it. */
export type Step = Asked | readonly [Asked, Partial<Circumstances>];

export interface Scene {
  readonly state: DossierState;
  readonly history: readonly Happened[];
  /** What the procedures are found by, in the order of their versions. */
  readonly versions: readonly Procedure[];
}

/** Before anything happened. */
export function nothing(versions: readonly Procedure[] = [PROCEDURE]): Scene {
  return { state: NO_DOSSIER, history: [], versions };
}

/** The scene after these commands, each of which must be carried out. */
export function after(scene: Scene, ...steps: readonly Step[]): Scene {
  return steps.reduce((before, step) => {
    const [command] = split(step);
    const outcome = ask(before, step);
    expect(outcome.decision, `${command.type} is carried out`).toMatchObject({ ok: true });
    return outcome.scene;
  }, scene);
}

/** `given(scene).when(command).thenEvents(…)` */
export function given(scene: Scene, ...steps: readonly Step[]) {
  const before = after(scene, ...steps);
  return {
    when(command: Asked, unusual: Partial<Circumstances> = {}) {
      const { decision, scene: then } = ask(before, [command, unusual]);
      return {
        ...expectations(decision),
        /** An item as it stands afterwards. */
        item: (slug: string): ItemState => itemOf(then, slug),
        dossier: (): Dossier => dossierOf(then),
      };
    },
  };
}

function expectations(decision: Decision) {
  return {
    thenEvents(...events: readonly DossierEvent[]): void {
      expect(decision).toEqual({ ok: true, value: events });
    },
    /** The types of the events, where their data is another test's business. */
    thenTypes(...types: readonly DossierEvent['type'][]): void {
      expect(decision).toMatchObject({ ok: true });
      expect(decision.ok ? decision.value.map(({ type }) => type) : []).toEqual(types);
    },
    thenRefused<Code extends DossierRefusalCode>(
      code: Code,
      facts: DossierRefusalFacts[Code],
    ): void {
      expect(decision).toEqual({ ok: false, error: { code, facts } });
    },
  };
}

/** Asks, and folds what follows; state and events are frozen, so nothing can be written to. */
export function ask(
  scene: Scene,
  step: Step,
): { readonly decision: Decision; readonly scene: Scene } {
  const [asked, unusual] = split(step);
  const command: DossierCommand = deepFreeze({ ...asked, dossier: DOSSIER });
  const procedure = procedureOf(scene);
  const circumstances = circumstancesOf(command, unusual, procedure);
  const decision = deepFreeze(decide(command, scene.state, circumstances));
  if (!decision.ok) return { decision, scene };
  const { by, occurredAt } = circumstances;
  const happened = decision.value.map((event) => ({ event, act: { by, occurredAt } }));
  const state = deepFreeze(fold(happened, finder(scene.versions), scene.state));
  return { decision, scene: { ...scene, state, history: [...scene.history, ...happened] } };
}

export function finder(versions: readonly Procedure[]) {
  return (ref: ProcedureRef) => versions.find((one) => one.ref.hash === ref.hash);
}

export function dossierOf({ state }: Scene): Dossier {
  if (state.status === 'none') throw new Error('there is no dossier in this scene');
  return state;
}

export function itemOf(scene: Scene, slug: string): ItemState {
  const found = dossierOf(scene).items[slug as ItemSlug];
  if (!found) throw new Error(`there is no item ${slug} in this scene`);
  return found;
}

function procedureOf({ state, versions }: Scene): Procedure {
  const found = state.status === 'none' ? versions[0] : finder(versions)(state.procedure);
  if (!found) throw new Error('the scene has no such procedure');
  return found;
}

function split(step: Step): readonly [Asked, Partial<Circumstances>] {
  return 'type' in step ? [step, {}] : step;
}
