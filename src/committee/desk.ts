import type { CommitteeRole } from '../contract/committee';
import type { Services } from '../google/services';
import { signedInAs } from '../google/who';
import type { EpochMs } from '../programme/dates';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import type { BaseConfig, ConfigBranch, ConfigWave } from '../workbook/base-config';
import { keptConfig, readConfig } from './config';
import { officerNames, roleOn, rolesOf, type HeldRole } from './roles';

/** Where every request begins: the workbook's record of itself, who is at the keyboard, the time. */
export interface Desk {
  readonly services: Services;
  readonly config: BaseConfig;
  /** '' when Google does not say. */
  readonly email: string;
  readonly roles: readonly HeldRole[];
  readonly now: EpochMs;
}

/** A branch's wave, and in which role the person works on it. */
export interface Place extends Desk {
  readonly wave: ConfigWave;
  readonly branch: ConfigBranch;
  readonly role: CommitteeRole;
}

/**
 * How the workbook's record is come by: FRESH reads it; KEPT takes what the document's cache has kept for a few minutes, for calls that come often.
 * An object = what the cache was found to hold already. What must not be old is read in the ledgers: a lock, a return, a round.
 */
export type Freshness = 'FRESH' | 'KEPT' | { readonly kept: string | null };

/** Opens the desk; one read, or one of the cache. Problems: NOT_A_BASE_BOOK, BOOK_NOT_READY. */
export function openDesk(services: Services, freshness: Freshness = 'FRESH'): Result<Desk, Problem> {
  const config = configOf(services, freshness);
  if (!config.ok) return config;
  const email = signedInAs(services);
  const roles = rolesOf(config.value, email);
  return ok({ services, config: config.value, email, roles, now: services.now() });
}

function configOf(services: Services, freshness: Freshness): Result<BaseConfig, Problem> {
  if (freshness === 'FRESH') return readConfig(services);
  return freshness === 'KEPT' ? keptConfig(services) : keptConfig(services, freshness.kept);
}

/** The desk of somebody who may ask for a wave of this unit. Problems also: NO_ACCOUNT, NOT_ON_COMMITTEE, UNKNOWN_WAVE. */
export function deskForWave(
  services: Services,
  wave: string,
  freshness: Freshness = 'FRESH',
): Result<Desk & { readonly wave: ConfigWave }, Problem> {
  const desk = openDesk(services, freshness);
  if (!desk.ok) return desk;
  const stranger = strangerProblem(desk.value);
  if (stranger) return fail(stranger);
  const found = desk.value.config.waves.find((one) => one.code === wave);
  return found ? ok({ ...desk.value, wave: found }) : fail(problem('UNKNOWN_WAVE', wave));
}

/** The desk of somebody who may ask for a branch's wave. Problems also: UNKNOWN_BRANCH. */
export function deskForBranch(
  services: Services,
  key: { readonly wave: string; readonly branch: string; readonly role?: CommitteeRole },
  freshness: Freshness = 'FRESH',
): Result<Place, Problem> {
  const desk = deskForWave(services, key.wave, freshness);
  if (!desk.ok) return desk;
  const { config, roles } = desk.value;
  const branch = config.branches.find((one) => one.code === key.branch);
  if (!branch) return fail(problem('UNKNOWN_BRANCH', key.branch));
  const role = roleOn(roles, branch.code, key.role);
  return role === null ? fail(notOnCommittee(desk.value)) : ok({ ...desk.value, branch, role });
}

/** Why somebody may not ask for anything; null when he may. */
export function strangerProblem(desk: Desk): Problem | null {
  if (desk.email === '') return problem('NO_ACCOUNT');
  return desk.roles.length === 0 ? notOnCommittee(desk) : null;
}

/** Says whom to ask. */
export function notOnCommittee(desk: Pick<Desk, 'email' | 'config'>): Problem {
  return problem('NOT_ON_COMMITTEE', '', { email: desk.email, officer: officerNames(desk.config) });
}
