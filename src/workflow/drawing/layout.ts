import elk, { type ElkNode } from 'elkjs/lib/elk.bundled.js';
import { invariant } from '../../kernel/invariant.ts';
import type { Chart, ChartEdge, ChartNode, ChartStage } from './chart.ts';
import { wrapped } from './text-box.ts';

export const NAME_SIZE = 15;
export const FACT_SIZE = 12;
export const LINE_HEIGHT = 1.45;
export const NODE_WIDTH = 208;
const LANE_PADDING = 22;
const NODE_PADDING = { side: 16, top: 12 };

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Point {
  readonly width: number;
  readonly height: number;
}

/** The words of a box, broken into lines. */
export interface BoxText {
  readonly nameLines: readonly string[];
  readonly factLines: readonly string[];
}

export interface PlacedNode extends Box, BoxText {
  readonly node: ChartNode;
}

/** A lane across the whole chart, with its words at the left. */
export interface PlacedStage extends Box, BoxText {
  readonly stage: ChartStage;
}

export interface PlacedEdge {
  readonly edge: ChartEdge;
  readonly points: readonly Point[];
}

export interface Layout {
  readonly width: number;
  readonly height: number;
  readonly stages: readonly PlacedStage[];
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
}

/** Each stage is a partition, so that its items stay between those before and those after it. */
const OPTIONS = {
  'elk.algorithm': 'layered',
  'elk.direction': 'DOWN',
  'elk.partitioning.activate': 'true',
  'elk.edgeRouting': 'ORTHOGONAL',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.spacing.nodeNodeBetweenLayers': '46',
  'elk.layered.spacing.edgeNodeBetweenLayers': '18',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '10',
  'elk.spacing.nodeNode': '26',
  'elk.spacing.edgeNode': '18',
  'elk.spacing.edgeEdge': '10',
  'elk.separateConnectedComponents': 'false',
  'elk.randomSeed': '1',
  'elk.padding': `[top=${LANE_PADDING},left=20,bottom=${LANE_PADDING},right=20]`,
};

/** Places the chart by ELK's layered algorithm, whose result depends on nothing but the chart. */
export async function layOut(chart: Chart): Promise<Layout> {
  const graph = await new elk.default().layout(graphOf(chart));
  const boxes = new Map((graph.children ?? []).map((one) => [one.id, boxOf(one)]));
  const nodes = chart.stages.flatMap((stage) =>
    stage.nodes.map((node) => {
      const box = boxes.get(node.id);
      invariant(box, `the layout has placed ${node.id}`);
      return { stage, node, ...box, ...textOf(node) };
    }),
  );
  const edges = chart.edges.map((edge, index) => ({ edge, points: pointsOf(graph, index) }));
  const width = (graph.width ?? 0) + NODE_WIDTH;
  return withLanes(chart, { nodes, edges, width, height: graph.height ?? 0 });
}

function graphOf(chart: Chart): ElkNode {
  return {
    id: 'chart',
    layoutOptions: OPTIONS,
    children: chart.stages.flatMap((stage, index) =>
      stage.nodes.map((node) => ({
        id: node.id,
        width: NODE_WIDTH,
        height: heightOf(textOf(node)),
        layoutOptions: { 'elk.partitioning.partition': String(index) },
      })),
    ),
    edges: chart.edges.map(({ from, to }, index) => ({
      id: edgeId(index),
      sources: [from],
      targets: [to],
    })),
  };
}

type Placed = Omit<Layout, 'stages' | 'nodes'> & {
  readonly nodes: readonly (PlacedNode & { readonly stage: ChartStage })[];
};

/** Cuts the height into lanes half-way between the stages; a lane too low for its words grows. */
function withLanes(chart: Chart, placed: Placed): Layout {
  let now = placed;
  let top = 0;
  const stages: PlacedStage[] = [];
  for (const [index, stage] of chart.stages.entries()) {
    const next = chart.stages[index + 1];
    const words = textOf(stage);
    const bottom = next ? (lowest(now, stage) + highest(now, next)) / 2 : now.height;
    const growth = Math.max(0, heightOf(words) - (bottom - top));
    now = growth > 0 ? movedDown(now, bottom, growth) : now;
    const height = bottom + growth - top;
    stages.push({ stage, x: 0, y: top, width: placed.width, height, ...words });
    top += height;
  }
  return { ...now, stages };
}

function lowest({ nodes }: Placed, stage: ChartStage): number {
  const own = nodes.filter((node) => node.stage === stage);
  return Math.max(...own.map(({ y, height }) => y + height));
}

function highest({ nodes }: Placed, stage: ChartStage): number {
  return Math.min(...nodes.filter((node) => node.stage === stage).map(({ y }) => y));
}

/** Everything from `y` on is moved down; only upright lines cross there, and they grow. */
function movedDown(placed: Placed, from: number, by: number): Placed {
  const move = <Shape extends Point>(shape: Shape): Shape =>
    shape.y < from ? shape : { ...shape, y: shape.y + by };
  return {
    ...placed,
    height: placed.height + by,
    nodes: placed.nodes.map(move),
    edges: placed.edges.map(({ edge, points }) => ({ edge, points: points.map(move) })),
  };
}

/** Stage and item are written alike; the words decide how high the box is. */
function textOf({ name, facts }: ChartNode | ChartStage): BoxText {
  const width = NODE_WIDTH - 2 * NODE_PADDING.side;
  return {
    nameLines: wrapped(name, NAME_SIZE, width),
    factLines: facts.flatMap((fact) => wrapped(fact, FACT_SIZE, width)),
  };
}

function heightOf({ nameLines, factLines }: BoxText): number {
  const text = nameLines.length * NAME_SIZE + factLines.length * FACT_SIZE;
  return Math.ceil(text * LINE_HEIGHT + 2 * NODE_PADDING.top);
}

function pointsOf(graph: ElkNode, index: number): readonly Point[] {
  const section = graph.edges?.find(({ id }) => id === edgeId(index))?.sections?.[0];
  invariant(section, `the layout has routed edge ${index}`);
  return [section.startPoint, ...(section.bendPoints ?? []), section.endPoint].map(rightOfWords);
}

function boxOf({ x = 0, y = 0, width = 0, height = 0 }: ElkNode): Box {
  return { ...rightOfWords({ x, y }), width, height };
}

/** The words of the stages stand left of everything that the algorithm has placed. */
function rightOfWords({ x, y }: Point): Point {
  return { x: x + NODE_WIDTH, y };
}

function edgeId(index: number): string {
  return `edge-${index}`;
}
