import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { competenceOf } from '../../../../src/domain/organisation/competence.ts';
import { evolveOrganisation } from '../../../../src/domain/organisation/evolve.ts';
import { NO_ORGANISATION } from '../../../../src/domain/organisation/state.ts';
import { postHeldBy, whoCould } from '../../../../src/domain/organisation/who-could.ts';
import type {
  DepartmentId,
  DepartmentKind,
  ItemSlug,
  PostId,
  RegionCode,
} from '../../../../src/kernel/ids.ts';
import {
  after,
  appointing,
  appointingFree,
  continuing,
  decided,
  ending,
  founding,
  items,
  LIANDU,
  LISHUI,
  LISHUI_PLANNING,
  LIU,
  on,
  PLANNING,
  STAFFLESS,
  ZHANG,
  ZHEJIANG,
} from './lishui.ts';

const EIA = 'eia' as ItemSlug;
const COUNTY = '331102-natural-resources' as DepartmentId;
const PROVINCE = '330000-natural-resources' as DepartmentId;

describe('the competent department', () => {
  const city = founding();
  const county = founding({ department: COUNTY, region: LIANDU });
  const province = founding({ department: PROVINCE, region: ZHEJIANG });
  const find = (organisation: ReturnType<typeof after>, region: RegionCode, item?: ItemSlug) =>
    competenceOf(organisation).departmentFor(PLANNING, region, item);

  it('is the one of the region itself', () => {
    expect(find(after(city, county, province), LIANDU)).toBe(COUNTY);
    expect(find(after(city, county, province), LISHUI)).toBe(LISHUI_PLANNING);
  });

  it('is that of the nearest superior region where the region has none', () => {
    expect(find(after(city, province), LIANDU)).toBe(LISHUI_PLANNING);
    expect(find(after(province), LIANDU)).toBe(PROVINCE);
    expect(find(after(county), LISHUI)).toBeUndefined();
    expect(find(after(city), '310101' as RegionCode)).toBeUndefined();
  });

  it('is of the kind that is asked for', () => {
    const kind = 'housing' as DepartmentKind;
    expect(competenceOf(after(city)).departmentFor(kind, LISHUI)).toBeUndefined();
    expect(competenceOf(after(city)).kindOf(LISHUI_PLANNING)).toBe(PLANNING);
  });

  it('for an item is the one whose list names it, before the one that has all', () => {
    const office = '331100-eia-office' as DepartmentId;
    const both = after(city, founding({ department: office, items: items('eia') }));
    expect(find(both, LISHUI, EIA)).toBe(office);
    expect(find(both, LISHUI, 'scheme-review' as ItemSlug)).toBe(LISHUI_PLANNING);
    expect(find(both, LISHUI)).toBe(LISHUI_PLANNING);
  });

  it('for an item that the region may not decide is the superior', () => {
    const limited = after(city, { ...county, items: items('scheme-review') });
    expect(find(limited, LIANDU, EIA)).toBe(LISHUI_PLANNING);
    expect(find(limited, LIANDU)).toBe(COUNTY);
  });

  it('is never a closed one', () => {
    const closed = continuing(after(city, county), {
      type: 'CloseDepartment',
      department: COUNTY,
      reason: '撤并',
    });
    expect(find(closed, LIANDU)).toBe(LISHUI_PLANNING);
    expect(decided(county, closed)).toMatchObject({ error: { code: 'department-exists' } });
  });

  it('is looked up in one object for one revision', () => {
    const organisation = after(city);
    expect(competenceOf(organisation)).toBe(competenceOf(organisation));
  });
});

describe('who could sign', () => {
  const organisation = continuing(
    STAFFLESS,
    appointing({ to: on('09-01') }),
    appointing({ post: 'p2' as PostId, kind: 'approver', person: ZHANG, from: on('07-01') }),
    appointingFree('p3', 'agent', ZHANG),
    ending('p2', on('10-01')),
  );
  const kinds = ['handler', 'approver'] as const;
  const signers = (day: string) =>
    whoCould(organisation, { kinds, department: LISHUI_PLANNING, at: on(day) }).map(
      ({ person, letter }) => [person, letter],
    );
  const letter = '丽自然资规任〔2026〕3号';

  it('is answered for any past instant, after the posts have ended', () => {
    expect(signers('05-31')).toEqual([]);
    expect(signers('06-01')).toEqual([[LIU, letter]]);
    expect(signers('08-01')).toEqual([
      [LIU, letter],
      [ZHANG, letter],
    ]);
    expect(signers('09-01')).toEqual([[ZHANG, letter]]);
    expect(signers('10-01')).toEqual([]);
  });

  it('is answered across departments where none is named', () => {
    const posts = whoCould(organisation, { kinds: ['agent', 'handler'], at: on('08-01') });
    expect(posts.map(({ post }) => post)).toEqual(['p1', 'p3']);
  });

  it('looks at post, department and instant of the actor', () => {
    const liu = { person: LIU, post: 'handler', department: LISHUI_PLANNING } as const;
    expect(postHeldBy(organisation, liu, on('08-01'))).toMatchObject({ post: 'p1' });
    expect(postHeldBy(organisation, liu, on('09-01'))).toBeUndefined();
    expect(postHeldBy(organisation, { ...liu, post: 'approver' }, on('08-01'))).toBeUndefined();
    expect(postHeldBy(organisation, { ...liu, department: COUNTY }, on('08-01'))).toBeUndefined();
    expect(postHeldBy(organisation, { person: LIU, post: 'handler' }, on('08-01'))).toBeUndefined();
    expect(postHeldBy(organisation, { ...liu, person: ZHANG }, on('08-01'))).toBeUndefined();
  });
});

describe('folding the organisation', () => {
  it('counts revisions as the stream does', () => {
    expect(NO_ORGANISATION.revision).toBe(-1);
    expect(STAFFLESS.revision).toBe(2);
  });

  it('gives the same whether events come one by one or at once, and changes nothing before', () => {
    const period = fc.record({
      person: fc.constantFrom(LIU, ZHANG),
      kind: fc.constantFrom('handler' as const, 'reviewer' as const),
      day: fc.integer({ min: 10, max: 28 }),
      long: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(period, { maxLength: 20 }), (periods) => {
        let known = STAFFLESS;
        const events = periods.flatMap(({ person, kind, day, long }, index) => {
          const to = long ? {} : { to: on(`06-${day + 1}`) };
          const post = `p${index}` as PostId;
          const command = appointing({ post, person, kind, from: on(`06-${day}`), ...to });
          const result = decided(command, known);
          const written = result.ok ? result.value : [];
          const before = structuredClone(known);
          const next = evolveOrganisation(known, ...written);
          expect(known).toEqual(before);
          known = next;
          return written;
        });
        expect(evolveOrganisation(STAFFLESS, ...events)).toEqual(known);
        // However they were asked for: at no instant does one person hold one post twice.
        for (const day of [10, 19, 28]) {
          const at = on(`06-${day}`);
          const held = whoCould(known, { kinds: ['handler', 'reviewer'], at });
          expect(new Set(held.map(({ person, kind }) => `${person} ${kind}`)).size).toBe(
            held.length,
          );
        }
      }),
    );
  });

  it('crashes on a history that cannot be', () => {
    const event = {
      type: 'PostEnded',
      data: { post: 'p7' as PostId, at: on('06-01'), reason: '调离' },
    } as const;
    expect(() => evolveOrganisation(NO_ORGANISATION, event)).toThrow('post p7 was appointed');
  });
});
