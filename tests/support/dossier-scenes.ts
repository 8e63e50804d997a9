import type { Circumstances } from '../../src/domain/dossier/circumstances.ts';
import type { Grounds } from '../../src/domain/dossier/parts.ts';
import type { Answers } from '../../src/domain/dossier/procedure.ts';
import type { MaterialSlug, Sha256 } from '../../src/kernel/ids.ts';
import type { Day } from '../../src/kernel/instant.ts';
import { after, nothing, type Asked, type Scene, type Step } from './dossier-spec.ts';
import { department, item, OPENING, person, PROJECT_CODE, stage } from './sample-office.ts';

export const GROUNDS: Grounds = {
  reason: '选址不符合国土空间规划',
  basis: '城乡规划法第三十七条',
  remedy: '六十日内申请行政复议，或六个月内提起行政诉讼',
};

export const hashOf = (name: string) => name.padEnd(64, '0') as Sha256;
export const material = (slug: string) => slug as MaterialSlug;

export const fill = (answers: Answers): Asked => ({ type: 'FillForm', answers });

export function attach(slug: string, name = slug): Asked {
  const attachment = {
    hash: hashOf(name),
    sizeBytes: 1024,
    mediaType: 'application/pdf',
    fileName: `${name}.pdf`,
  };
  return { type: 'AttachMaterial', material: material(slug), attachment };
}

const { dossier: _, ...opening } = OPENING;
export const OPEN: Asked = opening;
export const assignCode: Asked = { type: 'AssignProjectCode', projectCode: PROJECT_CODE };

export const submit = (slug: string, ...items: readonly string[]): Asked => ({
  type: 'SubmitApplication',
  stage: stage(slug),
  ...(items.length > 0 && { items: items.map(item) }),
});

export const accept = (intake: number, ...items: readonly string[]): Asked => ({
  type: 'AcceptApplication',
  intake,
  ...(items.length > 0 && { items: items.map(item) }),
});

export const handle = (slug: string): Asked => ({
  type: 'HandleItem',
  item: item(slug),
  proposal: 'approve',
  opinion: '符合规划条件',
});

export const review = (slug: string): Asked => ({
  type: 'ReviewItem',
  item: item(slug),
  proposal: 'approve',
  opinion: '同意',
});

export const approve = (slug: string): Asked => ({ type: 'ApproveItem', item: item(slug) });
export const reject = (slug: string): Asked => ({
  type: 'RejectItem',
  item: item(slug),
  grounds: GROUNDS,
});
export const issue = (slug: string): Asked => ({
  type: 'IssueResult',
  item: item(slug),
  title: '批复',
});
export const serve = (slug: string): Asked => ({
  type: 'ServeResult',
  item: item(slug),
  manner: 'window',
  proof: '回执001',
  servedOn: '2026-11-23' as Day,
});
export const drop = (slug: string): Asked => ({
  type: 'DropItem',
  item: item(slug),
  reason: '不再需要',
});
export const withdraw = (slug: string): Asked => ({
  type: 'WithdrawItem',
  item: item(slug),
  reason: '申请人撤回',
});

/** From acceptance to service, favourably. */
export const grant = (slug: string): readonly Asked[] => [
  handle(slug),
  review(slug),
  approve(slug),
  issue(slug),
  serve(slug),
];

export const solicit = (slug: string, ...kinds: readonly string[]): Asked => ({
  type: 'SolicitOpinions',
  item: item(slug),
  departments: kinds.map(department),
  question: '方案是否可行？',
  answerBy: '2026-11-27' as Day,
});

/** A department's answer, given by one of its handlers. */
export function opine(
  slug: string,
  kind: string,
  answer: 'agree' | 'disagree' | 'report-up',
  reason?: string,
): readonly [Asked, Partial<Circumstances>] {
  const by = { person: person(`${kind}-handler`), post: 'handler', department: department(kind) };
  return [
    { type: 'GiveOpinion', item: item(slug), answer, ...(reason !== undefined && { reason }) },
    { by } as Partial<Circumstances>,
  ];
}

const MATERIALS = ['project-sheet', 'site-plan', 'eia-report', 'drawings'] as const;

/** Opened, filled and with everything attached. */
export function drafted(answers: Answers = {}, scene: Scene = nothing()): Scene {
  const materials = MATERIALS.map((slug): Step => attach(slug));
  return after(scene, OPEN, assignCode, fill({ floorArea: 12_000, ...answers }), ...materials);
}

/** Planning has been applied for. */
export function submitted(answers: Answers = {}): Scene {
  return after(drafted(answers), submit('planning'));
}

/** All of planning accepted, what waits for others deferred. */
export function accepted(answers: Answers = {}): Scene {
  return after(submitted(answers), accept(1));
}

/** A department says what an item lacks; without materials, that it lacks nothing. */
export const note = (slug: string, ...materials: readonly string[]): Asked => ({
  type: 'NoteCorrections',
  item: item(slug),
  corrections: materials.map((one) => ({
    material: material(one),
    problem: 'illegible',
    note: '第三页不清',
  })),
});

export const tell = (intake: number): Asked => ({ type: 'TellCorrections', intake });
export const supply = (intake: number): Asked => ({ type: 'SupplyCorrections', intake });
export const refuse = (intake: number, ...items: readonly string[]): Asked => ({
  type: 'RefuseAcceptance',
  intake,
  ...(items.length > 0 && { items: items.map(item) }),
  grounds: GROUNDS,
});

/** Planning is examined, the EIA report is to be corrected and the applicant has been told. */
export function told(): Scene {
  const others = ['filing', 'land-permit', 'scheme-review'].map((slug) => note(slug));
  return after(submitted(), ...others, note('eia', 'eia-report'), tell(1));
}

/** The scheme review is out for opinions with both departments. */
export function solicited(): Scene {
  return after(accepted(), solicit('scheme-review', 'traffic', 'greening'));
}

export const conclude = (slug: string): Asked => ({ type: 'ConcludeStage', stage: stage(slug) });

/** All of planning was dropped or withdrawn but the EIA, which is due later; planning is concluded. */
export function planningConcluded(): Scene {
  const others = ['filing', 'land-permit', 'scheme-review'].map(withdraw);
  return after(accepted(), approve('filing'), ...others.slice(1), conclude('planning'));
}
