import { createMachine, type AnyStateMachine } from 'xstate';
import type { DossierSignal, DossierStatus } from '../../domain/dossier/signal.ts';
import { explore, prove } from './explore.ts';

const SIGNALS = {
  Submitted: true,
  NotAccepted: true,
  Accepted: true,
  Concluded: true,
  Abandoned: true,
} as const satisfies Record<DossierSignal, true>;

const DOSSIER_SIGNALS = Object.keys(SIGNALS) as readonly DossierSignal[];

/** The dossier as a whole. Later stages bring intakes of their own, and it stays accepted. */
const dossierMachine: AnyStateMachine = createMachine({
  id: 'dossier',
  initial: 'draft',
  states: {
    draft: { on: { Submitted: 'submitted', Abandoned: 'abandoned' } },
    submitted: { on: { NotAccepted: 'draft', Accepted: 'accepted', Abandoned: 'abandoned' } },
    accepted: {
      on: {
        Submitted: 'accepted',
        Accepted: 'accepted',
        NotAccepted: 'accepted',
        Concluded: 'concluded',
        Abandoned: 'abandoned',
      },
    },
    concluded: { type: 'final' },
    abandoned: { type: 'final' },
  },
});

export interface DossierTable {
  readonly initial: DossierStatus;
  readonly steps: readonly DossierStatus[];
  next(status: DossierStatus, signal: DossierSignal): DossierStatus | undefined;
}

/** The dossier's machine as a table, proven equal to it. */
export function dossierTable(): DossierTable {
  const { initial, rows } = explore<DossierStatus, DossierSignal>(dossierMachine, DOSSIER_SIGNALS);
  const table: DossierTable = Object.freeze({
    initial,
    steps: Object.freeze([...rows.keys()]),
    next: (status: DossierStatus, signal: DossierSignal) => rows.get(status)?.get(signal),
  });
  prove(dossierMachine, DOSSIER_SIGNALS, table);
  return table;
}
