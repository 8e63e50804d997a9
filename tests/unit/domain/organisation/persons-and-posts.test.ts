import { describe, expect, it } from 'vitest';
import { OFFICE_ITSELF } from '../../../../src/domain/organisation/decide.ts';
import type { PostKind } from '../../../../src/domain/post.ts';
import type { DepartmentId, PersonId, PostId } from '../../../../src/kernel/ids.ts';
import {
  appointing,
  appointingFree,
  continuing,
  decided,
  ending,
  LISHUI_PLANNING,
  LIU,
  on,
  registering,
  STAFFLESS,
  ZHANG,
} from './lishui.ts';

const SECOND = 'p2' as PostId;
const STAFFED = continuing(STAFFLESS, appointing({ to: on('09-01') }));

describe('persons', () => {
  it('are registered with a sealed name and a sign-in of their own', () => {
    expect(STAFFLESS.persons.get(LIU)).toEqual({
      person: LIU,
      name: { subject: LIU, value: 'name of liu' },
      subject: 'sub-liu',
    });
    expect(STAFFLESS.personBySubject.get('sub-zhang')).toBe(ZHANG);
  });

  it('are registered once, and no two share a sign-in', () => {
    expect(decided(registering(LIU, 'new'), STAFFLESS)).toMatchObject({
      error: { code: 'person-exists', facts: { person: LIU } },
    });
    expect(decided(registering('wu' as PersonId, 'sub-liu'), STAFFLESS)).toMatchObject({
      error: { code: 'sign-in-taken', facts: { subject: 'sub-liu', person: LIU } },
    });
  });

  it('are never the office itself', () => {
    expect(decided(registering(OFFICE_ITSELF), STAFFLESS)).toMatchObject({
      error: { code: 'person-reserved' },
    });
  });

  it('have a name under a key of their own, and a sign-in', () => {
    const person = 'wu' as PersonId;
    const named = (name: { subject: PersonId; value: string }, subject = 'sub-wu') =>
      decided({ type: 'RegisterPerson', person, name, subject }, STAFFLESS);
    expect(named({ subject: LIU, value: '吴' })).toMatchObject({
      error: { code: 'person-name-of-other', facts: { person, subject: LIU } },
    });
    expect(named({ subject: person, value: ' ' })).toMatchObject({
      error: { code: 'person-name-missing' },
    });
    expect(named({ subject: person, value: '吴' }, '')).toMatchObject({
      error: { code: 'sign-in-missing' },
    });
  });
});

describe('appointments', () => {
  it('name a registered person, a new post and a letter', () => {
    expect(decided(appointing({ person: 'wu' as PersonId }), STAFFLESS)).toMatchObject({
      error: { code: 'person-unknown' },
    });
    expect(decided(appointing(), STAFFED)).toMatchObject({ error: { code: 'post-exists' } });
    expect(decided(appointing({ letter: ' ' }), STAFFLESS)).toMatchObject({
      error: { code: 'letter-missing', facts: { post: 'p1' } },
    });
  });

  it.each(['window', 'handler', 'reviewer', 'approver', 'organ-head', 'government-head'] as const)(
    'of a %s need a department',
    (kind: PostKind) => {
      expect(decided(appointingFree('p9', kind, LIU), STAFFLESS)).toMatchObject({
        error: { code: 'post-needs-department', facts: { kind } },
      });
    },
  );

  it('of an agent have no department', () => {
    expect(decided(appointing({ kind: 'agent' }), STAFFLESS)).toMatchObject({
      error: {
        code: 'post-without-department',
        facts: { kind: 'agent', department: LISHUI_PLANNING },
      },
    });
    expect(decided(appointingFree('p9', 'agent', LIU), STAFFLESS)).toMatchObject({ ok: true });
  });

  it.each(['supervisor', 'auditor', 'administrator'] as const)(
    'of a %s may have a department or none',
    (kind) => {
      expect(decided(appointingFree('p9', kind, LIU), STAFFLESS)).toMatchObject({ ok: true });
      expect(decided(appointing({ kind }), STAFFLESS)).toMatchObject({ ok: true });
    },
  );

  it('end after they begin', () => {
    expect(decided(appointing({ to: on('06-01') }), STAFFLESS)).toMatchObject({
      error: { code: 'post-period-empty' },
    });
  });

  it('may lie in the past and in the future', () => {
    const past = appointing({ from: on('01-01'), to: on('02-01') });
    expect(decided(past, STAFFLESS)).toMatchObject({ ok: true });
    expect(decided(appointing({ from: on('12-31') }), STAFFLESS)).toMatchObject({ ok: true });
  });

  it.each([
    { from: on('08-31') },
    { from: on('01-01'), to: on('06-02') },
    { from: on('01-01') },
    { from: on('07-01'), to: on('07-02') },
    { from: on('06-01'), to: on('09-01') },
  ])('of one person to one post do not overlap: %o', (period) => {
    expect(decided(appointing({ post: SECOND, ...period }), STAFFED)).toMatchObject({
      error: {
        code: 'post-overlaps',
        facts: { person: LIU, kind: 'handler', post: 'p1', from: on('06-01'), to: on('09-01') },
      },
    });
  });

  it.each([
    { from: on('09-01') },
    { from: on('01-01'), to: on('06-01') },
    { from: on('07-01'), kind: 'reviewer' as const },
    { from: on('07-01'), person: ZHANG },
  ])('may touch, or be of another post or person: %o', (change) => {
    expect(decided(appointing({ post: SECOND, ...change }), STAFFED)).toMatchObject({ ok: true });
  });
});

describe('the end of a post', () => {
  it('is written with its instant and reason', () => {
    expect(decided(ending('p1', on('08-01')), STAFFED)).toEqual({
      ok: true,
      value: [{ type: 'PostEnded', data: { post: 'p1', at: on('08-01'), reason: '调离' } }],
    });
    expect(
      decided({ type: 'EndPost', post: 'p1' as PostId, at: on('08-01'), reason: '' }, STAFFED),
    ).toMatchObject({ error: { code: 'ending-reason-missing', facts: { post: 'p1' } } });
    expect(decided(ending('p9', on('08-01')), STAFFED)).toMatchObject({
      error: { code: 'post-unknown', facts: { post: 'p9' } },
    });
  });

  it('comes not before its beginning', () => {
    expect(decided(ending('p1', on('05-31')), STAFFED)).toMatchObject({
      error: { code: 'post-ends-before-start', facts: { from: on('06-01'), at: on('05-31') } },
    });
  });

  it('may be brought forward and never put off', () => {
    const earlier = continuing(STAFFED, ending('p1', on('08-01')));
    expect(decided(ending('p1', on('08-15')), earlier)).toMatchObject({
      error: { code: 'post-ended', facts: { post: 'p1', to: on('08-01') } },
    });
    expect(decided(ending('p1', on('07-01')), earlier)).toMatchObject({ ok: true });
    expect(decided(ending('p1', on('09-01')), STAFFED)).toMatchObject({
      error: { code: 'post-ended' },
    });
  });

  it('makes room for a new appointment, also where the post was never taken up', () => {
    const freed = continuing(STAFFED, ending('p1', on('08-01')));
    expect(decided(appointing({ post: SECOND, from: on('08-01') }), freed)).toMatchObject({
      ok: true,
    });
    const revoked = continuing(STAFFED, ending('p1', on('06-01')));
    const anew = appointing({ post: SECOND, from: on('05-01') });
    expect(decided(anew, revoked)).toMatchObject({ ok: true });
  });

  it('never touches another department', () => {
    const elsewhere = '331100-elsewhere' as DepartmentId;
    expect(STAFFED.postsByDepartment.get(elsewhere)).toBeUndefined();
    expect(STAFFED.postsByDepartment.get(LISHUI_PLANNING)).toEqual(['p1']);
  });
});
