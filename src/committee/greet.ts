import type { Greeting, RoleBrief } from '../contract/committee';
import { tabById } from '../google/book';
import { tabAccess } from '../google/tab-access';
import type { Services } from '../google/services';
import { ok, type Problem, type Result } from '../programme/result';
import { openDesk, type Desk } from './desk';
import { officerNames, type HeldRole } from './roles';
import { currentWave, waveBrief } from './wave-brief';

/**
 * First call: who Google says is there, in which roles, and whether Google lets that person write the tabs of these roles. An empty address and
 * no role at all are answers, not problems: the page explains them. Calls: 1 read, and 2 for each role that writes.
 */
export function greet(services: Services): Result<Greeting, Problem> {
  const opened = openDesk(services);
  if (!opened.ok) return opened;
  const desk = opened.value;
  const { config, now } = desk;
  return ok({
    email: desk.email,
    unit: { code: config.unit.code, name: config.unit.name, kind: config.unit.kind },
    district: config.district,
    waves: config.waves.map((wave) => waveBrief(wave, now)),
    currentWave: currentWave(config.waves, now),
    roles: desk.roles.map((held) => roleBrief(desk, held)),
    officer: officerNames(config),
    now,
  });
}

function roleBrief(desk: Desk, { role, branch }: HeldRole): RoleBrief {
  const { config } = desk;
  const own = config.branches.find((one) => one.code === branch);
  const name = own?.name ?? config.unit.name;
  if (role === 'READER') return { role, branch, name, canWrite: false };
  const sheet = tabById(desk.services, (own ?? config.unit).ledger.sheetId);
  return { role, branch, name, canWrite: sheet !== null && tabAccess(desk.services, sheet) === 'WRITER' };
}
