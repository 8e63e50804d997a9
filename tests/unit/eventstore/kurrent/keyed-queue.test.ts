import { describe, expect, it } from 'vitest';

import { KeyedQueue } from '../../../../src/eventstore/kurrent/keyed-queue.ts';

describe('A queue with keys', () => {
  it('runs what has one key in order, past failures, and other keys beside it', async () => {
    const queue = new KeyedQueue();
    const gate = Promise.withResolvers<undefined>();
    const done: string[] = [];
    const first = queue.run('a', async () => {
      await gate.promise;
      done.push('a1');
      throw new Error('a1 failed');
    });
    const second = queue.run('a', async () => done.push('a2'));
    await queue.run('b', async () => done.push('b1'));
    expect(done).toEqual(['b1']);
    gate.resolve(undefined);
    await expect(first).rejects.toThrow('a1 failed');
    await second;
    expect(done).toEqual(['b1', 'a1', 'a2']);
  });

  it('is idle when all that was begun has ended', async () => {
    const queue = new KeyedQueue();
    let ended = 0;
    const tasks = ['a', 'a', 'b'].map((key) => queue.run(key, async () => (ended += 1)));
    await queue.idle();
    expect(ended).toBe(3);
    await Promise.all(tasks);
  });
});
