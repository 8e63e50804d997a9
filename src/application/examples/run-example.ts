import { own } from '../../domain/dossier/own.ts';
import type { DossierRefusal } from '../../domain/dossier/refusals.ts';
import type { Day } from '../../kernel/instant.ts';
import type { ExampleFile, ExampleStep } from '../../workflow/definition/example-file.ts';
import { whereIn, type Located } from '../../workflow/loading/located.ts';
import { mistake, type DefinitionMistake, type Where } from '../../workflow/loading/mistake.ts';
import type { CompiledProcedure } from '../../workflow/procedure/compile.ts';
import { playStep, type StepTrouble } from './play-step.ts';
import { dossierOutcome, Scene, type Reached } from './scene.ts';

/** How a worked example went. */
export interface ExampleRun {
  readonly reached: Reached;
  readonly mistakes: readonly DefinitionMistake[];
}

/**
 * Replays a worked example by the real decider, with an organisation that is competent for all, as
 * if it happened on `onDay`. It stops at the first step that cannot be done; what it expects is
 * looked at where all steps were.
 */
export function runExample(
  procedure: CompiledProcedure,
  example: Located<ExampleFile>,
  onDay: Day,
): ExampleRun {
  const scene = new Scene(procedure, onDay);
  const mistakes = play(scene, example);
  return { reached: scene.reached, mistakes };
}

function play(scene: Scene, example: Located<ExampleFile>): readonly DefinitionMistake[] {
  const { answers, steps } = example.value;
  const wrong = scene.procedure.formIssues(answers).map(({ field, problem }) =>
    mistake('example-answer-wrong', whereIn(example, 'answers', field), {
      question: field,
      problem,
    }),
  );
  if (wrong.length > 0) return wrong;
  const refusal = scene.open(answers);
  if (refusal) {
    const facts = { refusal: refusal.code, detail: factsOf(refusal) };
    return [mistake('example-form-refused', whereIn(example, 'answers'), facts)];
  }
  for (const [index, step] of steps.entries()) {
    const trouble = playStep(scene, step);
    const told = judge(example, index, trouble);
    if (told) return [told];
  }
  return unexpected(scene, example);
}

function judge(
  example: Located<ExampleFile>,
  index: number,
  trouble: StepTrouble | undefined,
): DefinitionMistake | undefined {
  const step = example.value.steps[index];
  const expected = step?.refused;
  const at = whereIn(example, 'steps', index);
  if (!trouble) {
    return expected === undefined
      ? undefined
      : mistake('example-step-not-refused', at, { refusal: expected });
  }
  const isExpected = trouble.kind === 'refused' && trouble.refusal.code === expected;
  return isExpected ? undefined : fromTrouble(trouble, at, step);
}

function fromTrouble(
  trouble: StepTrouble,
  at: Where,
  step: ExampleStep | undefined,
): DefinitionMistake {
  switch (trouble.kind) {
    case 'refused':
      return mistake('example-step-refused', at, {
        command: trouble.command,
        refusal: trouble.refusal.code,
        detail: factsOf(trouble.refusal),
      });
    case 'impossible':
      return mistake('example-step-impossible', at, {
        item: trouble.item,
        state: trouble.state,
      });
    default:
      return mistake('example-stage-stuck', at, {
        stage: step && 'finish' in step ? step.finish : '',
        items: trouble.items,
      });
  }
}

function unexpected(scene: Scene, example: Located<ExampleFile>): DefinitionMistake[] {
  const { dossier } = scene;
  const { items, stages, dossier: outcome } = example.value.expect;
  const itemEnding = (slug: string) => {
    const item = own(dossier.items, slug);
    return item ? (item.ending ?? 'open') : 'not in the dossier';
  };
  const stageOutcome = (slug: string) => own(dossier.stages, slug)?.outcome ?? 'open';
  const compared = [
    ...Object.entries(items).map(([of, expected]) => ({
      path: ['items', of],
      facts: { of, expected, found: itemEnding(of) },
    })),
    ...Object.entries(stages).map(([of, expected]) => ({
      path: ['stages', of],
      facts: { of, expected, found: stageOutcome(of) },
    })),
    {
      path: ['dossier'],
      facts: { of: 'dossier', expected: outcome, found: dossierOutcome(dossier) },
    },
  ];
  return compared
    .filter(({ facts }) => facts.expected !== facts.found)
    .map(({ path, facts }) =>
      mistake('example-outcome-differs', whereIn(example, 'expect', ...path), facts),
    );
}

/** `item: eia`, one text a fact. */
function factsOf({ facts }: DossierRefusal): string[] {
  return Object.entries(facts).map(([name, value]) => `${name}: ${[value].flat().join(', ')}`);
}
