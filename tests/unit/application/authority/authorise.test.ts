import { describe, expect, it } from 'vitest';
import type { Command } from '../../../../src/application/authority/command.ts';
import { decide } from '../../../../src/domain/dossier/decide.ts';
import { type Dossier, NO_DOSSIER } from '../../../../src/domain/dossier/state.ts';
import { competenceOf } from '../../../../src/domain/organisation/competence.ts';
import { OFFICE_ITSELF } from '../../../../src/domain/organisation/decide.ts';
import { evolveOrganisation } from '../../../../src/domain/organisation/evolve.ts';
import type {
  DepartmentId,
  ItemSlug,
  PersonId,
  PostId,
  ProcedureId,
  Sha256,
  StageSlug,
} from '../../../../src/kernel/ids.ts';
import type { Day } from '../../../../src/kernel/instant.ts';
import {
  AGENT,
  appointed,
  asked,
  at,
  CHANGED_TABLE,
  DOSSIER,
  EIA,
  ENVIRONMENT,
  HOUSING,
  IN_COURSE,
  officer,
  ORGANISATION,
  OTHER_AGENT,
  PLANNING,
  procedure,
  SCHEME,
  SINCE,
  STAGE,
  TENDER,
  TODAY,
  UNMATCHED,
  WATER,
  whoMay,
} from './matters.ts';

const dossier = DOSSIER;
const handling = {
  type: 'HandleItem',
  dossier,
  item: EIA,
  proposal: 'approve',
  opinion: '符合',
} as const;
const filling: Command = { type: 'FillForm', dossier, answers: {} };
const opening = {
  type: 'OpenDossier',
  dossier,
  procedure: 'gov-building' as ProcedureId,
  projectName: '综合楼',
  region: IN_COURSE.region,
  investor: IN_COURSE.investor,
  secret: false,
} as const;

describe('the post', () => {
  it('and its letter, with the revision of the organisation, are what an event will carry', () => {
    expect(asked(officer('handler', ENVIRONMENT), handling)).toEqual({
      ok: true,
      value: {
        post: `handler-${ENVIRONMENT}-post`,
        letter: `letter for handler-${ENVIRONMENT}`,
        organisationRevision: ORGANISATION.revision,
      },
    });
  });

  it('must be held by the person who claims it', () => {
    const impostor = { ...officer('handler', ENVIRONMENT), person: AGENT.person };
    expect(asked(impostor, handling)).toEqual({
      ok: false,
      error: {
        code: 'post-not-held',
        facts: { person: AGENT.person, post: 'handler', department: ENVIRONMENT, at: TODAY },
      },
    });
    expect(asked({ person: 'nobody' as PersonId, post: 'agent' }, filling)).toMatchObject({
      error: { code: 'post-not-held' },
    });
  });

  it('must be held when the act happens, and still when it is entered', () => {
    const wu = { ...officer('handler', ENVIRONMENT), person: 'wu' as PersonId };
    const organisation = evolveOrganisation(ORGANISATION, appointed(wu, at('03-01'), at('06-01')));
    const during = { organisation, at: at('05-01'), recordedAt: at('05-02') };
    expect(asked(wu, handling, during)).toMatchObject({ ok: true });
    expect(asked(wu, handling, { ...during, at: at('02-01') })).toMatchObject({
      error: { code: 'post-not-held', facts: { at: at('02-01') } },
    });
    expect(asked(wu, handling, { ...during, recordedAt: TODAY })).toMatchObject({
      error: { code: 'post-not-held', facts: { at: TODAY } },
    });
  });
});

describe('who may act on an item is read off its machine', () => {
  it('the handler of the competent department handles', () => {
    expect(whoMay(handling)).toEqual([`handler-${ENVIRONMENT}`]);
  });

  it('changing one transition changes who may', () => {
    const changed = procedure(CHANGED_TABLE);
    expect(whoMay(handling, { procedure: changed })).toEqual([`approver-${ENVIRONMENT}`]);
  });

  it('whoever may do it in another step may ask now, and hears what is wrong from the decider', () => {
    const approving: Command = { type: 'ApproveItem', dossier, item: EIA };
    expect(whoMay(approving)).toEqual([`approver-${ENVIRONMENT}`]);
  });

  it('where the machine knows no such act the table says whose it would be', () => {
    const reviewing: Command = {
      type: 'ReviewItem',
      dossier,
      item: EIA,
      proposal: 'approve',
      opinion: '同意',
    };
    expect(whoMay(reviewing)).toEqual([`reviewer-${ENVIRONMENT}`]);
  });

  it('opinions are given by the departments that were asked', () => {
    const giving: Command = { type: 'GiveOpinion', dossier, item: EIA, answer: 'agree' };
    expect(whoMay(giving)).toEqual([`handler-${WATER}`, `approver-${WATER}`]);
    expect(whoMay({ ...giving, item: SCHEME })).toEqual([]);
  });

  it('an external item has no department: the lead of its stage stands for it', () => {
    const recording: Command = {
      type: 'RecordMilestone',
      dossier,
      item: TENDER,
      reachedOn: '2026-11-20' as Day,
      reference: '中标通知书',
    };
    expect(whoMay(recording)).toEqual([`window-${PLANNING}`, AGENT.person]);
  });

  it('an intake is accepted by the window of the lead of its stage', () => {
    const accepting: Command = { type: 'AcceptApplication', dossier, intake: 1 };
    expect(whoMay(accepting)).toEqual([`window-${PLANNING}`]);
    expect(whoMay({ ...accepting, items: [SCHEME] })).toEqual([`window-${PLANNING}`]);
    const telling: Command = { type: 'TellCorrections', dossier, intake: 1 };
    expect(whoMay(telling)).toEqual([`window-${PLANNING}`]);
  });

  it('a stage is submitted by the agent', () => {
    const submitting: Command = { type: 'SubmitApplication', dossier, stage: STAGE };
    expect(whoMay(submitting)).toEqual([AGENT.person]);
    expect(whoMay({ ...submitting, items: [EIA] })).toEqual([AGENT.person]);
  });

  it('the refusal names the posts and departments that are needed', () => {
    expect(asked(officer('handler', HOUSING), handling)).toEqual({
      ok: false,
      error: {
        code: 'outside-authority',
        facts: {
          command: 'HandleItem',
          person: `handler-${HOUSING}`,
          post: 'handler',
          neededPosts: ['handler'],
          neededDepartments: [ENVIRONMENT],
        },
      },
    });
  });
});

describe('what the command names and is not there is left to the decider', () => {
  const unknown = 'no-such-item' as ItemSlug;

  it.each([unknown, UNMATCHED])('the item %s', (item) => {
    expect(asked(officer('handler', HOUSING), { ...handling, item }).ok).toBe(true);
    expect(asked(AGENT, { ...handling, item }).ok).toBe(false);
  });

  it('an intake or a stage', () => {
    const window = officer('window', HOUSING);
    expect(asked(window, { type: 'TellCorrections', dossier, intake: 7 }).ok).toBe(true);
    const stage = 'no-such-stage' as StageSlug;
    expect(asked(window, { type: 'ConcludeStage', dossier, stage }).ok).toBe(true);
    expect(asked(AGENT, { type: 'ConcludeStage', dossier, stage }).ok).toBe(false);
  });

  it('the dossier itself', () => {
    expect(asked(AGENT, filling, { dossier: NO_DOSSIER }).ok).toBe(true);
  });
});

describe('the agent', () => {
  it('opens dossiers in the own care alone', () => {
    expect(asked(AGENT, opening).ok).toBe(true);
    expect(asked(AGENT, { ...opening, agent: AGENT.person }).ok).toBe(true);
    expect(asked(AGENT, { ...opening, agent: OTHER_AGENT.person })).toMatchObject({
      error: { code: 'outside-authority', facts: { neededPosts: ['agent', 'window'] } },
    });
    expect(asked(officer('window', HOUSING), { ...opening, agent: AGENT.person }).ok).toBe(true);
    expect(asked(officer('handler', PLANNING), opening).ok).toBe(false);
  });

  it('has in the own care what it opens for nobody else', () => {
    const opened = decide(opening, NO_DOSSIER, {
      by: AGENT,
      occurredAt: TODAY,
      recordedAt: TODAY,
      procedure: procedure(),
      competence: competenceOf(ORGANISATION),
    });
    expect(opened).toMatchObject({ value: [{ data: { agent: AGENT.person } }] });
  });

  it('acts on the dossiers in the own care alone', () => {
    expect(whoMay(filling)).toEqual([`window-${PLANNING}`, AGENT.person]);
  });
});

describe('before the form is filled', () => {
  const { agent: _, ...agentless } = IN_COURSE;
  const fresh: Dossier = { ...agentless, items: {}, stages: {}, intakes: [] };

  it('the window of the department that would lead goes on', () => {
    expect(whoMay(filling, { dossier: fresh })).toEqual([`window-${PLANNING}`]);
  });
});

describe('the lead', () => {
  it('adds items of its stage, known to the dossier or not', () => {
    const adding: Command = { type: 'AddItem', dossier, item: UNMATCHED, reason: '发现文物' };
    expect(whoMay(adding)).toEqual([`window-${PLANNING}`]);
  });

  it('concludes its stage', () => {
    expect(whoMay({ type: 'ConcludeStage', dossier, stage: STAGE })).toEqual([
      `window-${PLANNING}`,
    ]);
  });
});

describe('administration', () => {
  const post = 'new-post' as PostId;
  const appointing = {
    type: 'AppointToPost',
    post,
    kind: 'handler',
    person: AGENT.person,
    department: WATER,
    from: SINCE,
    letter: '1号',
  } as const;
  const office = { person: OFFICE_ITSELF, post: 'administrator' } as const;
  const whole = officer('administrator').person;
  const ofWater = officer('administrator', WATER).person;
  const publishing: Command = {
    type: 'PublishProcedure',
    procedure: 'gov-building' as ProcedureId,
    version: 2,
    hash: 'f'.repeat(64) as Sha256,
    definition: {},
  };

  it('of the whole system founds departments, publishes and moves procedures', () => {
    const closing: Command = { type: 'CloseDepartment', department: HOUSING, reason: '撤并' };
    const to = { id: 'gov-building' as ProcedureId, version: 2, hash: '0'.repeat(64) as Sha256 };
    const moving: Command = {
      type: 'MoveProcedure',
      dossier,
      to,
      reason: '修订',
      authority: '3号',
    };
    for (const command of [closing, publishing, moving]) expect(whoMay(command)).toEqual([whole]);
  });

  it('of a department appoints to ordinary posts of that department', () => {
    expect(whoMay(appointing)).toEqual([whole, ofWater]);
    expect(whoMay({ ...appointing, department: PLANNING })).toEqual([whole]);
    expect(whoMay({ ...appointing, kind: 'supervisor' })).toEqual([whole]);
    const { department: _, ...free } = appointing;
    expect(whoMay({ ...free, kind: 'agent' })).toEqual([whole]);
  });

  it('of a department ends ordinary posts of that department', () => {
    const ending = (ended: string): Command => ({
      type: 'EndPost',
      post: ended as PostId,
      at: TODAY,
      reason: '调离',
    });
    expect(whoMay(ending(`handler-${WATER}-post`))).toEqual([whole, ofWater]);
    expect(whoMay(ending(`administrator-${WATER}-post`))).toEqual([whole]);
    expect(whoMay(ending(`handler-${PLANNING}-post`))).toEqual([whole]);
    expect(whoMay(ending('no-such-post'))).toEqual([whole]);
  });

  it('begins with the office itself, which does nothing else', () => {
    expect(asked(office, appointing)).toMatchObject({ value: { post: 'office' } });
    expect(asked(office, publishing)).toMatchObject({ ok: true });
    expect(asked(office, filling)).toMatchObject({
      error: { code: 'outside-authority', facts: { neededPosts: ['agent', 'window'] } },
    });
  });

  it('is not for anybody who calls a department by a name of their own', () => {
    const department = 'elsewhere' as DepartmentId;
    const pretender = { person: whole, post: 'administrator', department } as const;
    expect(asked(pretender, publishing)).toMatchObject({ error: { code: 'post-not-held' } });
  });
});
