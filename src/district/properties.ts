import type { EpochMs, IsoDay } from '../programme/dates';
import { deleteProperty, readProperty, writeProperty, writePropertyLater } from '../google/kept-properties';
import type { Services } from '../google/services';
import type { RulesInForce } from '../workbook/rules-in-force';
import type { ItemMap } from './form-builder';

/**
 * What the script remembers besides its tabs: seen by all staff, cheap to read at once, and never the only copy of anything — lost
 * properties are found again from the files.
 */
export interface Remembered {
  /** Result of the last check of the setup. */
  readonly setup: SetupSummary;
  /** The form of each opened wave. */
  readonly [form: `form:${string}`]: FormRecord;
  /** Figures of each wave, as of its last runs. */
  readonly [wave: `wave:${string}`]: WaveFigures;
  /** Last run of each thing the clock does. */
  readonly [health: `health:${string}`]: RunHealth;
  /** The newest answers of each wave's form that collecting has seen. */
  readonly [seen: `seen:${string}`]: SeenResponses;
  /** Nothing but the forms of these waves has to be looked at for a while. */
  readonly idle: IdleUntil;
  /** *Sổ tiếp nhận phiếu* of a programme year. */
  readonly [intake: `intake:${string}`]: string;
  /** When the reserve account last took over: its clock has run since then. */
  readonly takenOverAt: EpochMs;
  /** Difficulties without an answer, and those of them past their day, when the list was last brought up to date. */
  readonly difficulties: { readonly open: number; readonly overdue: number; readonly at: EpochMs };
  /** The archive workbook of a programme year that is over. */
  readonly [archive: `archive:${string}`]: string;
  /** When the proposals of a programme year were last drawn. */
  readonly [year: `year:${string}`]: EpochMs;
  /** When the words of a programme year were erased because their time was over. */
  readonly [retained: `retained:${string}`]: EpochMs;
  /** The rules of classes that count, for the checklist; the state keeps them. */
  readonly rules: RulesInForce;
  /** How much of a file's list stands in *Nhập danh sách*. */
  readonly roster: RosterFile;
  /** Letters of the newest reminder or digest, by job and wave. */
  readonly [mails: `mails:${string}`]: MailProgress;
}

/** A file that the console reads into *Nhập danh sách*, in lines. */
export interface RosterFile {
  readonly file: string;
  readonly total: number;
  readonly received: number;
}

/** Which letters of one operation were sent, by key, and how many there were at its beginning. */
export interface MailProgress {
  readonly operation: string;
  readonly sent: readonly string[];
  readonly refused: readonly string[];
  readonly letters: number;
}

export interface SetupSummary {
  readonly at: EpochMs;
  readonly units: number;
  readonly branches: number;
  readonly members: number;
  readonly problems: number;
  readonly blocking: number;
  /** The first lines, for the console. */
  readonly lines: readonly string[];
  /** Everything the setup makes besides the tabs is there. */
  readonly finished: boolean;
}

export interface FormRecord {
  readonly formId: string;
  /** Address for members. */
  readonly url: string;
  /** The same with `LINK_MARKS` filled in, for all links. */
  readonly linkTemplate: string;
  readonly items: ItemMap;
  /** `formStateKey` of what was last set. */
  readonly stateKey: string;
}

/** Figures of a wave; a figure not known yet is left out. */
export interface WaveFigures {
  readonly members?: number;
  readonly branches?: number;
  readonly registered?: number;
  readonly selfAssessed?: number;
  readonly graded?: number;
  readonly eligible?: number;
  readonly sent?: number;
  readonly recognised?: number;
  /** Members who asked for a second look; those of them who wait for its answer. */
  readonly looksAsked?: number;
  readonly looksOpen?: number;
  readonly unmatched?: number;
  readonly broken?: number;
  readonly collectedAt?: EpochMs;
  readonly pushedAt?: EpochMs;
  readonly ledgersAt?: EpochMs;
  readonly summarisedAt?: EpochMs;
  readonly reportedAt?: EpochMs;
}

export interface SeenResponses {
  readonly formId: string;
  /** The moment from which on `ids` are complete. */
  readonly since: EpochMs;
  readonly ids: readonly string[];
}

export interface IdleUntil {
  readonly until: EpochMs;
  readonly waves: readonly string[];
}

export interface RunHealth {
  readonly at: EpochMs;
  readonly error: string;
  /** How long it ran on that day, all its runs that did something together. */
  readonly day?: IsoDay;
  readonly usedMs?: number;
}

/** What is remembered under a name; null when nothing. */
export function recall<K extends keyof Remembered>(services: Services, name: K): Remembered[K] | null {
  const text = readProperty(services, name);
  return text === null ? null : (JSON.parse(text) as Remembered[K]);
}

/** Remembers under a name. */
export function remember<K extends keyof Remembered>(
  services: Services,
  name: K,
  value: Remembered[K],
): void {
  writeProperty(services, name, JSON.stringify(value));
}

/** Forgets a name. */
export function forget(services: Services, name: keyof Remembered): void {
  deleteProperty(services, name);
}

/** Everything that is remembered, in one call; by name. */
export function recallAll(services: Services): {
  readonly get: <K extends keyof Remembered>(name: K) => Remembered[K] | null;
  readonly text: (name: string) => string | null;
  readonly names: readonly string[];
} {
  const all = services.properties.getScriptProperties().getProperties();
  return {
    get: (name) => (all[name] === undefined ? null : (JSON.parse(all[name]) as never)),
    text: (name) => all[name] ?? null,
    names: Object.keys(all),
  };
}

/** Remembers what is found out anew when it is lost; in a slice it is written with the run. */
export function rememberLater<K extends keyof Remembered>(
  services: Services,
  name: K,
  value: Remembered[K],
): void {
  writePropertyLater(services, name, JSON.stringify(value));
}

/** Adds figures of a wave to those known. */
export function rememberFigures(services: Services, wave: string, figures: WaveFigures): void {
  const before = recall(services, `wave:${wave}`) ?? {};
  rememberLater(services, `wave:${wave}`, { ...before, ...figures });
}
