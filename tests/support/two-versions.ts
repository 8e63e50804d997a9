import { TABLES } from './item-tables.ts';
import { sampleProcedure } from './sample-procedure.ts';
import { after, nothing, type Scene, type Step } from './dossier-spec.ts';
import { accept, drafted, submit } from './dossier-scenes.ts';
import { PROCEDURE, SAMPLE } from './sample-office.ts';

const kept = SAMPLE.items.filter(({ item }) => item !== 'eia' && item !== 'works-permit');

/** The second version knows no EIA and no works permit, but brings a noise permit. */
export const NEWER = sampleProcedure({
  ...SAMPLE,
  version: 2,
  items: [
    ...kept.map((one) => (one.item === 'construction-permit' ? { ...one, needs: [] } : one)),
    { item: 'noise', stage: 'construction', table: TABLES.promised, department: 'ecology' },
  ],
});

/** Planning is accepted under the first version, and the second is published. */
export function twoVersions(...steps: readonly Step[]): Scene {
  const items = steps.length > 0 ? [] : ['filing', 'land-permit', 'scheme-review'];
  const scene = drafted({}, nothing([PROCEDURE, NEWER]));
  return after(scene, submit('planning', ...items), accept(1), ...steps);
}
