import type { ItemKind } from '../../domain/dossier/procedure.ts';
import type { Limit, LimitUnit, LocalText } from '../definition/vocabulary.ts';
import type { Chart } from './chart.ts';

export type ChartLanguage = keyof LocalText;

/** How prerequisites look at an item. */
export type EdgeKind = Chart['edges'][number]['kind'];

export const KIND_NAMES: Readonly<Record<ItemKind, LocalText>> = {
  instant: { zh: '即办', en: 'instant' },
  promised: { zh: '承诺', en: 'promised' },
  joint: { zh: '联办', en: 'joint' },
  'report-up': { zh: '转报', en: 'report up' },
  external: { zh: '外部', en: 'external' },
};

export const EDGE_NAMES: Readonly<Record<EdgeKind, LocalText>> = {
  needed: { zh: '前置', en: 'needed' },
  'if-due': { zh: '涉及时前置', en: 'needed if due' },
  'one-of': { zh: '择一或视情形', en: 'one of several, or by case' },
};

export const CHART_WORDS = {
  lead: { zh: '牵头', en: 'lead' },
  target: { zh: '总时限', en: 'target' },
  conditional: { zh: '涉及时办', en: 'if due' },
  bySituation: { zh: '视情形', en: 'by situation' },
  dueBy: { zh: '至迟于', en: 'due by' },
  noClock: { zh: '不计时', en: 'no clock' },
  legend: { zh: '图例', en: 'Legend' },
} as const satisfies Record<string, LocalText>;

const LIMIT_KINDS: Readonly<Record<Limit['kind'], LocalText>> = {
  promised: { zh: '承诺', en: 'promised' },
  statutory: { zh: '法定', en: 'statutory' },
};

const UNITS: Readonly<Record<LimitUnit, LocalText>> = {
  'working-days': { zh: '个工作日', en: 'working days' },
  'natural-days': { zh: '日', en: 'days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
};

/** `承诺 5 个工作日`, `promised 5 working days`. */
export function limitWords(
  { kind, amount, unit }: Pick<Limit, 'kind' | 'amount' | 'unit'>,
  language: ChartLanguage,
): string {
  return `${LIMIT_KINDS[kind][language]} ${amountWords({ amount, unit }, language)}`;
}

export function amountWords(
  { amount, unit }: Pick<Limit, 'amount' | 'unit'>,
  language: ChartLanguage,
): string {
  const word = UNITS[unit][language];
  return `${amount} ${language === 'en' && amount === 1 ? word.slice(0, -1) : word}`;
}
