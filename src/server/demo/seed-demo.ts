import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { invariant } from '../../kernel/invariant.ts';
import type { ProcedureId } from '../../kernel/ids.ts';
import { exampleFile } from '../../workflow/definition/example-file.ts';
import type { House } from '../house.ts';
import { playScene } from './play-scene.ts';
import type { Script } from './playing/script.ts';
import {
  PUMP_FACTORY_TO_CORRECT,
  SCHOOL_IN_DRAFT,
  TOY_FACTORY_IN_PRE_REVIEW,
} from './scenes/in-preparation.ts';
import type { Scene } from './scenes/scene.ts';
import {
  HOSPITAL_WITH_OPINIONS,
  SUPPLY_CHAIN_CONCLUDED,
  WAREHOUSE_WITH_REJECTION,
  WORKSHOP_AWAITING_LAND,
} from './scenes/under-way.ts';
import { scriptFor } from './script-for.ts';

const SCENES: readonly Scene[] = [
  SCHOOL_IN_DRAFT,
  TOY_FACTORY_IN_PRE_REVIEW,
  PUMP_FACTORY_TO_CORRECT,
  HOSPITAL_WITH_OPINIONS,
  WAREHOUSE_WITH_REJECTION,
  WORKSHOP_AWAITING_LAND,
  SUPPLY_CHAIN_CONCLUDED,
];

/** Plays every scene as far as it is not played yet, all at once. */
export async function seedDemo(workflows: string, house: House): Promise<void> {
  const scriptOf = (scene: Scene): Promise<Script> => sceneScript(scene, workflows, house);
  await Promise.all(SCENES.map((scene) => playScene(scene, scriptOf, house)));
}

async function sceneScript(
  { procedure: id, example, script }: Scene,
  workflows: string,
  { library }: House,
): Promise<Script> {
  const procedure = library.latest(id as ProcedureId);
  invariant(procedure, `${id} is published before its scenes are played`);
  const text = await readFile(join(workflows, id, 'examples', `${example}.yaml`), 'utf8');
  const { answers } = exampleFile.parse(parse(text));
  return scriptFor(procedure, { ...script, answers: { ...answers, ...script.answers } });
}
