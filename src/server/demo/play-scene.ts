import { dossierNumber } from '../../application/dossiers/dossier-number.ts';
import { dossierEvents } from '../../application/dossiers/load-dossier.ts';
import type { Revision } from '../../eventstore/port.ts';
import type { DossierNumber, RequestId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { House } from '../house.ts';
import { DEMO_REGION } from './demo-people.ts';
import type { Script } from './playing/script.ts';
import { ScenePlayer } from './scene-player.ts';
import type { Scene } from './scenes/scene.ts';

/**
 * Brings a dossier to where its scene leaves it, by the commands of its people, back-dated to when
 * they would have given them. A scene that was interrupted goes on where it stopped; a dossier that
 * anybody else has touched is left to them.
 * @param scriptOf asked only where there is something to play
 */
export async function playScene(
  scene: Scene,
  scriptOf: (scene: Scene) => Promise<Script>,
  house: House,
): Promise<void> {
  const prefix = `demo.${scene.key}.`;
  const opening = `${prefix}OpenDossier` as RequestId;
  const dossier = dossierNumber(DEMO_REGION, opening);
  const past = await pastOf(dossier, prefix, house);
  if (past === 'touched') return;
  const player = new ScenePlayer({ scene, dossier, prefix, house, script: await scriptOf(scene) });
  await player.play(past ?? (await player.open(opening)));
}

/** When the last of the scene's own events happened; `undefined` where there is none yet. */
async function pastOf(
  dossier: DossierNumber,
  prefix: string,
  { store, codec }: House,
): Promise<Instant | 'touched' | undefined> {
  let last: Instant | undefined;
  for await (const page of dossierEvents(dossier, { store, codec }, 0 as Revision)) {
    for (const { metadata } of page) {
      if (!metadata.requestId.startsWith(prefix)) return 'touched';
      last = metadata.occurredAt;
    }
  }
  return last;
}
