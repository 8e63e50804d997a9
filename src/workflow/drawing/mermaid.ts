import type { AnyStateMachine } from 'xstate';
import type { ItemKind } from '../../domain/dossier/procedure.ts';
import type { Definition } from '../definition/definition.ts';
import { flatMachine } from '../machine/flat-machine.ts';
import { chartOf, type ChartEdge, type ChartNode } from './chart.ts';
import { EDGE_NAMES, type ChartLanguage } from './words.ts';

const SHAPES: Readonly<Record<ItemKind, readonly [string, string]>> = {
  instant: ['([', '])'],
  promised: ['[', ']'],
  joint: ['[[', ']]'],
  'report-up': ['[/', '\\]'],
  external: ['{{', '}}'],
};

/** The procedure as a Mermaid flow chart: stages as subgraphs, prerequisites as arrows. */
export function drawMermaid(definition: Definition, language: ChartLanguage = 'zh'): string {
  const chart = chartOf(definition, language);
  const stages = chart.stages.flatMap(({ id, name, facts, nodes }) => [
    `  subgraph ${mermaidId('stage', id)}["${escaped([name, ...facts].join(' · '))}"]`,
    ...nodes.map(nodeLine),
    '  end',
  ]);
  const lines = [
    '---',
    `title: ${JSON.stringify(`${chart.title} ${chart.subtitle}`)}`,
    '---',
    'flowchart TB',
    ...stages,
    ...chart.edges.map((edge) => edgeLine(edge, language)),
    '  classDef external stroke-dasharray: 6 4',
  ];
  return `${lines.join('\n')}\n`;
}

/** The whole-procedure statechart as a Mermaid state diagram, a region for each item. */
export function drawStatechart(definition: Definition): string {
  const machine = flatMachine(definition);
  const names = new Map(
    definition.stages.flatMap(({ items }) => items.map(({ item, name }) => [item, name.zh])),
  );
  const regions = Object.keys(machine.states).map((item) => [
    `  state "${escaped(names.get(item) ?? item)}" as ${mermaidId('item', item)} {`,
    ...regionLines(machine, item),
    '  }',
  ]);
  return `${['stateDiagram-v2', ...regions.flat()].join('\n')}\n`;
}

function regionLines(machine: AnyStateMachine, item: string): readonly string[] {
  const region = machine.states[item] as AnyStateMachine['root'];
  const id = (step: string) => mermaidId(item, step);
  const steps = Object.values(region.states);
  const initial = region.initial.target[0]?.key;
  return [
    ...steps.map(({ key }) => `    state "${key}" as ${id(key)}`),
    ...(initial === undefined ? [] : [`    [*] --> ${id(initial)}`]),
    ...steps.flatMap((step) =>
      [...step.transitions.values()]
        .flat()
        .flatMap(({ eventType, target }) =>
          (target ?? []).map(
            ({ key }) => `    ${id(step.key)} --> ${id(key)}: ${eventType.slice(item.length + 1)}`,
          ),
        ),
    ),
    ...steps.filter(({ type }) => type === 'final').map(({ key }) => `    ${id(key)} --> [*]`),
  ];
}

function nodeLine({ id, kind, name, facts }: ChartNode): string {
  const [open, close] = SHAPES[kind];
  const text = [name, ...facts].map(escaped).join('<br/>');
  const style = kind === 'external' ? ':::external' : '';
  return `    ${mermaidId('item', id)}${open}"${text}"${close}${style}`;
}

function edgeLine({ from, to, kind }: ChartEdge, language: ChartLanguage): string {
  const label = kind === 'needed' ? '-->' : `-. "${escaped(EDGE_NAMES[kind][language])}" .->`;
  return `  ${mermaidId('item', from)} ${label} ${mermaidId('item', to)}`;
}

/** Words such as `end` break Mermaid as ids, hence the prefix. */
function mermaidId(prefix: string, slug: string): string {
  return `${prefix}_${slug}`.replaceAll('-', '_');
}

function escaped(text: string): string {
  return text
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[#"<>&[\]{}()|\\]/g, (char) => `#${char.codePointAt(0)};`);
}
