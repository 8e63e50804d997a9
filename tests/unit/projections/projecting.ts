import type { Recorded } from '../../../src/codec/envelope.ts';
import type { DossierEvent } from '../../../src/domain/dossier/events.ts';
import { versionAfter } from '../../../src/domain/dossier/fold.ts';
import { nextActions } from '../../../src/domain/dossier/next-actions.ts';
import type { EventId, Position, Revision, StreamName } from '../../../src/eventstore/port.ts';
import type { RequestId, Sha256 } from '../../../src/kernel/ids.ts';
import { instantFromMs } from '../../../src/kernel/instant.ts';
import { DossierFold } from '../../../src/projections/runner/dossier-fold.ts';
import type { LastEvent, ReadModel } from '../../../src/projections/read-model.ts';
import type { Row, RowOf, Table } from '../../../src/projections/storage/table.ts';
import { finder, type Scene } from '../../support/dossier-spec.ts';
import { DOSSIER } from '../../support/sample-office.ts';

/** How long after it happened every event of these tests is written down. */
export const WRITTEN_LATER_MS = 90_000;

/** `given(scene).then(table)`: the rows a model has for what happened in the scene. */
export function given(scene: Scene, model: ReadModel) {
  const fold = new DossierFold(true);
  const procedureFor = finder(scene.versions);
  const written: Row[] = [];
  let last: LastEvent | undefined;
  for (const recorded of recordedOf(scene)) {
    const procedure = procedureFor(versionAfter(fold.state, recorded.event));
    if (!procedure) throw new Error('the scene has no such procedure');
    const stage = fold.take(recorded, procedure);
    if (model.ofEvent) written.push(model.ofEvent.rowOf({ recorded, stage }));
    last = { ...recorded, ...recorded.metadata };
  }
  if (!last) throw new Error('nothing happened in the scene');
  const dossier = fold.dossier();
  const next = nextActions(dossier, fold.procedure());
  const tables = [
    ...model.project({ dossier, trail: fold.trail, next, last }),
    ...(model.ofEvent ? [{ table: model.ofEvent.table, rows: written }] : []),
  ];
  return {
    rows: <Of extends Table>(table: Of) =>
      tables
        .filter((one) => one.table.name === table.name)
        .flatMap(({ rows }) => rows) as unknown as readonly RowOf<Of>[],
    text: JSON.stringify(tables),
  };
}

/** The scene's history as the log would hold it. */
function recordedOf({ history }: Scene): readonly Recorded<DossierEvent>[] {
  return history.map(({ event, act }, index) => {
    const at = Temporal.Instant.from(act.occurredAt).epochMilliseconds;
    return {
      id: `event-${index}` as EventId,
      stream: `dossier-${DOSSIER}` as StreamName,
      revision: index as Revision,
      position: String(index).padStart(20, '0') as Position,
      event,
      metadata: {
        occurredAt: act.occurredAt,
        recordedAt: instantFromMs(at + WRITTEN_LATER_MS),
        actor: act.by,
        requestId: `request-${index}` as RequestId,
        commandHash: ''.padEnd(64, '0') as Sha256,
        correlation: DOSSIER,
      },
    };
  });
}
