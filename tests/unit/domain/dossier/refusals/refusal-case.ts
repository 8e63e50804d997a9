import type { Circumstances } from '../../../../../src/domain/dossier/circumstances.ts';
import type {
  DossierRefusalCode,
  DossierRefusalFacts,
} from '../../../../../src/domain/dossier/refusals.ts';
import type { Asked, Scene } from '../../../../support/dossier-spec.ts';

/** One way to a refusal: where the dossier stands, what is asked, and the facts of the answer. */
interface RefusalCase<Code extends DossierRefusalCode> {
  readonly given: () => Scene;
  readonly when: Asked;
  readonly unusual?: Partial<Circumstances>;
  readonly facts: DossierRefusalFacts[Code];
}

export type RefusalCases<Code extends DossierRefusalCode> = {
  readonly [One in Code]: RefusalCase<One>;
};
