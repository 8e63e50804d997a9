/**
 * Shape of a national project code: time, region, guiding department, project type, serial, and
 * for a sub-project a suffix (GB/T 40058-2021). Its check digit is not checked, because the
 * algorithm is not published with the standard's outline.
 */
const PROJECT_CODE = /^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}(-\d{3})?$/;

export function isProjectCode(text: string): boolean {
  return PROJECT_CODE.test(text);
}
