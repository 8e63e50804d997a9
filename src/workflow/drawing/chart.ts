import type { ASTNode } from '@marcbachmann/cel-js';
import type { ItemKind } from '../../domain/dossier/procedure.ts';
import type { Definition, DefinitionStage, ResolvedItem } from '../definition/definition.ts';
import { checkedCompiler } from '../expression/compile-expression.ts';
import { childrenOf } from '../expression/names-in.ts';
import { scopesOf } from '../expression/scope.ts';
import { withPromise } from '../procedure/item-papers.ts';
import { amountWords, CHART_WORDS, KIND_NAMES, limitWords, type ChartLanguage } from './words.ts';

/** What a flow chart of a procedure shows, in words of one language, before any layout. */
export interface Chart {
  readonly title: string;
  readonly subtitle: string;
  readonly stages: readonly ChartStage[];
  readonly edges: readonly ChartEdge[];
}

export interface ChartStage {
  readonly id: string;
  readonly name: string;
  /** Lead department and promise. */
  readonly facts: readonly string[];
  readonly nodes: readonly ChartNode[];
}

export interface ChartNode {
  readonly id: string;
  readonly kind: ItemKind;
  readonly name: string;
  /** Department, kind, limits, conditions: one line each. */
  readonly facts: readonly string[];
}

export interface ChartEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: 'needed' | 'if-due' | 'one-of';
}

/** The chart of a checked definition. */
export function chartOf(definition: Definition, language: ChartLanguage): Chart {
  const { name, version, procedure, target } = definition;
  const total = target && `${CHART_WORDS.target[language]} ${amountWords(target, language)}`;
  return {
    title: name[language],
    subtitle: [`${procedure} v${version}`, ...(total === undefined ? [] : [total])].join(' · '),
    stages: definition.stages.map((stage, index) => ({
      id: stage.stage,
      name: `${index + 1} ${stage.name[language]}`,
      facts: stageFacts(definition, stage, language),
      nodes: stage.items.map((item) => ({
        id: item.item,
        kind: item.kind,
        name: item.name[language],
        facts: factsOf(definition, { stage, item, language }),
      })),
    })),
    edges: edgesOf(definition),
  };
}

function stageFacts(
  definition: Definition,
  stage: DefinitionStage,
  language: ChartLanguage,
): readonly string[] {
  const lead = departmentName(definition, stage.lead, language);
  return [`${CHART_WORDS.lead[language]} ${lead}`, amountWords(stage.promise, language)];
}

function factsOf(
  definition: Definition,
  at: { stage: DefinitionStage; item: ResolvedItem; language: ChartLanguage },
): readonly string[] {
  const { stage, item, language } = at;
  const { department, kind, when, dueBy } = item;
  const kindName = KIND_NAMES[kind][language];
  const owner = department === undefined ? [] : [departmentName(definition, department, language)];
  const due = definition.stages.find((one) => one.stage === dueBy && one.stage !== stage.stage);
  const conditions = [
    ...(when === undefined ? [] : [CHART_WORDS.conditional[language]]),
    ...(due ? [`${CHART_WORDS.dueBy[language]} ${due.name[language]}`] : []),
  ];
  return [[...owner, kindName].join(' · '), ...limitLines(item, language), ...conditions];
}

/** The limits of the decision; what follows it, such as service, is no part of the way there. */
function limitLines(item: ResolvedItem, language: ChartLanguage): readonly string[] {
  if (item.kind === 'external') return [CHART_WORDS.noClock[language]];
  const limits = withPromise(item.limits, item.promise).filter(
    ({ starts }) => starts !== 'decided' && starts !== 'served',
  );
  const lines = ['promised', 'statutory'].flatMap((kind) =>
    limits.filter((one) => one.kind === kind).map((one) => limitWords(one, language)),
  );
  const varies = item.situations.some((one) => one.limits !== undefined);
  return [...lines, ...(varies ? [CHART_WORDS.bySituation[language]] : [])];
}

function departmentName(definition: Definition, slug: string, language: ChartLanguage): string {
  return definition.departments.find((one) => one.department === slug)?.name[language] ?? slug;
}

function edgesOf(definition: Definition): readonly ChartEdge[] {
  const compile = checkedCompiler(scopesOf(definition).prerequisites);
  return definition.stages
    .flatMap(({ items }) => items)
    .flatMap(({ item, needs }) => {
      const edges = new Map<string, ChartEdge>();
      if (needs === undefined) return [];
      for (const edge of edgesIn(compile(needs).ast, { to: item, isCertain: true })) {
        edges.set(edge.from, stronger(edges.get(edge.from), edge));
      }
      return [...edges.values()];
    });
}

/** What stands in a plain conjunction is needed; under any other operator it is one of several. */
function edgesIn(
  node: ASTNode,
  at: { readonly to: string; readonly isCertain: boolean },
): readonly ChartEdge[] {
  if (node.op !== 'call') {
    const isCertain = at.isCertain && node.op === '&&';
    return childrenOf(node).flatMap((one) => edgesIn(one, { ...at, isCertain }));
  }
  const [name, [argument]] = node.args;
  if (name === 'applies' || argument?.op !== 'value') return [];
  const certain = name === 'done' ? 'needed' : 'if-due';
  return [{ from: String(argument.args), to: at.to, kind: at.isCertain ? certain : 'one-of' }];
}

const STRENGTH = ['one-of', 'if-due', 'needed'] as const;

function stronger(known: ChartEdge | undefined, edge: ChartEdge): ChartEdge {
  if (!known) return edge;
  return STRENGTH.indexOf(known.kind) >= STRENGTH.indexOf(edge.kind) ? known : edge;
}
