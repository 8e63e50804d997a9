import type { ProcedureId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/instant.ts';
import {
  checkDefinitions,
  type CheckedDefinition,
  type CheckedDefinitions,
  type Publications,
} from '../../workflow/checking/check-definitions.ts';
import { endingsOfKind } from '../../workflow/checking/endings-of-kind.ts';
import { exampleFile } from '../../workflow/definition/example-file.ts';
import { folderOf, type LoadedWorkflows } from '../../workflow/loading/load-workflows.ts';
import { readLocated } from '../../workflow/loading/located.ts';
import { inReadingOrder, mistake, type DefinitionMistake } from '../../workflow/loading/mistake.ts';
import { loadWorkflows } from '../../workflow/loading/read-folder.ts';
import { compileProcedure } from '../../workflow/procedure/compile.ts';
import { runExample } from './run-example.ts';
import type { Reached } from './scene.ts';

export type CheckedWorkflows = CheckedDefinitions;

/**
 * Reads the workflows folder and judges all of it: files, names, rules and worked examples.
 * `onDay` is the day for which instruments must be in force. Nothing in the folder makes it throw.
 */
export async function checkWorkflows(
  folder: string,
  onDay: Day,
  publications: Publications = {},
): Promise<CheckedWorkflows> {
  return checkLoaded(await loadWorkflows(folder), onDay, publications);
}

/** The same for what was read already. */
export function checkLoaded(
  loaded: LoadedWorkflows,
  onDay: Day,
  publications: Publications = {},
): CheckedWorkflows {
  const { mistakes, warnings, definitions } = checkDefinitions(loaded, onDay, publications);
  const replayed = definitions.flatMap((definition) => replay(loaded, definition, onDay));
  return { mistakes: inReadingOrder([...mistakes, ...replayed]), warnings, definitions };
}

/** Replays a procedure's examples, which together must reach every ending there is. */
function replay(
  loaded: LoadedWorkflows,
  { definition, hash }: CheckedDefinition,
  onDay: Day,
): DefinitionMistake[] {
  const id = definition.procedure as ProcedureId;
  const procedure = compileProcedure(definition, { id, version: definition.version, hash });
  const mistakes: DefinitionMistake[] = [];
  const reached: Reached = { items: new Set(), stages: new Set(), dossier: new Set() };
  for (const source of loaded.examples) {
    if (folderOf(source.file) !== definition.procedure) continue;
    const read = readLocated(source, exampleFile);
    mistakes.push(...read.mistakes);
    if (!read.located) continue;
    const run = runExample(procedure, read.located, onDay);
    mistakes.push(...run.mistakes);
    for (const key of ['items', 'stages', 'dossier'] as const) {
      for (const one of run.reached[key]) reached[key].add(one);
    }
  }
  return mistakes.length > 0 ? mistakes : unreached(definition, reached);
}

/** Endings to which no example leads; asked only where every example went as it should. */
function unreached(
  definition: CheckedDefinition['definition'],
  { items, stages, dossier }: Reached,
): DefinitionMistake[] {
  const at = { file: `${definition.procedure}/procedure.yaml`, line: 1, column: 1, path: '' };
  const kinds = new Set(definition.stages.flatMap((stage) => stage.items.map(({ kind }) => kind)));
  const outcomes = ['approved', 'rejected'] as const;
  return [
    ...[...kinds].flatMap((kind) =>
      endingsOfKind(kind)
        .filter((ending) => !items.has(`${kind} ${ending}`))
        .map((ending) => mistake('example-item-ending-missing', at, { kind, ending })),
    ),
    ...definition.stages.flatMap(({ stage }) =>
      outcomes
        .filter((ending) => !stages.has(`${stage} ${ending}`))
        .map((ending) => mistake('example-stage-ending-missing', at, { stage, ending })),
    ),
    ...[...outcomes, 'abandoned']
      .filter((ending) => !dossier.has(ending))
      .map((ending) => mistake('example-dossier-ending-missing', at, { ending })),
  ];
}
