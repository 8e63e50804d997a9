/*
 * Authority lets pass what names a thing that is not there, so that the decider can say so. This
 * shows that nothing comes of it: the decider refuses each of them.
 */
import { describe, expect, it } from 'vitest';
import type { DossierCommand } from '../../../../src/domain/dossier/commands.ts';
import { decide } from '../../../../src/domain/dossier/decide.ts';
import { NO_DOSSIER } from '../../../../src/domain/dossier/state.ts';
import { competenceOf } from '../../../../src/domain/organisation/competence.ts';
import type { ItemSlug, StageSlug } from '../../../../src/kernel/ids.ts';
import type { Day } from '../../../../src/kernel/instant.ts';
import {
  DOSSIER,
  IN_COURSE,
  officer,
  ORGANISATION,
  PLANNING,
  procedure,
  STAGE,
  TODAY,
  UNMATCHED,
} from './matters.ts';

const dossier = DOSSIER;
const grounds = { reason: '理由', basis: '依据', remedy: '救济' };
const opinion = { proposal: 'approve', opinion: '同意' } as const;
const reason = '理由';
const day = '2026-11-20' as Day;

function onItem(item: ItemSlug): readonly DossierCommand[] {
  return [
    { type: 'AdvisePreReview', dossier, item, advice: 'ready', note: '可' },
    { type: 'NoteCorrections', dossier, item, corrections: [] },
    {
      type: 'SolicitOpinions',
      dossier,
      item,
      departments: [PLANNING],
      question: '可否',
      answerBy: '2026-12-01' as Day,
    },
    { type: 'GiveOpinion', dossier, item, answer: 'agree' },
    { type: 'HandleItem', dossier, item, ...opinion },
    { type: 'ReviewItem', dossier, item, ...opinion },
    { type: 'SendBackItem', dossier, item, reason },
    { type: 'ApproveItem', dossier, item },
    { type: 'RejectItem', dossier, item, grounds },
    { type: 'ReportUp', dossier, item, superior: '省厅', reference: '1号' },
    { type: 'RecordSuperiorAnswer', dossier, item, answer: 'approved', reference: '1号' },
    { type: 'RecordMilestone', dossier, item, reachedOn: day, reference: '1号' },
    { type: 'RecordMilestoneFailure', dossier, item, reason },
    { type: 'ReturnItem', dossier, item, grounds },
    { type: 'WithdrawItem', dossier, item, reason },
    { type: 'DropItem', dossier, item, reason },
    { type: 'IssueResult', dossier, item, title: '批复' },
    { type: 'ServeResult', dossier, item, manner: 'window', proof: '1号', servedOn: day },
    { type: 'SubmitApplication', dossier, stage: STAGE, items: [item] },
    { type: 'AcceptApplication', dossier, intake: 1, items: [item] },
    { type: 'RefuseAcceptance', dossier, intake: 1, items: [item], grounds },
  ];
}

function onIntake(intake: number): readonly DossierCommand[] {
  return [
    { type: 'TellCorrections', dossier, intake },
    { type: 'SupplyCorrections', dossier, intake },
    { type: 'AcceptApplication', dossier, intake },
    { type: 'RefuseAcceptance', dossier, intake, grounds },
  ];
}

function onStage(stage: StageSlug): readonly DossierCommand[] {
  return [
    { type: 'RequestPreReview', dossier, stage },
    { type: 'SubmitApplication', dossier, stage },
    { type: 'ConcludeStage', dossier, stage },
  ];
}

function refusalOf(command: DossierCommand, state: Parameters<typeof decide>[1] = IN_COURSE) {
  const decided = decide(command, state, {
    by: officer('window', PLANNING),
    occurredAt: TODAY,
    recordedAt: TODAY,
    procedure: procedure(),
    competence: competenceOf(ORGANISATION),
  });
  return decided.ok ? decided.value : decided.error.code;
}

const named = (command: DossierCommand): [string, DossierCommand] => [command.type, command];

describe('the decider refuses', () => {
  it.each(onItem(UNMATCHED).map(named))(
    '%s on an item that is not in the dossier',
    (_, command) => {
      expect(refusalOf(command)).toEqual(expect.stringMatching(/^item-not-(in-dossier|of-)/));
    },
  );

  const unknown = 'constructor' as ItemSlug;
  it.each(
    [...onItem(unknown), { type: 'AddItem', dossier, item: unknown, reason } as const].map(named),
  )('%s on an item that the procedure does not know', (_, command) => {
    expect(refusalOf(command)).toEqual(expect.stringMatching(/^item-/));
  });

  it.each(onIntake(7).map(named))('%s on an intake that never was', (_, command) => {
    expect(refusalOf(command)).toBe('intake-unknown');
  });

  it.each(onStage('no-such-stage' as StageSlug).map(named))(
    '%s on a stage that the procedure does not have',
    (_, command) => {
      expect(refusalOf(command)).toBe('stage-unknown');
    },
  );

  it.each([...onItem(UNMATCHED), ...onIntake(1), ...onStage(STAGE)].map(named))(
    '%s on no dossier',
    (_, command) => {
      expect(refusalOf(command, NO_DOSSIER)).toBe('dossier-missing');
    },
  );
});
