import { describe, expect, it } from 'vitest';
import { after, dossierOf, itemOf } from '../../../support/dossier-spec.ts';
import {
  accept,
  approve,
  drafted,
  grant,
  opine,
  solicit,
  submit,
} from '../../../support/dossier-scenes.ts';
import { stage } from '../../../support/sample-office.ts';

describe('a project from the first form to the last permit', () => {
  it('passes through both stages, each department deciding on its own item', () => {
    const planning = after(
      drafted(),
      submit('planning'),
      accept(1),
      approve('filing'),
      solicit('scheme-review', 'traffic', 'greening'),
      opine('scheme-review', 'traffic', 'agree'),
      opine('scheme-review', 'greening', 'agree'),
      ...grant('scheme-review'),
      ...grant('land-permit'),
      { type: 'ConcludeStage', stage: stage('planning') },
    );
    expect(itemOf(planning, 'eia').phase).toBe('working');
    const done = after(
      planning,
      submit('construction'),
      accept(2),
      ...grant('works-permit'),
      ...grant('eia'),
      ...grant('construction-permit'),
      { type: 'ConcludeStage', stage: stage('construction') },
      { type: 'ConcludeDossier' },
    );
    expect(dossierOf(done)).toMatchObject({ status: 'concluded', outcome: 'approved', papers: 9 });
  });
});
