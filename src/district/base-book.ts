import { ledgerId, type LedgerOwner } from '../programme/events';
import type { BaseUnit, Branch } from '../programme/organisation';
import type { Wave } from '../programme/wave';
import {
  CONFIG_TAB,
  CONFIG_VERSION,
  type BaseConfig,
  type ConfigLedger,
  type ConfigWave,
} from '../workbook/base-config';
import { ledgerTab, SPARE_ROWS } from '../workbook/ledger-tab';
import { branchRuleOf, leastRegisteredOf, presetOfSettings } from '../workbook/settings-use';
import { runningProgramme } from '../workbook/running-year';
import type { Settings } from '../workbook/settings';
import type { Setup } from '../workbook/setup';
import { START_TAB } from '../workbook/start-tab';
import { byHandSheetId } from '../workbook/sheet-ids';
import type { TabDefinition } from '../workbook/tab';
import { waveTab } from '../workbook/wave-tab';
import { protectionIdOf } from '../google/sheets-batch';
import { branchesOfUnit, ownersOf, staffOf } from './facts';

/** A tab of *Sổ cơ sở* with those who may write it besides the file's owner (architecture.md 3.1). */
export interface BaseTab {
  readonly definition: TabDefinition;
  readonly title: string;
  readonly writers: readonly string[];
  readonly guard: string;
  readonly spareRows: number;
}

/** Why a tab of the owner is protected, as people read it when Google asks. */
export const GUARD_BASE = 'Quận đoàn ghi; các Ban Chấp hành chỉ đọc.';

/** A ledger of a unit with its tab. */
export interface UnitLedger {
  readonly ledger: string;
  readonly owner: LedgerOwner;
  /** Code of the branch; '' for the base's and the district's. */
  readonly branch: string;
  readonly tab: BaseTab;
}

/** Ledgers of a unit in a programme year: one a branch, the base committee's, the district's. Titles are made different where names are alike. */
export function ledgersOf(
  unit: BaseUnit,
  branches: readonly Branch[],
  settings: Settings,
  programme: string,
): readonly UnitLedger[] {
  const titles = new Set<string>();
  const make = (
    owner: LedgerOwner,
    code: string,
    name: string,
    writers: readonly string[],
    guard: string,
  ): UnitLedger => {
    const ledger = ledgerId(owner, code, programme);
    const plain = ledgerTab(ledger, name);
    const title = titles.has(plain.title) ? ledgerTab(ledger, `${name} (${code})`).title : plain.title;
    titles.add(title);
    return {
      ledger,
      owner,
      branch: owner === 'BRANCH' ? code : '',
      tab: { definition: { ...plain, title }, title, writers, guard, spareRows: SPARE_ROWS },
    };
  };
  return [
    ...branches.map((branch) =>
      make('BRANCH', branch.code, branch.name, branch.committeeEmails, `Ban Chấp hành ${branch.name} ghi.`),
    ),
    make('BASE', unit.code, unit.name, unit.committeeEmails, `Ban Chấp hành ${unit.name} ghi.`),
    make('DISTRICT', unit.code, unit.name, ownersOf(settings), 'Quận đoàn ghi.'),
  ];
}

/** All tabs of a unit's workbook, in their order; the waves' tabs for those that were opened. */
export function baseTabs(
  unit: BaseUnit,
  branches: readonly Branch[],
  settings: Settings,
  waves: readonly Wave[],
  programme: string,
): readonly BaseTab[] {
  const owner = (definition: TabDefinition, spareRows: number): BaseTab => ({
    definition,
    title: definition.title,
    writers: ownersOf(settings),
    guard: GUARD_BASE,
    spareRows,
  });
  return [
    owner(START_TAB, 40),
    ...waves.map((wave) => owner(waveTab(wave), 20)),
    ...ledgersOf(unit, branches, settings, programme).map((one) => one.tab),
    owner(CONFIG_TAB, 20),
  ];
}

/** Hints that a rebuilt `_cfg` takes over from the one before; the reader checks them. */
export type WaveHints = Pick<ConfigWave, 'rows' | 'ledgerFrom'>;

/** What `_cfg` of a unit should hold. */
export function baseConfigOf(
  setup: Setup,
  unit: BaseUnit,
  waves: readonly Wave[],
  hints: ReadonlyMap<string, WaveHints>,
): BaseConfig {
  const { settings } = setup;
  const branches = branchesOfUnit(setup, unit);
  const programme = runningProgramme(setup, unit.calendar);
  const ledgers = ledgersOf(unit, branches, settings, programme);
  const placed = (owner: LedgerOwner, branch: string): ConfigLedger => {
    const found = ledgers.find((one) => one.owner === owner && one.branch === branch);
    if (!found) throw new Error(`${unit.code} has no ledger ${owner} ${branch}`);
    const { sheetId } = found.tab.definition;
    return { sheetId, protectionId: protectionIdOf(sheetId), title: found.tab.title };
  };
  const preset = presetOfSettings(settings);
  const rule = branchRuleOf(settings);
  return {
    version: CONFIG_VERSION,
    programme,
    district: settings.district,
    unit: {
      code: unit.code,
      name: unit.name,
      kind: unit.kind,
      committeeEmails: [...unit.committeeEmails],
      ledger: placed('BASE', ''),
      districtLedger: placed('DISTRICT', ''),
    },
    branches: branches.map((branch) => ({
      code: branch.code,
      name: branch.name,
      committeeEmails: [...branch.committeeEmails],
      ledger: placed('BRANCH', branch.code),
      byHandSheetId: branch.byHand === true ? newestByHand(branch.code, waves) : null,
    })),
    waves: waves.map((wave) => ({
      ...wave,
      sheetId: waveTab(wave).sheetId,
      rows: hints.get(wave.code)?.rows ?? {},
      ledgerFrom: hints.get(wave.code)?.ledgerFrom ?? {},
    })),
    criteria: setup.criteria.map(({ code, title, evidenceHint }) => ({ code, title, evidenceHint })),
    preset: {
      code: preset.code,
      classes: preset.classes.map((one) => ({ ...one })),
      goodClasses: preset.goodClasses,
      rule: mutable(preset.rule),
    },
    least: { ...leastRegisteredOf(settings) },
    branchRule: {
      registered: [...rule.registered],
      goodOrBetter: [...rule.goodOrBetter],
      withoutWeak: rule.withoutWeak,
    },
    roleAccount: settings.roleAccount,
    reserveAccount: settings.reserveAccount,
    staffEmails: [...staffOf(settings)],
    officers: unit.officers.map(({ name, email }) => ({ name, email })),
  };
}

/** Everybody who may open the unit's workbook: its committees and the staff. */
export function readersOf(
  unit: BaseUnit,
  branches: readonly Branch[],
  settings: Settings,
): readonly string[] {
  const emails = [
    ...unit.committeeEmails,
    ...branches.flatMap((branch) => branch.committeeEmails),
    ...unit.officers.map((officer) => officer.email),
    ...staffOf(settings),
  ];
  return [...new Set(emails.filter((email) => email !== ''))];
}

/** The tab of the newest wave that is open. */
function newestByHand(branch: string, waves: readonly Wave[]): number | null {
  const open = waves.filter((wave) => wave.lockedAt === undefined);
  const newest = open[open.length - 1];
  return newest ? byHandSheetId(branch, newest.code) : null;
}

/** The record's checked type has lists that may be changed; ours may not. */
function mutable(rule: ReturnType<typeof presetOfSettings>['rule']): BaseConfig['preset']['rule'] {
  return JSON.parse(JSON.stringify(rule)) as BaseConfig['preset']['rule'];
}
