import type { RegionCode } from '../../../../../src/kernel/ids.ts';
import type { Instant } from '../../../../../src/kernel/instant.ts';
import { after, nothing } from '../../../../support/dossier-spec.ts';
import {
  accept,
  assignCode,
  attach,
  drafted,
  fill,
  hashOf,
  material,
  OPEN,
  submit,
  submitted,
} from '../../../../support/dossier-scenes.ts';
import {
  DOSSIER,
  item,
  MORNING,
  OPENING,
  PROJECT_CODE,
  stage,
} from '../../../../support/sample-office.ts';
import type { RefusalCases } from './refusal-case.ts';

const opened = () => after(nothing(), OPEN);
const EVENING = '2026-11-23T10:00:00.000Z' as Instant;
const DAY_BEFORE = '2026-11-22T10:00:00.000Z' as Instant;
const FAR_AWAY = '440300' as RegionCode;

export const DRAFTING_REFUSALS: RefusalCases<
  | 'dossier-exists'
  | 'dossier-missing'
  | 'dossier-not-in-status'
  | 'secret-project'
  | 'occurred-in-the-future'
  | 'occurred-before-dossier'
  | 'project-code-malformed'
  | 'project-code-missing'
  | 'project-code-assigned'
  | 'form-field-unknown'
  | 'form-answer-invalid'
  | 'form-incomplete'
  | 'not-eligible'
  | 'no-competent-department'
  | 'nothing-to-apply-for'
  | 'stage-unknown'
  | 'material-unknown'
  | 'material-attached'
  | 'material-not-attached'
  | 'material-frozen'
  | 'materials-missing'
  | 'pre-review-requested'
  | 'pre-review-not-requested'
> = {
  'dossier-exists': { given: opened, when: OPEN, facts: { dossier: DOSSIER } },
  'dossier-missing': { given: nothing, when: fill({}), facts: { dossier: DOSSIER } },
  'dossier-not-in-status': {
    given: () => after(opened(), { type: 'AbandonDossier', reason: '投资人放弃' }),
    when: fill({}),
    facts: { status: 'abandoned', command: 'FillForm' },
  },
  'secret-project': {
    given: nothing,
    when: { ...OPEN, type: 'OpenDossier', secret: true } as typeof OPEN,
    facts: { projectName: OPENING.projectName },
  },
  'occurred-in-the-future': {
    given: opened,
    when: fill({}),
    unusual: { occurredAt: EVENING, recordedAt: MORNING },
    facts: { occurredAt: EVENING, recordedAt: MORNING },
  },
  'occurred-before-dossier': {
    given: opened,
    when: fill({}),
    unusual: { occurredAt: DAY_BEFORE, recordedAt: MORNING },
    facts: { occurredAt: DAY_BEFORE, openedAt: MORNING },
  },
  'project-code-malformed': {
    given: opened,
    when: { type: 'AssignProjectCode', projectCode: '2612-331100-04-01-12345' },
    facts: { projectCode: '2612-331100-04-01-12345' },
  },
  'project-code-missing': {
    given: () =>
      after(opened(), fill({ floorArea: 1 }), attach('eia-report'), submit('planning', 'eia')),
    when: accept(1),
    facts: { dossier: DOSSIER },
  },
  'project-code-assigned': {
    given: drafted,
    when: assignCode,
    facts: { projectCode: PROJECT_CODE },
  },
  'form-field-unknown': {
    given: opened,
    when: fill({ colour: 'red', floorArea: 1 }),
    facts: { fields: ['colour'] },
  },
  'form-answer-invalid': {
    given: opened,
    when: fill({ floorArea: 'large' }),
    facts: { fields: ['floorArea'] },
  },
  'form-incomplete': {
    given: () => after(opened(), fill({})),
    when: submit('planning'),
    facts: { fields: ['floorArea'] },
  },
  'not-eligible': {
    given: () => drafted({ dangerous: true }),
    when: submit('planning'),
    facts: { conditions: ['no-dangerous-goods'] },
  },
  'no-competent-department': {
    given: () => after(nothing(), { ...OPEN, region: FAR_AWAY } as typeof OPEN),
    when: fill({ floorArea: 1 }),
    facts: { department: 'development' as never, region: FAR_AWAY },
  },
  'nothing-to-apply-for': {
    given: submitted,
    when: submit('planning'),
    facts: { stage: stage('planning') },
  },
  'stage-unknown': {
    given: drafted,
    when: submit('demolition'),
    facts: { stage: stage('demolition') },
  },
  'material-unknown': {
    given: drafted,
    when: attach('constructor'),
    facts: { material: material('constructor') },
  },
  'material-attached': {
    given: drafted,
    when: attach('site-plan'),
    facts: { material: material('site-plan'), hash: hashOf('site-plan') },
  },
  'material-not-attached': {
    given: drafted,
    when: { type: 'RemoveMaterial', material: material('site-plan'), hash: hashOf('other') },
    facts: { material: material('site-plan'), hash: hashOf('other') },
  },
  'material-frozen': {
    given: submitted,
    when: { type: 'RemoveMaterial', material: material('site-plan'), hash: hashOf('site-plan') },
    facts: { material: material('site-plan'), hash: hashOf('site-plan') },
  },
  'materials-missing': {
    given: () => after(opened(), fill({ floorArea: 1 }), attach('project-sheet')),
    when: submit('planning', 'filing', 'land-permit', 'scheme-review'),
    facts: { materials: [material('site-plan')] },
  },
  'pre-review-requested': {
    given: () => after(drafted(), { type: 'RequestPreReview', stage: stage('planning') }),
    when: { type: 'RequestPreReview', stage: stage('planning') },
    facts: { stage: stage('planning') },
  },
  'pre-review-not-requested': {
    given: drafted,
    when: { type: 'AdvisePreReview', item: item('eia'), advice: 'ready', note: '' },
    facts: { stage: stage('planning') },
  },
};
