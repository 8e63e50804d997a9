import type { DepartmentId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import { no, type OrganisationRefusal } from './refusals.ts';
import type { Department, Organisation } from './state.ts';

/** The department, unless it is unknown or closed. */
export function openDepartment(
  organisation: Organisation,
  department: DepartmentId,
): Result<Department, OrganisationRefusal> {
  const known = organisation.departments.get(department);
  if (!known) return no('department-unknown', { department });
  return known.closed ? no('department-closed', { department }) : ok(known);
}
