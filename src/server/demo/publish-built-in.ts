import { OFFICE_ITSELF } from '../../domain/organisation/decide.ts';
import { dayOf } from '../../kernel/instant.ts';
import type { ProcedureId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { definitionMistakeSentence } from '../../wording/definition-mistakes.ts';
import { refusalSentences } from '../../wording/refusals.ts';
import type { Sentence } from '../../wording/sentence.ts';
import { checkDefinitions } from '../../workflow/checking/check-definitions.ts';
import type { Definition } from '../../workflow/definition/definition.ts';
import { definitionHash } from '../../workflow/loading/definition-hash.ts';
import type { LoadedWorkflows } from '../../workflow/loading/load-workflows.ts';
import { loadWorkflows } from '../../workflow/loading/read-folder.ts';
import { resolveProcedure } from '../../workflow/loading/resolve.ts';
import type { House } from '../house.ts';
import { publishProcedure } from '../publishing/publish-procedure.ts';

/**
 * Checks and publishes the procedures of the folder. What is published already, word for word, is
 * neither checked nor published again.
 * @returns the definitions, or what is wrong with them: mistakes with file, line and column, or a
 *   file that was changed under a version that is published
 */
export async function publishBuiltIn(
  folder: string,
  house: House,
): Promise<Result<readonly Definition[], readonly Sentence[]>> {
  const loaded = await loadWorkflows(folder);
  const known = alreadyPublished(loaded, house);
  if (known) return ok(known);
  const checked = checkDefinitions(loaded, dayOf(house.now()));
  if (checked.mistakes.length > 0) return refuse(checked.mistakes.map(located));
  const definitions = checked.definitions.map(({ definition }) => definition);
  const problems: Sentence[] = [];
  for (const definition of definitions) {
    const actor = { person: OFFICE_ITSELF, post: 'administrator' } as const;
    const done = await publishProcedure(definition, actor, house.reference);
    if (!done.ok) problems.push(refusalSentences(done.error));
  }
  return problems.length > 0 ? refuse(problems) : ok(definitions);
}

function alreadyPublished(
  { catalogue, procedures, mistakes }: LoadedWorkflows,
  { library }: House,
): readonly Definition[] | undefined {
  if (mistakes.length > 0) return undefined;
  const definitions: Definition[] = [];
  for (const procedure of procedures) {
    const { resolved, mistakes: references } = resolveProcedure(catalogue, procedure);
    const { definition } = resolved;
    const versions = library.catalogue.state.get(definition.procedure as ProcedureId) ?? [];
    const hash = definitionHash(definition);
    if (references.length > 0 || !versions.some((one) => one.hash === hash)) return undefined;
    definitions.push(definition);
  }
  return definitions;
}

function located(mistake: Parameters<typeof definitionMistakeSentence>[0]): Sentence {
  const { zh, en } = definitionMistakeSentence(mistake);
  const where = `${mistake.file}:${mistake.line}:${mistake.column}`;
  return { zh: `${where} ${zh}`, en: `${where} ${en}` };
}
