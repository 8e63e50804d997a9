import type { Instant } from '../../../../../src/kernel/instant.ts';
import { after } from '../../../../support/dossier-spec.ts';
import {
  accept,
  accepted,
  attach,
  conclude,
  drafted,
  handle,
  note,
  planningConcluded,
  submit,
  submitted,
  supply,
  tell,
  told,
} from '../../../../support/dossier-scenes.ts';
import { item, stage } from '../../../../support/sample-office.ts';
import type { RefusalCases } from './refusal-case.ts';

const WEEK_LATER = '2026-11-30T01:00:00.000Z' as Instant;
const UNTIL = '2026-11-25' as never;

export const INTAKE_REFUSALS: RefusalCases<
  | 'item-unknown'
  | 'item-not-in-dossier'
  | 'item-in-dossier'
  | 'item-not-in-step'
  | 'item-not-of-stage'
  | 'item-not-of-intake'
  | 'prerequisites-missing'
  | 'stage-concluded'
  | 'stage-items-open'
  | 'stages-open'
  | 'intake-unknown'
  | 'intake-closed'
  | 'corrections-already-told'
  | 'corrections-not-told'
  | 'corrections-outstanding'
  | 'correction-day-passed'
  | 'correction-day-not-reached'
  | 'nothing-to-correct'
> = {
  'item-unknown': {
    given: accepted,
    when: handle('constructor'),
    facts: { item: item('constructor') },
  },
  'item-not-in-dossier': {
    given: accepted,
    when: handle('archaeology'),
    facts: { item: item('archaeology') },
  },
  'item-in-dossier': {
    given: accepted,
    when: { type: 'AddItem', item: item('eia'), reason: '漏项' },
    facts: { item: item('eia') },
  },
  'item-not-in-step': {
    given: submitted,
    when: handle('eia'),
    facts: { item: item('eia'), step: 'received', command: 'HandleItem' },
  },
  'item-not-of-stage': {
    given: drafted,
    when: submit('construction', 'eia'),
    facts: { item: item('eia'), stage: stage('construction') },
  },
  'item-not-of-intake': {
    given: () => after(submitted(), submit('construction')),
    when: accept(1, 'works-permit'),
    facts: { item: item('works-permit'), intake: 1 },
  },
  'prerequisites-missing': {
    given: () => after(drafted({ specialWorks: true }), submit('construction')),
    when: { type: 'ApproveItem', item: item('completion-filing') },
    facts: { item: item('completion-filing'), missing: [item('construction-permit')] },
  },
  'stage-concluded': {
    given: planningConcluded,
    when: conclude('planning'),
    facts: { stage: stage('planning') },
  },
  'stage-items-open': {
    given: accepted,
    when: conclude('planning'),
    facts: {
      stage: stage('planning'),
      items: [item('filing'), item('land-permit'), item('scheme-review')],
    },
  },
  'stages-open': {
    given: planningConcluded,
    when: { type: 'ConcludeDossier' },
    facts: { stages: [stage('construction')] },
  },
  'intake-unknown': { given: submitted, when: accept(2), facts: { intake: 2 } },
  'intake-closed': { given: accepted, when: accept(1), facts: { intake: 1 } },
  'corrections-already-told': { given: told, when: tell(1), facts: { intake: 1 } },
  'corrections-not-told': {
    given: () => after(submitted(), note('eia', 'eia-report')),
    when: accept(1),
    facts: { intake: 1 },
  },
  'corrections-outstanding': {
    given: () => after(told(), attach('eia-report', 'eia-report-2')),
    when: accept(1),
    facts: { intake: 1, items: [item('eia')] },
  },
  'correction-day-passed': {
    given: submitted,
    when: note('eia', 'eia-report'),
    unusual: { occurredAt: WEEK_LATER },
    facts: { intake: 1, until: UNTIL },
  },
  'correction-day-not-reached': {
    given: () => after(submitted(), note('filing'), note('eia', 'eia-report')),
    when: tell(1),
    facts: {
      intake: 1,
      until: UNTIL,
      silent: [item('land-permit'), item('scheme-review')],
    },
  },
  'nothing-to-correct': {
    given: () => after(told(), attach('eia-report', 'eia-report-2'), supply(1)),
    when: supply(1),
    facts: { intake: 1 },
  },
};
