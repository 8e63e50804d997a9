import type { Sha256 } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/instant.ts';
import type { Definition } from '../definition/definition.ts';
import type { ProcedureFile } from '../definition/procedure-file.ts';
import type { Catalogue } from '../loading/catalogue.ts';
import { definitionHash } from '../loading/definition-hash.ts';
import type { LoadedWorkflows } from '../loading/load-workflows.ts';
import type { Located } from '../loading/located.ts';
import { inReadingOrder, type DefinitionMistake } from '../loading/mistake.ts';
import { referencesOfItem } from '../loading/references.ts';
import { resolveProcedure, type Publication } from '../loading/resolve.ts';
import { checkProcedure, type Findings } from './check-procedure.ts';
import { unusedEntries } from './unused-entries.ts';

/** A definition in which no rule found a mistake. */
export interface CheckedDefinition {
  readonly definition: Definition;
  readonly hash: Sha256;
}

export interface CheckedDefinitions extends Findings {
  /** Procedures without mistakes, in the order of their names. */
  readonly definitions: readonly CheckedDefinition[];
}

/** What a locality sets when it publishes, by the slug of the procedure. */
export type Publications = Readonly<Record<string, Publication>>;

/**
 * Judges all that was loaded: names and references first, then every rule on every procedure whose
 * references are right. `onDay` is the day for which instruments must be in force.
 */
export function checkDefinitions(
  loaded: LoadedWorkflows,
  onDay: Day,
  publications: Publications = {},
): CheckedDefinitions {
  const { catalogue } = loaded;
  const mistakes = [
    ...loaded.mistakes,
    ...[...catalogue.items.values()].flatMap((item) => referencesOfItem(catalogue, item)),
  ];
  const warnings = [...loaded.warnings];
  const definitions: CheckedDefinition[] = [];
  const all = loaded.procedures.map((procedure) =>
    resolveProcedure(catalogue, procedure, publications[procedure.value.procedure]),
  );
  for (const { resolved, mistakes: references } of all) {
    mistakes.push(...references);
    if (references.length > 0 || !isReadable(catalogue, resolved.procedure)) continue;
    const findings = checkProcedure({ ...resolved, onDay });
    mistakes.push(...findings.mistakes);
    warnings.push(...findings.warnings);
    if (findings.mistakes.length > 0) continue;
    const { definition } = resolved;
    definitions.push({ definition, hash: definitionHash(definition) });
  }
  if (loaded.mistakes.length === 0) {
    const used = all.map(({ resolved }) => resolved.definition);
    warnings.push(...unusedEntries(catalogue, used));
  }
  return {
    mistakes: inReadingOrder(onceEach(mistakes)),
    warnings: inReadingOrder(onceEach(warnings)),
    definitions,
  };
}

/** Whether all that the procedure is made of could be read, so that the rules see it whole. */
function isReadable(catalogue: Catalogue, procedure: Located<ProcedureFile>): boolean {
  const { departments, instruments, materials, unreadableItems } = catalogue;
  const uses = procedure.value.stages.flatMap(({ items }) => items);
  const hasLists = departments !== undefined && instruments !== undefined;
  return hasLists && materials !== undefined && !uses.some(({ item }) => unreadableItems.has(item));
}

/** What several procedures share is wrong once. */
function onceEach(mistakes: readonly DefinitionMistake[]): DefinitionMistake[] {
  const seen = new Map(mistakes.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
