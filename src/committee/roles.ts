import type { CommitteeRole } from '../contract/committee';
import { isSameEmail } from '../google/who';
import type { BaseConfig } from '../workbook/base-config';

/** A role of the person at the keyboard; `branch` '' = the base unit as a whole. */
export interface HeldRole {
  readonly role: CommitteeRole;
  readonly branch: string;
}

/**
 * The roles `_cfg` gives an address. Role account, reserve account, staff and officers read and write nothing, whatever else they are
 * (architecture.md 3.2): Google lets the file's owner write every tab, and must not be led to. Of a base branch the unit's committee is the
 * branch's.
 */
export function rolesOf(config: BaseConfig, email: string): readonly HeldRole[] {
  if (email === '') return [];
  const isOneOf = (list: readonly string[]): boolean => list.some((one) => isSameEmail(one, email));
  const readers = [
    config.roleAccount,
    config.reserveAccount,
    ...config.staffEmails,
    ...config.officers.map((officer) => officer.email),
  ];
  if (isOneOf(readers)) return [{ role: 'READER', branch: '' }];
  const isUnit = isOneOf(config.unit.committeeEmails);
  const isBaseBranch = config.unit.kind === 'BASE_BRANCH';
  const branches = config.branches
    .filter((branch) => isOneOf(branch.committeeEmails) || (isUnit && isBaseBranch))
    .map((branch): HeldRole => ({ role: 'BRANCH', branch: branch.code }));
  return isUnit && !isBaseBranch ? [{ role: 'BASE', branch: '' }, ...branches] : branches;
}

/**
 * In which role a person works on a branch: the asked one where it is held, else as its own committee, else as the base committee, else as a
 * reader; null = in none.
 */
export function roleOn(
  roles: readonly HeldRole[],
  branch: string,
  asked?: CommitteeRole,
): CommitteeRole | null {
  const held = roles.filter((one) => one.branch === branch || one.branch === '').map((one) => one.role);
  if (asked !== undefined && held.includes(asked)) return asked;
  return (['BRANCH', 'BASE', 'READER'] as const).find((role) => held.includes(role)) ?? null;
}

/** Whom to ask; '' when the district names nobody. */
export function officerNames(config: BaseConfig): string {
  return config.officers
    .map((officer) => officer.name)
    .filter((name) => name !== '')
    .join(', ');
}
