import { describe, expect, it } from 'vitest';
import type { DepartmentId, PostId, RegionCode } from '../../../../src/kernel/ids.ts';
import { NO_ORGANISATION } from '../../../../src/domain/organisation/state.ts';
import {
  after,
  appointing,
  continuing,
  decided,
  ending,
  founding,
  items,
  LISHUI_PLANNING,
  on,
  STAFFLESS,
  TODAY,
} from './lishui.ts';

const OTHER = '331100-survey-office' as DepartmentId;
const department = LISHUI_PLANNING;

describe('departments', () => {
  it('are founded with kind, region and names', () => {
    const { type: _, ...data } = founding();
    expect(decided(founding(), NO_ORGANISATION)).toEqual({
      ok: true,
      value: [{ type: 'DepartmentFounded', data }],
    });
    expect(after(founding()).departments.get(department)).toEqual({ ...data, closed: false });
  });

  it('are founded once', () => {
    expect(decided(founding(), STAFFLESS)).toMatchObject({
      error: { code: 'department-exists', facts: { department } },
    });
  });

  it('lie in a region of six digits', () => {
    const region = '3311' as RegionCode;
    expect(decided(founding({ region }), NO_ORGANISATION)).toMatchObject({
      error: { code: 'region-malformed', facts: { region } },
    });
  });

  it.each([{ nameZh: ' ' }, { nameEn: '' }])('have both names: %o is refused', (name) => {
    expect(decided(founding(name), NO_ORGANISATION)).toMatchObject({
      error: { code: 'department-name-missing', facts: { department } },
    });
  });

  it('are not founded tomorrow', () => {
    const deed = { ...TODAY, occurredAt: on('11-23') };
    expect(decided(founding(), NO_ORGANISATION, deed)).toMatchObject({
      error: { code: 'occurred-in-the-future', facts: { occurredAt: on('11-23') } },
    });
  });

  it('close with a reason, once nobody sits in them any more', () => {
    const closing = { type: 'CloseDepartment', department, reason: '机构改革' } as const;
    const staffed = continuing(STAFFLESS, appointing());
    expect(decided(closing, staffed)).toMatchObject({
      error: { code: 'department-posts-open', facts: { department, posts: ['p1'] } },
    });
    expect(decided({ ...closing, reason: '' }, STAFFLESS)).toMatchObject({
      error: { code: 'closing-reason-missing' },
    });
    const closed = continuing(staffed, ending('p1', on('11-01')), closing);
    expect(closed.departments.get(department)).toMatchObject({ closed: true });
    expect(decided(closing, closed)).toMatchObject({ error: { code: 'department-closed' } });
  });

  it('do not close while a future appointment stands', () => {
    const staffed = continuing(STAFFLESS, appointing({ from: on('12-01') }));
    const closing = { type: 'CloseDepartment', department, reason: '机构改革' } as const;
    expect(decided(closing, staffed)).toMatchObject({ error: { code: 'department-posts-open' } });
  });

  it('take no appointments once closed, and none that is unknown takes any', () => {
    const closed = continuing(STAFFLESS, {
      type: 'CloseDepartment',
      department,
      reason: '机构改革',
    });
    expect(decided(appointing(), closed)).toMatchObject({
      error: { code: 'department-closed', facts: { department } },
    });
    expect(decided(appointing({ department: OTHER }), closed)).toMatchObject({
      error: { code: 'department-unknown', facts: { department: OTHER } },
    });
    expect(decided(appointing({ post: 'p2' as PostId }), STAFFLESS)).toMatchObject({ ok: true });
  });
});

describe('competence', () => {
  it('is never had by two departments of a kind in one region', () => {
    const one = after(founding());
    expect(decided(founding({ department: OTHER }), one)).toMatchObject({
      error: { code: 'competence-taken', facts: { department: OTHER, by: department, items: [] } },
    });
  });

  it('may be split by lists that share no item', () => {
    const listed = founding({ department: OTHER, items: items('planning-verify', 'land-verify') });
    const both = after(founding(), listed);
    const third = founding({
      department: '331100-third' as DepartmentId,
      items: items('land-verify', 'scheme-review'),
    });
    expect(decided(third, both)).toMatchObject({
      error: { code: 'competence-taken', facts: { by: OTHER, items: ['land-verify'] } },
    });
  });

  it('cannot be empty', () => {
    expect(decided(founding({ items: [] }), NO_ORGANISATION)).toMatchObject({
      error: { code: 'competence-empty', facts: { department } },
    });
  });

  it('is changed to a list and back to everything', () => {
    const listing = { type: 'SetCompetence', department, items: items('eia') } as const;
    const all = { type: 'SetCompetence', department, items: null } as const;
    const listed = continuing(STAFFLESS, listing);
    expect(listed.departments.get(department)?.items).toEqual(new Set(['eia']));
    expect(decided(listing, listed)).toMatchObject({ error: { code: 'competence-unchanged' } });
    expect(decided(all, STAFFLESS)).toMatchObject({ error: { code: 'competence-unchanged' } });
    expect(continuing(listed, all).departments.get(department)).not.toHaveProperty('items');
    expect(decided({ ...listing, department: OTHER }, listed)).toMatchObject({
      error: { code: 'department-unknown' },
    });
  });
});
