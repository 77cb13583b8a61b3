import { thresholdProblems } from '../programme/presets';
import {
  dayCell,
  dayOfCell,
  emailsOfCell,
  flagCell,
  flagOfCell,
  isEmail,
  listOfCell,
  numberOfCell,
  textOfCell,
  type CellInput,
  type ReadCell,
  type ReadRows,
} from './cells';
import { placeOfTab, sheetProblem, type SheetProblem, type SheetProblemCode } from './problems';
import { placeOf, readRecords, type TabReading } from './row-reader';
import type { SettingDefinition } from './setting-definition';
import { DEFAULT_SETTINGS, SETTINGS, type SettingKey, type Settings } from './settings';
import { emulationSum, presetOfSettings } from './settings-use';
import { SHEET_IDS } from './sheet-ids';
import { column, tab, type TabRecord } from './tab';
import { PRESET_WORDS } from './words';

/** The tab *Thiết lập*: one row a setting, found by its label. */
export const SETTINGS_TAB = tab(SHEET_IDS.settings, 'Thiết lập', [
  column('key', 'Mục', 'text', 280),
  column('value', 'Giá trị', 'text', 360, { typed: true }),
  column('meaning', 'Ý nghĩa', 'text', 520),
]);

/** The settings as read. `value` of the tab reading is the one record; a setting with a problem keeps its default. */
export interface SettingsReading extends Omit<TabReading<string>, 'values'> {
  readonly settings: Settings;
}

/** All settings as rows, in the order of `SETTINGS`. */
export function settingRecords(settings: Settings = DEFAULT_SETTINGS): readonly TabRecord[] {
  return SETTINGS.map((definition) => ({
    key: definition.label,
    value: settingCell(definition, settings[definition.key]),
    meaning: definition.meaning,
  }));
}

/**
 * The settings of the tab with everything wrong in their cells: a setting that is gone, one left empty, a bad address, thresholds that do not
 * fall, weights that are not 100 together.
 */
export function settingsFrom(rows: ReadRows): SettingsReading {
  const reading = readRecords(SETTINGS_TAB, rows, 'key', (reader) => ({
    label: reader.text('key'),
    cell: reader.row.cells.value ?? '',
  }));
  const problems: SheetProblem[] = [...reading.problems];
  if (reading.table.missing.length > 0) return { ...reading, settings: DEFAULT_SETTINGS, problems };
  const found = new Map<string, number>();
  const places = new Map<string, number>();
  reading.values.forEach(({ label }, index) => {
    if (!places.has(plainLabel(label))) places.set(plainLabel(label), index);
  });
  const values: Record<string, unknown> = { ...DEFAULT_SETTINGS };
  const tell = (
    code: SheetProblemCode,
    key: SettingKey,
    data: Readonly<Record<string, unknown>> = {},
  ): void => {
    const index = found.get(key);
    const label = SETTINGS.find((one) => one.key === key)?.label ?? key;
    const row = index === undefined ? undefined : reading.rows[index];
    const place = row === undefined ? placeOfTab(SETTINGS_TAB) : placeOf(reading, row, 'value');
    problems.push(sheetProblem(code, place, key, { label, ...data }));
  };
  for (const definition of SETTINGS) {
    const index = places.get(plainLabel(definition.label));
    const entry = index === undefined ? undefined : reading.values[index];
    if (index === undefined || !entry) {
      tell('SETTING_MISSING', definition.key);
      continue;
    }
    found.set(definition.key, index);
    const read = readSetting(definition, entry.cell);
    if (read.problem) tell(read.problem.code, definition.key, read.problem.data);
    else values[definition.key] = read.value;
  }
  const settings = values as unknown as Settings;
  if (settings.roleAccount !== '' && settings.roleAccount === settings.reserveAccount)
    tell('SAME_ACCOUNT', 'reserveAccount');
  for (const { code, data } of thresholdProblems(presetOfSettings(settings)))
    tell(code, thresholdSetting(settings.preset, Number(data.index)), data);
  const sum = emulationSum(settings);
  if (sum !== 100) tell('WEIGHTS_NOT_100', 'weightRegistered', { sum });
  for (const key of ['branchRegistered', 'branchGood', 'emulationFloors'] as const)
    if (!isFalling(settings[key])) tell('THRESHOLDS_ORDER', key);
  return { ...reading, settings, problems };
}

/** A label whatever its capitals and spaces. */
function plainLabel(label: string): string {
  return label.normalize('NFC').replace(/\s+/g, ' ').toLowerCase();
}

function thresholdSetting(preset: string, index: number): SettingKey {
  if (preset === '2019') return 'shareFloors';
  if (preset === 'points5') return 'pointsFiveFloors';
  if (preset === 'points4') return 'pointsFourFloors';
  return index === 0 ? 'goodDone' : 'fairDone';
}

function isFalling(values: readonly number[]): boolean {
  return values.every((value, index) => index === 0 || value < (values[index - 1] ?? Infinity));
}

function settingCell(definition: SettingDefinition, value: unknown): CellInput {
  switch (definition.kind) {
    case 'flag':
      return flagCell(value === true);
    case 'day':
      return dayCell(value as string);
    case 'numbers':
    case 'emails':
      return (value as readonly (string | number)[]).join('; ');
    case 'preset':
      return PRESET_WORDS.wordOf(value as string);
    case 'number':
      return value as number;
    default:
      return value as string;
  }
}

interface SettingRead {
  readonly value?: unknown;
  readonly problem?: { readonly code: SheetProblemCode; readonly data?: Readonly<Record<string, unknown>> };
}

function readSetting(definition: SettingDefinition, cell: ReadCell): SettingRead {
  const text = textOfCell(cell);
  if (text === '') {
    if (definition.needed) return { problem: { code: 'SETTING_EMPTY' } };
    if (definition.kind === 'flag') return { value: definition.value };
    return { value: definition.kind === 'emails' || definition.kind === 'numbers' ? [] : '' };
  }
  switch (definition.kind) {
    case 'text':
    case 'lines':
      return { value: text };
    case 'email':
      return isEmail(text) ? { value: text.toLowerCase() } : wrong('BAD_EMAIL', text);
    case 'emails': {
      const bad = emailsOfCell(cell).find((email) => !isEmail(email));
      return bad === undefined ? { value: emailsOfCell(cell) } : wrong('BAD_EMAIL', bad);
    }
    case 'day': {
      const day = dayOfCell(cell);
      return day === null ? wrong('IMPOSSIBLE_DATE', text) : { value: day };
    }
    case 'number':
      return readNumber(definition, cell, text);
    case 'numbers': {
      const numbers = listOfCell(cell).map(numberOfCell);
      return numbers.includes(null) ? wrong('NOT_A_NUMBER', text) : { value: numbers };
    }
    case 'flag': {
      const flag = flagOfCell(cell, false);
      return flag === null ? wrong('UNKNOWN_WORD', text, { words: ['Có', 'Không'] }) : { value: flag };
    }
    case 'preset': {
      const preset = PRESET_WORDS.codeOf(text) ?? PRESET_WORDS.codes.find((code) => code === text);
      return preset === undefined
        ? wrong('UNKNOWN_WORD', text, { words: PRESET_WORDS.words })
        : { value: preset };
    }
  }
}

function readNumber(definition: SettingDefinition, cell: ReadCell, text: string): SettingRead {
  const value = numberOfCell(cell);
  if (value === null) return wrong('NOT_A_NUMBER', text);
  const { least = -Infinity, most = Infinity } = definition;
  return value < least || value > most ? wrong('NUMBER_OUT_OF_RANGE', text, { least, most }) : { value };
}

function wrong(
  code: SheetProblemCode,
  value: string,
  data: Readonly<Record<string, unknown>> = {},
): SettingRead {
  return { problem: { code, data: { value, ...data } } };
}
