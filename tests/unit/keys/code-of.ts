import { isKeyStoreFault } from '../../../src/codec/key-store-faults.ts';

/** Code of the fault that the act throws; any other error is thrown on. */
export function codeOf(act: () => unknown): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (isKeyStoreFault(error)) return error.facts.code;
    throw error;
  }
}
