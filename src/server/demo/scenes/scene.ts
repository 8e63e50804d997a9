import type { DossierInputOf } from '../../../application/commands/dossier-inputs.ts';
import type { Script } from '../playing/script.ts';

/** A dossier of the demo, up to where it is left for the newcomer. */
export interface Scene {
  /** Names the scene in its request ids, for ever. */
  readonly key: string;
  readonly procedure: string;
  /** The worked example of the procedure whose form answers it takes. */
  readonly example: string;
  readonly projectName: string;
  readonly investor: DossierInputOf<'OpenDossier'>['investor'];
  /** A demo person. */
  readonly agent: string;
  /** Opened so long ago that all that is written of it is past. */
  readonly openedWorkingDaysAgo: number;
  /** How long everything takes, beside the ordinary 1. */
  readonly pace?: number;
  /** What the procedure and the example do not give. */
  readonly script: Partial<Script> & Pick<Script, 'applications'>;
}
