import { itemsToApplyFor } from '../../domain/dossier/applying.ts';
import { own } from '../../domain/dossier/own.ts';
import type { StageModel } from '../../domain/dossier/procedure.ts';
import { no } from '../../domain/dossier/refusals.ts';
import type { DepartmentId, ItemSlug, StageSlug } from '../../kernel/ids.ts';
import type { ExampleStep } from '../../workflow/definition/example-file.ts';
import { correction, lead, officer, opinion, supplied } from './acts.ts';
import { drive, ending, type Goal, type Trouble } from './drive.ts';
import { applyFor, concludeStage, finishStage, type StuckStage } from './finish-stage.ts';
import { DOSSIER, type Deed, type Scene } from './scene.ts';

export type StepTrouble = Trouble | StuckStage;

type Verb = Exclude<KeysOfUnion<ExampleStep>, 'refused' | 'only'>;
type KeysOfUnion<Union> = Union extends unknown ? keyof Union : never;
type StepOf<Name extends Verb> = Extract<ExampleStep, { readonly [Key in Name]: unknown }>;
type Play<Name extends Verb> = (scene: Scene, step: StepOf<Name>) => StepTrouble | undefined;

/** Plays one step of an example; says what kept it from being done. */
export function playStep(scene: Scene, step: ExampleStep): StepTrouble | undefined {
  const verb = (Object.keys(PLAYS) as Verb[]).find((name) => Object.hasOwn(step, name));
  const play =
    verb && (PLAYS[verb] as (scene: Scene, step: ExampleStep) => StepTrouble | undefined);
  return play?.(scene, step);
}

const PLAYS: { readonly [Name in Verb]: Play<Name> } = {
  apply: (scene, { apply, only }) =>
    withStage(scene, apply, (stage) => {
      const all = itemsToApplyFor(stage, scene.dossier, scene.procedure);
      return applyFor(scene, stage.slug, only === undefined ? all : slugs(only));
    }),
  correct: (scene, { correct }) => each(correct, (item) => correctItem(scene, item)),
  disagree: (scene, { disagree }) =>
    disagreeOn(scene, disagree.item as ItemSlug, disagree.department as DepartmentId),
  approve: (scene, { approve }) => each(approve, (item) => go(scene, item, ending('approved'))),
  reject: (scene, { reject }) =>
    each(reject, (item) => arrive(scene, item, ending('rejected', 'reject'))),
  'not-accept': (scene, step) =>
    each(step['not-accept'], (item) => arrive(scene, item, ending('not-accepted'))),
  return: (scene, step) => each(step.return, (item) => arrive(scene, item, ending('returned'))),
  withdraw: (scene, { withdraw }) =>
    each(withdraw, (item) => arrive(scene, item, ending('withdrawn'))),
  drop: (scene, { drop }) => each(drop, (item) => arrive(scene, item, ending('dropped'))),
  add: (scene, { add }) => each(add, (item) => addItem(scene, item)),
  reach: (scene, { reach }) => each(reach, (item) => arrive(scene, item, ending('reached'))),
  fail: (scene, { fail }) => each(fail, (item) => arrive(scene, item, ending('failed'))),
  finish: (scene, { finish }) => withStage(scene, finish, (stage) => finishStage(scene, stage)),
  conclude: (scene, { conclude }) =>
    withStage(scene, conclude, (stage) => concludeStage(scene, stage)),
  end: (scene, { end }) =>
    end === 'concluded'
      ? done(scene, { command: { type: 'ConcludeDossier', dossier: DOSSIER }, by: lastLead(scene) })
      : done(scene, {
          command: { type: 'AbandonDossier', dossier: DOSSIER, reason: '示例原因' },
          by: scene.agent(),
        }),
};

function slugs(items: string | readonly string[]): readonly ItemSlug[] {
  return [items].flat() as readonly string[] as readonly ItemSlug[];
}

function each(
  items: string | readonly string[],
  play: (item: ItemSlug) => StepTrouble | undefined,
): StepTrouble | undefined {
  for (const item of slugs(items)) {
    const trouble = play(item);
    if (trouble) return trouble;
  }
  return undefined;
}

function withStage(
  scene: Scene,
  name: string,
  play: (stage: StageModel) => StepTrouble | undefined,
): StepTrouble | undefined {
  const stage = scene.procedure.stages.find(({ slug }) => slug === name);
  if (stage) return play(stage);
  const refusal = no('stage-unknown', { stage: name as StageSlug });
  return refusal.ok ? undefined : { kind: 'refused', command: '', refusal: refusal.error };
}

/** Waiting for prerequisites is far enough. */
function go(scene: Scene, item: ItemSlug, goal: Goal): StepTrouble | undefined {
  const outcome = drive(scene, item, goal);
  return typeof outcome === 'object' ? outcome : undefined;
}

function arrive(scene: Scene, item: ItemSlug, goal: Goal): StepTrouble | undefined {
  const outcome = drive(scene, item, goal);
  if (outcome === 'there') return undefined;
  if (outcome !== 'waits') return outcome;
  return { kind: 'impossible', item, state: own(scene.dossier.items, item)?.step ?? '' };
}

function correctItem(scene: Scene, slug: ItemSlug): StepTrouble | undefined {
  const hears = (signal: 'CorrectionsTold' | 'CorrectionsSupplied'): Goal => ({
    proposal: 'approve',
    isReached: (table, step) => table.next(step, signal) !== undefined,
  });
  const examined = arrive(scene, slug, hears('CorrectionsTold'));
  if (examined) return examined;
  const item = own(scene.dossier.items, slug);
  if (!item) return undefined;
  const told = done(scene, ...correction(scene, item));
  return told ?? done(scene, ...correctionSupplied(scene, slug));
}

function correctionSupplied(scene: Scene, slug: ItemSlug): readonly Deed[] {
  const item = own(scene.dossier.items, slug);
  return item ? supplied(scene, item) : [];
}

function disagreeOn(
  scene: Scene,
  slug: ItemSlug,
  department: DepartmentId,
): StepTrouble | undefined {
  const asked = arrive(scene, slug, {
    proposal: 'approve',
    isReached: (table, step) => table.next(step, 'OpinionsGathered') !== undefined,
  });
  const item = own(scene.dossier.items, slug);
  return asked ?? (item && done(scene, opinion(item, department, 'disagree')));
}

function addItem(scene: Scene, item: ItemSlug): StepTrouble | undefined {
  const stage = scene.procedure.items.get(item)?.stage;
  const command = { type: 'AddItem', dossier: DOSSIER, item, reason: '示例原因' } as const;
  const by = stage === undefined ? officer('lead', undefined, 'window') : lead(scene, stage);
  return done(scene, { command, by });
}

function lastLead(scene: Scene) {
  const stage = scene.procedure.stages.at(-1)?.slug;
  return stage === undefined ? scene.agent() : lead(scene, stage);
}

function done(scene: Scene, ...deeds: readonly Deed[]): StepTrouble | undefined {
  const refusal = scene.perform(...deeds);
  const command = deeds.at(-1)?.command.type ?? '';
  return refusal && { kind: 'refused', command, refusal };
}
