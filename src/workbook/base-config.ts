import * as z from 'zod/mini';
import { CRITERION_CODES, type CriterionCode } from '../programme/criteria';
import { STEPS } from '../programme/wave';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { CELL_SIGNS, type ReadRows } from './cells';
import { SHEET_IDS } from './sheet-ids';
import { column, tab } from './tab';

/** Version of what `_cfg` holds; another one means that the owner's run has not been there since the update. */
export const CONFIG_VERSION = 1;

/** The hidden tab `_cfg` of a base workbook: the record below as text, cut into cells. */
export const CONFIG_TAB = tab(SHEET_IDS.config, '_cfg', [column('config', '_cfg', 'text', 400)], 0, true);

const day = z.string();
const emails = z.array(z.string());
const ledger = z.object({ sheetId: z.number(), protectionId: z.number(), title: z.string() });

const branch = z.object({
  code: z.string(),
  name: z.string(),
  committeeEmails: emails,
  ledger,
  /** The tab *Nhập tay <Chi đoàn>*; null = not asked for. */
  byHandSheetId: z.nullable(z.number()),
});

const wave = z.object({
  code: z.string(),
  programme: z.string(),
  calendar: z.enum(['GENERAL', 'SCHOOL']),
  number: z.number(),
  month: z.string(),
  theme: z.string(),
  scope: z.enum(['WAVE', 'YEAR']),
  registrationOpens: day,
  registrationCloses: day,
  selfOpens: day,
  selfCloses: day,
  gradingDue: day,
  recognitionDue: day,
  reportDue: day,
  forcedStep: z.optional(z.enum(STEPS)),
  lockedAt: z.optional(z.number()),
  /** The owner's tab of the wave. */
  sheetId: z.number(),
  /** First row (0-based) and number of rows of each branch in that tab: hints that the reader checks. */
  rows: z.record(z.string(), z.object({ first: z.number(), count: z.number() })),
  /** Row (0-based) of each ledger, by sheet id, at which the wave's rows begin: hints as well. */
  ledgerFrom: z.record(z.string(), z.number()),
});

const criterion = z.object({ code: z.string(), title: z.string(), evidenceHint: z.string() });

const config = z.object({
  version: z.literal(CONFIG_VERSION),
  programme: z.string(),
  /** Name of the district as after the word Quận đoàn. */
  district: z.string(),
  unit: z.object({
    code: z.string(),
    name: z.string(),
    kind: z.enum(['BASE_UNION', 'BASE_BRANCH']),
    committeeEmails: emails,
    ledger,
    districtLedger: ledger,
  }),
  branches: z.array(branch),
  waves: z.array(wave),
  criteria: z.array(criterion),
  /** Code of the scale, and its thresholds as *Thiết lập* has them: the whole preset as the rules take it. */
  preset: z.object({
    code: z.string(),
    classes: z.array(z.object({ code: z.string(), label: z.string(), short: z.string() })),
    goodClasses: z.number(),
    rule: z.union([
      z.object({
        kind: z.literal('TWO_HALVES'),
        goodDone: z.number(),
        goodDoneWell: z.number(),
        fairDone: z.number(),
        goodLeast: z.number(),
      }),
      z.object({ kind: z.literal('SHARE'), above: z.array(z.number()) }),
      z.object({
        kind: z.literal('POINTS'),
        floors: z.array(z.number()),
        points: z.object({
          DONE_WELL: z.number(),
          DONE: z.number(),
          NOT_FINISHED: z.number(),
          NOT_STARTED: z.number(),
        }),
      }),
    ]),
  }),
  /** Fewest criteria of each half (P3); absent where the owner's run has not been there since there is the setting. */
  least: z.optional(z.object({ TRAINING: z.number(), ACTION: z.number() })),
  branchRule: z.object({
    registered: z.array(z.number()),
    goodOrBetter: z.array(z.number()),
    withoutWeak: z.number(),
  }),
  roleAccount: z.string(),
  reserveAccount: z.string(),
  staffEmails: emails,
  officers: z.array(z.object({ name: z.string(), email: z.string() })),
});

/** What a base workbook knows of its unit (data-dictionary.md, _cfg). Sheet ids and protection ids name tabs; hints may be stale. */
export type BaseConfig = z.infer<typeof config>;
export type ConfigWave = BaseConfig['waves'][number];
export type ConfigBranch = BaseConfig['branches'][number];
export type ConfigLedger = BaseConfig['branches'][number]['ledger'];

export type ConfigProblem = Problem<'CONFIG_MISSING' | 'CONFIG_DAMAGED' | 'CONFIG_OTHER_VERSION'>;

/** All rows of `_cfg`, key row and header included. Throws when the record is not one: it is ours to make right. */
export function configToRows(value: BaseConfig): readonly (readonly string[])[] {
  const text = JSON.stringify(config.parse(value));
  const cells: string[] = [];
  for (let from = 0; from < text.length; from += CELL_SIGNS) cells.push(text.slice(from, from + CELL_SIGNS));
  return [['config'], ['_cfg'], ...cells.map((cell) => [cell])];
}

/** The record of `_cfg`, checked. Problems: CONFIG_MISSING, CONFIG_DAMAGED (somebody changed it), CONFIG_OTHER_VERSION; the owner's run mends all. */
export function configFromRows(rows: ReadRows): Result<BaseConfig, ConfigProblem> {
  const text = rows
    .slice(CONFIG_TAB.frozenRows)
    .map((row) => String(row[0] ?? ''))
    .join('');
  if (text === '') return fail(problem('CONFIG_MISSING', '_cfg'));
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fail(problem('CONFIG_DAMAGED', '_cfg'));
  }
  const version = (value as { readonly version?: unknown } | null)?.version;
  if (version !== CONFIG_VERSION) return fail(problem('CONFIG_OTHER_VERSION', '_cfg', { version }));
  const parsed = config.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const [first] = parsed.error.issues;
  return fail(problem('CONFIG_DAMAGED', '_cfg', { path: first?.path.join('.') ?? '' }));
}

/** Titles of the criteria by code; a code the workbook does not know is left out. */
export function criterionTitlesOf(value: BaseConfig): Readonly<Partial<Record<CriterionCode, string>>> {
  return Object.fromEntries(
    CRITERION_CODES.flatMap((code) => {
      const found = value.criteria.find((one) => one.code === code);
      return found ? [[code, found.title]] : [];
    }),
  );
}
