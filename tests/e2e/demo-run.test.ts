// Goal: one application through all four stages by processes that know nothing of one another but
// what the office shows them, with everything that can go otherwise than it should.
import { beforeAll, describe, expect, it } from 'vitest';
import { CountersignProcess, type Ended } from './countersign-process.ts';

const PATIENCE_MS = 120_000;
const PACE_MS = '60';

let ended: Ended;
let timeline: readonly string[];

beforeAll(async () => {
  ended = await new CountersignProcess(['demo-run', '--pace-ms', PACE_MS]).ended();
  timeline = ended.out.slice(ended.out.indexOf('the whole timeline')).split('\n');
}, PATIENCE_MS);

const ALL_IN_ORDER = 'all of it, in this order';

/** Whether the timeline has a line for each list of words, one after the other; else, what is missing. */
function found(...steps: readonly (readonly string[])[]): string {
  let from = 0;
  for (const words of steps) {
    const next = timeline.findIndex(
      (line, index) => index >= from && words.every((word) => line.includes(word)),
    );
    if (next < 0) return `nothing with ${words.join(' and ')} after line ${from}`;
    from = next + 1;
  }
  return ALL_IN_ORDER;
}

describe('The main job in a terminal', () => {
  it('ends with the dossier concluded as approved', () => {
    expect(ended).toMatchObject({ code: 0, err: '' });
    expect(found(['项目件已办结', '通过'])).toBe(ALL_IN_ORDER);
    expect(ended.out).toMatch(/concluded, approved: 28 items, \d+ processes, \d+ events/);
  });

  it('is worked on by the agent and more than a dozen departments, each a process', () => {
    const processes = Number(/(\d+) processes/.exec(ended.out)?.[1]);
    expect(processes).toBeGreaterThan(12);
  });

  it('has a correction that was told once and supplied before acceptance', () => {
    const steps = [
      ['生态环境部门', '已提出补正内容', '挥发性有机物'],
      ['自然资源和规划部门窗口', '已一次性告知补正'],
      ['代办员', '补正已提交'],
      ['自然资源和规划部门窗口', '已受理'],
    ];
    expect(found(...steps)).toBe(ALL_IN_ORDER);
  });

  it('has a disagreement that was overridden with a reason', () => {
    const steps = [
      ['公安机关交通管理部门', '建设工程设计方案审查', '不同意：'],
      ['自然资源和规划部门批准人', '建设工程设计方案审查', '不采纳异议：'],
    ];
    expect(found(...steps)).toBe(ALL_IN_ORDER);
  });

  it('has a rejection with reason and basis, applied for again and approved', () => {
    const steps = [
      ['水行政主管部门批准人', '不予许可', '水土保持法'],
      ['代办员', '材料已上传', '落实弃土去向'],
      ['代办员', '已提交申报', '1 个事项'],
      ['水行政主管部门批准人', '准予许可「生产建设项目水土保持方案审批」'],
    ];
    expect(found(...steps)).toBe(ALL_IN_ORDER);
  });

  it('has approvals that stood prepared and took effect with the land contract', () => {
    const steps = [
      ['拟准予', '建设工程规划许可证核发'],
      ['代办员', '国有建设用地使用权出让合同'],
      ['准予许可「建设用地规划许可证核发」', '前置到达即生效'],
      ['准予许可「建设工程规划许可证核发」', '前置到达即生效'],
    ];
    expect(found(...steps)).toBe(ALL_IN_ORDER);
  });

  it('concludes every stage', () => {
    for (const stage of ['立项用地规划许可', '工程建设许可', '施工许可', '竣工验收']) {
      expect(found(['阶段已办结', `${stage}阶段 通过`])).toBe(ALL_IN_ORDER);
    }
  });

  it('shows what happens while it happens, a line each where nobody sees a terminal', () => {
    const meanwhile = ended.out.slice(0, ended.out.indexOf('the whole timeline'));
    expect(meanwhile).toContain('项目件已新建');
    expect(meanwhile).toContain('项目件已办结');
    expect(meanwhile).not.toContain('\u001B[');
  });
});
