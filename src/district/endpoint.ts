import type * as z from 'zod/mini';
import { CONTRACT_VERSION, type Answer } from '../contract/answer';
import { faultText } from '../contract/fault';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import type { Settings } from '../workbook/settings';
import { settingsFrom } from '../workbook/settings-tab';
import { SHEET_IDS } from '../workbook/sheet-ids';
import { districtServices, type DistrictServices } from '../google/services';
import { isSameEmail } from '../google/who';
import { closeDistrict, openDistrict, type District } from './district';
import { staffOf } from './facts';

/** The settings as who may call is decided by them; null before the workbook has its tabs. */
export interface Caller {
  readonly settings: Settings | null;
  readonly isRoleAccount: boolean;
  /** The account that may take over (architecture.md 1). */
  readonly isReserve: boolean;
}

/**
 * Answers one call of a page: one JSON text in, one out. The text is checked, the caller must be staff; what is thrown becomes a fault with a number
 * that stands in the log. Problems: BAD_REQUEST, OLD_PAGE, NO_ACCOUNT, NOT_STAFF, and the act's own.
 */
export function answer<Q, A>(
  text: unknown,
  body: z.ZodMiniType<Q>,
  act: (district: District, request: Q, caller: Caller) => Result<A, Problem>,
): string {
  return withFaults(districtServices(), (services) => {
    const request = requestOf(text, body);
    if (!request.ok) return said(request);
    return withDistrict(services, (district) => {
      const caller = callerOf(district);
      return said(caller.ok ? act(district, request.value, caller.value) : caller);
    });
  });
}

/** Does something with the district and leaves the limiter's memory behind, whatever happens. */
export function withDistrict<T>(services: DistrictServices, act: (district: District) => T): T {
  const district = openDistrict(services);
  try {
    return act(district);
  } finally {
    closeDistrict(district);
  }
}

/** Who calls, and whether he may: staff of *Thiết lập*; before there are settings, whoever may edit the workbook. */
export function callerOf(district: District): Result<Caller, Problem> {
  if (district.email === '') return fail(problem('NO_ACCOUNT'));
  const [rows] = district.api.read(district.book, [{ sheetId: SHEET_IDS.settings }]);
  if (!rows) return ok({ settings: null, isRoleAccount: true, isReserve: false });
  const { settings } = settingsFrom(rows);
  const staff = staffOf(settings);
  if (staff.length > 0 && !staff.some((email) => isSameEmail(email, district.email)))
    return fail(problem('NOT_STAFF', '', { email: district.email }));
  return ok({
    settings,
    isRoleAccount: settings.roleAccount === '' || isSameEmail(settings.roleAccount, district.email),
    isReserve: isSameEmail(settings.reserveAccount, district.email),
  });
}

function requestOf<Q>(text: unknown, body: z.ZodMiniType<Q>): Result<Q, Problem> {
  let sent: unknown;
  try {
    sent = JSON.parse(String(text));
  } catch {
    return fail(problem('BAD_REQUEST'));
  }
  const version = (sent as { readonly v?: unknown } | null)?.v;
  if (version !== CONTRACT_VERSION)
    return fail(problem(typeof version === 'number' ? 'OLD_PAGE' : 'BAD_REQUEST'));
  const parsed = body.safeParse((sent as { readonly body?: unknown }).body);
  return parsed.success ? ok(parsed.data) : fail(problem('BAD_REQUEST'));
}

function said<A>(result: Result<A, Problem>): string {
  const text: Answer<A> = result.ok
    ? { v: CONTRACT_VERSION, ok: true, value: result.value }
    : { v: CONTRACT_VERSION, ok: false, problems: result.problems };
  return JSON.stringify(text);
}

/** What is thrown reaches a page as a number only; the log has the rest. What Google says of permission or quota is left as it came. */
function withFaults(services: DistrictServices, act: (services: DistrictServices) => string): string {
  try {
    return act(services);
  } catch (error) {
    const number = services.utilities.getUuid().slice(0, 6).toUpperCase();
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    services.log(`${faultText(number)}: ${words}`);
    if (isGoogles(error)) throw error;
    throw Object.assign(new Error(faultText(number)), { cause: error });
  }
}

/** The page knows these sentences of Google and what to do about each (contract/fault.ts). */
function isGoogles(error: unknown): boolean {
  const message = error instanceof Error ? error.message : String(error);
  return /protected cell or object|do not have permission|not sufficient to call|too many times|too much computer time|Quota exceeded|timed out while accessing|server error occurred|Lock timeout/i.test(
    message,
  );
}
