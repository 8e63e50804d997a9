import {
  check,
  placesOf,
  soundWorkflows,
  type Edit,
} from '../../../support/definitions/sound-workflows.ts';

export const PROCEDURE = 'build/procedure.yaml';
export const item = (slug: string) => `catalogue/items/${slug}.yaml`;

/** The places of the mistakes that one change brings about. */
export function told(file: string, replace: string, by: string): string[] {
  return placesOf(findings(file, replace, by).mistakes);
}

export function warned(file: string, replace: string, by: string): string[] {
  return placesOf(findings(file, replace, by).warnings);
}

/** The facts of the first mistake that the changes bring about. */
export function factsOf(...edits: readonly Edit[]): unknown {
  return check(soundWorkflows(...edits)).mistakes[0]?.facts;
}

export function findings(file: string, replace: string, by: string) {
  return check(soundWorkflows({ file, replace, by }));
}
