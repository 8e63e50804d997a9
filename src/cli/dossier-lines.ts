import type { Recorded } from '../codec/envelope.ts';
import type { DossierEvent } from '../domain/dossier/events.ts';
import type { Dossier, ItemState } from '../domain/dossier/state.ts';
import { EVENT_LABELS } from '../wording/event-labels.ts';
import { STATUS_LABELS } from '../wording/labels.ts';
import { stepLabel } from '../wording/step-labels.ts';
import type { CompiledProcedure } from '../workflow/procedure/compile.ts';

const BACK_ENTRY_MS = 60_000;

/** A dossier for a terminal: head, then one line an item. Personal data never go to a terminal. */
export function dossierLines(dossier: Dossier, procedure: CompiledProcedure): readonly string[] {
  const { number, projectName, projectCode, status, investor } = dossier;
  const { ref, definition } = procedure;
  return [
    `${number}  ${projectName}`,
    `项目代码 project code: ${projectCode ?? '—'}`,
    `项目单位 investor: ${investor.name}`,
    `流程 procedure: ${definition.name.zh} ${ref.id}@${ref.version}`,
    `状态 status: ${STATUS_LABELS[status].zh} ${STATUS_LABELS[status].en}`,
    ...Object.values(dossier.items).map((item) => itemLine(item, procedure)),
  ];
}

function itemLine({ item, step, department }: ItemState, { names }: CompiledProcedure): string {
  const name = names.items.get(item)?.zh ?? item;
  const { zh, en } = stepLabel(step);
  return `  ${name} (${item})  ${department ?? '—'}  ${zh} · ${en}`;
}

/** One event for a terminal, with back-entry said where the office wrote it down later. */
export function stepLine({ revision, event, metadata }: Recorded<DossierEvent>): string {
  const { occurredAt, recordedAt, actor } = metadata;
  const { zh, en } = EVENT_LABELS[event.type];
  const item = 'item' in event.data ? ` [${event.data.item}]` : '';
  const gapMs =
    Temporal.Instant.from(recordedAt).epochMilliseconds -
    Temporal.Instant.from(occurredAt).epochMilliseconds;
  const late = gapMs > BACK_ENTRY_MS ? `  补录于 entered ${recordedAt}` : '';
  const who = `${actor.person}/${actor.post}`;
  return `${String(revision).padStart(4)}  ${occurredAt}  ${zh} ${en}${item}  ${who}${late}`;
}
