import type { CompiledProcedure } from '../../workflow/procedure/compile.ts';
import { demoDepartmentId } from './demo-people.ts';
import type { Script } from './playing/script.ts';

type Given = Partial<Script> & Pick<Script, 'answers' | 'applications'>;

/** A whole script: what is given, and from the procedure the names and whom joint items must ask. */
export function scriptFor(procedure: CompiledProcedure, given: Given): Script {
  const { names, items, definition } = procedure;
  const joint = [...items.values()].filter(({ kind }) => kind === 'joint');
  const all = definition.stages.flatMap((stage) => stage.items);
  return {
    papers: {},
    preReviews: [],
    milestones: {},
    incidents: [],
    held: [],
    opinionsFrom: Object.fromEntries(
      joint.map(({ slug, department, opinionsFrom }) => [
        slug,
        opinionsFrom.filter((kind) => kind !== department).map(demoDepartmentId),
      ]),
    ),
    names: Object.fromEntries([...names.items, ...names.materials].map(([id, { zh }]) => [id, zh])),
    papersIssued: Object.fromEntries(
      all.flatMap(({ item, result }) => (result ? [[item, result.paper.zh]] : [])),
    ),
    ...given,
  };
}
