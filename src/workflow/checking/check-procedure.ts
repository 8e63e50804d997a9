import type { DefinitionMistake } from '../loading/mistake.ts';
import { procedureModel } from './procedure-model.ts';
import { comparisonsTried } from './rules/comparisons-tried.ts';
import { dueInTime } from './rules/due-in-time.ts';
import { eligibilitySatisfiable } from './rules/eligibility-satisfiable.ts';
import { expressionsSound } from './rules/expressions-sound.ts';
import { externalItems } from './rules/external-items.ts';
import { instrumentsInForce } from './rules/instruments-in-force.ts';
import { itemsCanApply } from './rules/items-can-apply.ts';
import { limitsGiven } from './rules/limits-given.ts';
import { machinesSound } from './rules/machines-sound.ts';
import { namesUnique } from './rules/names-unique.ts';
import { opinionsFit } from './rules/opinions-fit.ts';
import { prerequisitesAcyclic } from './rules/prerequisites-acyclic.ts';
import { prerequisitesGrow } from './rules/prerequisites-grow.ts';
import { prerequisitesMeetable } from './rules/prerequisites-meetable.ts';
import { promisesWithinLimits } from './rules/promises-within-limits.ts';
import { questionsInOrder } from './rules/questions-in-order.ts';
import { stagePromisesHold } from './rules/stage-promises-hold.ts';
import { stagesConclude } from './rules/stages-conclude.ts';
import { stepsDecide } from './rules/steps-decide.ts';
import { targetCoversStages } from './rules/target-covers-stages.ts';
import type { ProofRule, Rule, Subject } from './subject.ts';

/** What the rules found: mistakes forbid publication, warnings ask for a second look. */
export interface Findings {
  readonly mistakes: readonly DefinitionMistake[];
  readonly warnings: readonly DefinitionMistake[];
}

const RULES: readonly Rule[] = [
  namesUnique,
  expressionsSound,
  questionsInOrder,
  instrumentsInForce,
  externalItems,
  stepsDecide,
  opinionsFit,
  dueInTime,
  machinesSound,
  promisesWithinLimits,
  targetCoversStages,
];

/** Each round relies on what the rounds before it have shown. */
const PROOFS: readonly (readonly ProofRule[])[] = [
  [eligibilitySatisfiable],
  [prerequisitesGrow, prerequisitesAcyclic],
  [prerequisitesMeetable, stagesConclude, stagePromisesHold],
];

const PROOF_WARNINGS: readonly ProofRule[] = [comparisonsTried, itemsCanApply];

/** Judges one procedure whose names and references are right. */
export function checkProcedure(subject: Subject): Findings {
  const mistakes = RULES.flatMap((rule) => rule(subject));
  const warnings = limitsGiven(subject);
  if (mistakes.length > 0) return { mistakes, warnings };
  const model = procedureModel(subject);
  for (const round of PROOFS) {
    const found = round.flatMap((proof) => proof(model));
    if (found.length > 0) return { mistakes: found, warnings };
  }
  return {
    mistakes: [],
    warnings: [...warnings, ...PROOF_WARNINGS.flatMap((rule) => rule(model))],
  };
}
