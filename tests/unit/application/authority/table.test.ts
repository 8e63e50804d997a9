import { describe, expect, it } from 'vitest';
import { AUTHORITY_TABLE } from '../../../../src/application/authority/table.ts';
import type { PostKind } from '../../../../src/domain/post.ts';
import type { ItemPlan } from '../../../../src/workflow/machine/item-plan.ts';
import { stepsOf } from '../../../../src/workflow/machine/item-steps.ts';
import { isItemSignal, turnsOf } from '../../../../src/workflow/machine/item-turns.ts';

/** Every turn that some machine of ours offers. */
const kinds = ['instant', 'promised', 'joint', 'report-up', 'external'] as const;
const TURNS = kinds.flatMap((kind) => {
  const plan: ItemPlan = {
    kind,
    chain: ['handling', 'reviewing', 'approving'],
    by: { handling: ['handler'], reviewing: ['reviewer'], approving: ['approver'] },
    hasPrerequisites: true,
    opinions: kind === 'joint' ? 'must' : 'may',
    hasResult: true,
  };
  return Object.entries(stepsOf(plan)).flatMap(([step, { hears }]) =>
    Object.keys(hears)
      .filter(isItemSignal)
      .flatMap((signal) => turnsOf(plan, step, signal)),
  );
});
const OFFERED = [...new Set(TURNS.map(({ command }) => command))];

describe('the authority table and the machines', () => {
  it.each(OFFERED)('%s is offered by machines, so they say who may', (command) => {
    expect(AUTHORITY_TABLE[command].byMachine).toBe(true);
  });

  it.each(OFFERED)('%s would be for the same people where no machine speaks of it', (command) => {
    const asOffered = TURNS.filter((turn) => turn.command === command);
    const allowed = AUTHORITY_TABLE[command].allowed;
    for (const { by, of } of asOffered) {
      const posts: readonly PostKind[] = allowed.find((row) => row.of === of)?.by ?? [];
      expect(by.filter((post) => !posts.includes(post))).toEqual([]);
    }
  });

  it('agree on which commands machines never offer', () => {
    const rows = Object.entries(AUTHORITY_TABLE).filter(([, { byMachine }]) => byMachine);
    expect(rows.map(([command]) => command).sort()).toEqual([...OFFERED].sort());
  });

  it('leave no command without somebody who may issue it', () => {
    const nobody = Object.entries(AUTHORITY_TABLE).filter(
      ([, { allowed }]) => allowed.length === 0 || allowed.some(({ by }) => by.length === 0),
    );
    expect(nobody).toEqual([]);
  });
});
