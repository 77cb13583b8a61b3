import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type ProjectRecord,
  type RunResult,
  type Workspace,
  type WorkspaceSettings,
  createWorkspace,
} from './workspace';

/** A fact of Google's behaviour, as platform/conformance-cases.json tells it. */
export interface ConformanceCase {
  readonly id: string;
  readonly service: string;
  readonly run: 'auto' | 'control';
  readonly setup: string;
  readonly call: string;
  readonly expected: {
    readonly equals?: unknown;
    readonly throws?: string;
    readonly noThrow?: boolean;
    readonly oneOf?: readonly unknown[];
    readonly contains?: string;
  };
}

export interface Verdict {
  readonly kind: 'right' | 'wrong' | 'unsupported';
  readonly why: string;
}

/** The side each disputed case stands on, whatever the workspace's default is. */
const SETTINGS: Readonly<Record<string, Partial<WorkspaceSettings>>> = {
  'fm-title-empty': { formTitleAfterCreate: false },
  'pr-big-value-ok': { strictPropertySize: false },
};

export const PERSON = 'person@example.com';
const MANIFEST = { timeZone: 'Etc/GMT', runtimeVersion: 'V8', dependencies: {} };

/** A place where cases run: locale en_US, zone Etc/GMT, a clock that stands at 2015-06-07T20:54:13Z. */
export function conformanceWorkspace(settings: Partial<WorkspaceSettings> = {}): Workspace {
  const workspace = createWorkspace({
    now: '2015-06-07T20:54:13Z',
    locale: 'en_US',
    timeZone: 'Etc/GMT',
    settings: { executionsTakeTime: false, ...settings },
  });
  workspace.addPerson({ email: PERSON });
  return workspace;
}

/** Loads a script of that text, and of pages by name, into the workspace. */
export function loadScript(
  workspace: Workspace,
  code: string,
  of: { kind?: ProjectRecord['kind']; container?: string; pages?: Readonly<Record<string, string>> } = {},
): ProjectRecord {
  const dir = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    writeFileSync(join(dir, 'appsscript.json'), JSON.stringify(MANIFEST));
    writeFileSync(join(dir, 'Code.js'), code);
    for (const [name, html] of Object.entries(of.pages ?? {})) writeFileSync(join(dir, `${name}.html`), html);
    return workspace.loadProject({
      dir,
      kind: of.kind ?? (of.container === undefined ? 'standalone' : 'bound'),
      owner: PERSON,
      ...(of.container === undefined ? {} : { container: of.container }),
    });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Runs a case that needs no controls. */
export function judge(one: ConformanceCase): Verdict {
  const workspace = conformanceWorkspace(SETTINGS[one.id]);
  const book = workspace.createSpreadsheet({ name: 'ss', owner: PERSON });
  const code = `function conformanceCase() {
  var ss = SpreadsheetApp.openById(${JSON.stringify(book.id)});
  var sheet = ss.getSheets()[0];
  ${one.setup};
  try {
    var value = (${one.call});
    return { json: JSON.stringify(value), text: String(value) };
  } catch (e) {
    return { threw: String(e.name), message: String(e.message) };
  }
}`;
  const project = loadScript(workspace, code, { container: book.id });
  return verdictOn(one, workspace.run(project, 'conformanceCase'));
}

/** What a call came to: its value as JSON and as text, or what it threw. */
export interface Outcome {
  readonly json?: string;
  readonly text?: string;
  readonly threw?: string;
  readonly message?: string;
}

/** Compares what came of a run with what Google does. */
export function verdictOn(one: ConformanceCase, result: RunResult): Verdict {
  if (result.notEmulated.length > 0) return { kind: 'unsupported', why: result.notEmulated.join(', ') };
  const outcome: Outcome = result.ok
    ? (result.value as Outcome)
    : { threw: result.error?.name, message: `setup: ${result.error?.message ?? ''}` };
  if (
    outcome.threw === 'NotEmulatedError' ||
    /is not a function|is not defined/.test(outcome.message ?? '')
  ) {
    return { kind: 'unsupported', why: outcome.message ?? '' };
  }
  return compared(one, outcome, result.ok);
}

/** Compares a value that came about outside a script with what Google does. */
export function judged(one: ConformanceCase, value: unknown): Verdict {
  const json = JSON.stringify(value) as string | undefined;
  return compared(one, { ...(json === undefined ? {} : { json }), text: String(value) }, true);
}

/** Compares a refusal with what Google says. */
export function refused(one: ConformanceCase, message: string | undefined): Verdict {
  if (message === undefined) return { kind: 'wrong', why: `${one.call} was not refused` };
  return compared(one, { threw: 'Exception', message }, true);
}

function compared(one: ConformanceCase, outcome: Outcome, ran: boolean): Verdict {
  const got =
    outcome.threw === undefined ? (outcome.json ?? outcome.text) : `${outcome.threw}: ${outcome.message}`;
  const right = ran && isExpected(one, outcome);
  return {
    kind: right ? 'right' : 'wrong',
    why: `${one.call} gave ${got}, expected ${JSON.stringify(one.expected)}`,
  };
}

function isExpected({ expected }: ConformanceCase, outcome: Outcome): boolean {
  if (expected.throws !== undefined) {
    return outcome.threw !== undefined && new RegExp(expected.throws).test(outcome.message ?? '');
  }
  if (outcome.threw !== undefined) return false;
  if (expected.noThrow) return true;
  if (expected.contains !== undefined) return outcome.text!.includes(expected.contains);
  const wanted = expected.oneOf ?? [expected.equals];
  return wanted.some((value) =>
    isSame(value, outcome.json === undefined ? undefined : JSON.parse(outcome.json), outcome.text!),
  );
}

/** JSON equality; the text "undefined" means what String(x) gives. */
function isSame(wanted: unknown, got: unknown, text: string): boolean {
  if (wanted === 'undefined') return text === 'undefined';
  return JSON.stringify(sorted(wanted)) === JSON.stringify(sorted(got));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, part]) => [key, sorted(part)]),
  );
}

/** True when the case is asked for: all, or those whose id begins so. */
export function isWithin(one: ConformanceCase, ids: readonly string[]): boolean {
  return ids.length === 0 || ids.some((id) => one.id.startsWith(id));
}
