import type { ResolvedItem } from '../definition/definition.ts';
import type { Limit } from '../definition/vocabulary.ts';
import {
  checkedCompiler,
  type CompiledExpression,
  type ExpressionFacts,
} from '../expression/compile-expression.ts';
import type { AskedQuestion } from '../expression/read-answers.ts';
import { scopesOf } from '../expression/scope.ts';
import type { ItemOrigin } from '../loading/resolve.ts';
import { itemPapers } from '../procedure/item-papers.ts';
import { expressionsOf, type PlacedExpression } from './expressions.ts';
import { awaitedItems, conjunctsOf } from './prerequisite-tree.ts';
import type { Subject } from './subject.ts';

/** A procedure whose parts are in order, laid out so that combinations of answers can be tried. */
export interface ProcedureModel {
  readonly subject: Subject;
  readonly param: ExpressionFacts['param'];
  /** The form, each question with its condition compiled. */
  readonly asked: readonly AskedQuestion[];
  readonly eligibility: readonly CompiledExpression[];
  readonly items: ReadonlyMap<string, ModelItem>;
  readonly expressions: readonly CompiledPlace[];
}

export interface ModelItem {
  readonly item: ResolvedItem;
  readonly origin: ItemOrigin;
  /** Places in the order of stages. */
  readonly stage: number;
  readonly due: number;
  readonly when: CompiledExpression | undefined;
  readonly needs: CompiledExpression | undefined;
  /** The prerequisites taken apart at their outermost `&&`: each has to come. */
  readonly conditions: readonly Prerequisite[];
  /** Items whose outcome the prerequisites wait for, through `done` and `doneIfDue`. */
  readonly waitsFor: readonly string[];
  /** The expressions that select its limits. */
  readonly situations: readonly CompiledExpression[];
  limits(facts: ExpressionFacts): readonly Limit[];
}

export interface Prerequisite {
  readonly condition: CompiledExpression;
  readonly waitsFor: readonly string[];
}

interface CompiledPlace extends PlacedExpression {
  readonly compiled: CompiledExpression;
}

type Compile = (text: string) => CompiledExpression;

/** Demands that expressions compile and names are unique: the rules before have seen to it. */
export function procedureModel(subject: Subject): ProcedureModel {
  const { definition } = subject;
  const scopes = scopesOf(definition);
  const compile = {
    form: checkedCompiler(scopes.form),
    match: checkedCompiler(scopes.match),
    prerequisites: checkedCompiler(scopes.prerequisites),
  };
  const param = Object.fromEntries(
    definition.parameters.map(({ parameter, value }) => [parameter, value]),
  );
  const expressions = expressionsOf(subject).map((place) => ({
    ...place,
    compiled: compile[place.scope](place.text),
  }));
  return {
    subject,
    param,
    asked: definition.form.map((question) => ({
      question,
      ...(question.when === undefined ? {} : { when: compile.form(question.when) }),
    })),
    eligibility: definition.eligibility.map(({ condition }) => compile.form(condition)),
    items: new Map(
      [...subject.items].map(([slug, origin]) => [slug, modelItem(subject, origin, compile)]),
    ),
    expressions,
  };
}

function modelItem(
  { definition }: Subject,
  origin: ItemOrigin,
  compile: Readonly<Record<'form' | 'match' | 'prerequisites', Compile>>,
): ModelItem {
  const { item } = origin;
  const order = definition.stages.map(({ stage }) => stage);
  const needs = item.needs === undefined ? undefined : compile.prerequisites(item.needs);
  const conditions = needs ? conjunctsOf(needs.ast) : [];
  return {
    item,
    origin,
    stage: order.indexOf(origin.stage),
    due: order.indexOf(item.dueBy),
    when: item.when === undefined ? undefined : compile.form(item.when),
    needs,
    conditions: conditions.map((node) => ({
      condition: compile.prerequisites(node.input.slice(node.start, node.end)),
      waitsFor: awaitedItems(node),
    })),
    waitsFor: needs ? awaitedItems(needs.ast) : [],
    situations: item.situations
      .filter(({ limits }) => limits !== undefined)
      .map(({ when }) => compile.match(when)),
    limits: (facts) => itemPapers(item, compile.match).limits(facts),
  };
}
