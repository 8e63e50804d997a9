import { fileURLToPath } from 'node:url';

/** The folder of the catalogue and the procedures that come with the program. */
export const BUILT_IN_WORKFLOWS = fileURLToPath(new URL('../../../workflows', import.meta.url));
