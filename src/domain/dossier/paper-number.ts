import type { DossierFile } from './state.ts';

const SEQUENCE_DIGITS = 3;

/** Number of the dossier's next paper: its own number and a sequence, `331100-20261122-7K3F9Q-004`. */
export function nextPaperNumber(dossier: Pick<DossierFile, 'number' | 'papers'>): string {
  return `${dossier.number}-${String(dossier.papers + 1).padStart(SEQUENCE_DIGITS, '0')}`;
}
