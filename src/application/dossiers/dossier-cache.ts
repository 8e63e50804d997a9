import type { DossierNumber } from '../../kernel/ids.ts';
import type { LoadedDossier } from './loaded-dossier.ts';

/**
 * Keeps the dossiers used last, folded. Always right to use: a stale one is found out by the
 * store's expected revision and caught up from where it stands.
 */
export class DossierCache {
  readonly #kept = new Map<DossierNumber, LoadedDossier>();
  readonly #most: number;

  /** @param most how many dossiers are kept (some 40 KB each with 250 events) */
  constructor(most: number) {
    this.#most = most;
  }

  find(dossier: DossierNumber): LoadedDossier | undefined {
    const found = this.#kept.get(dossier);
    if (found !== undefined) {
      this.#kept.delete(dossier);
      this.#kept.set(dossier, found);
    }
    return found;
  }

  keep(dossier: DossierNumber, loaded: LoadedDossier): void {
    this.#kept.delete(dossier);
    this.#kept.set(dossier, loaded);
    if (this.#kept.size > this.#most) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
  }
}
