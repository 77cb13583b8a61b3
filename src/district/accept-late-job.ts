import type { JobPreview } from '../contract/district';
import { formatMoment } from '../programme/dates';
import { changesLate, lateSheets, LATE_DECISIONS, type LateDecision } from '../programme/late-sheets';
import { problem, type Problem } from '../programme/result';
import { submissionId, type Submission } from '../programme/submission';
import type { Wave } from '../programme/wave';
import { textOfCell, momentOfCell } from '../workbook/cells';
import { LATE_TAB, lateActRecord } from '../workbook/late-tab';
import { presetOfSettings } from '../workbook/settings-use';
import { UNMATCHED_TAB } from '../workbook/submission-tabs';
import { readTable, recordToCells } from '../workbook/tab';
import { nearMemberCell, withDecisions } from '../workbook/unmatched-rows';
import { LATE_DECISION_WORDS } from '../workbook/words';
import { textArg, type Job } from '../google/jobs';
import { appendRows, writeCells, type SheetsRequest } from '../google/sheets-batch';
import { collectState, setCollectState, touching } from './collect-state';
import type { District } from './district';
import { factsOnce, waveEntryOf, type DistrictFacts } from './facts';
import { ensureIntake, intakeOf, readWaveSheets, type WaveSheets } from './intake';
import { answerArg } from './job-answers';
import { pushJob, type PushCursor } from './push-job';
import { frozenBranches } from './rules-kept';
import { rosterOfWave } from './wave-roster';

/** Every late sheet that nothing was said of yet. */
export const ALL_WAITING = '*';

/** As many late sheets as a list on the page shows. */
const MOST_LISTED = 200;

interface AcceptLateCursor {
  readonly phase: 'SAY' | 'PUSH';
  readonly push: PushCursor | null;
}

/** A late sheet with what was said of it last; null = nothing. */
interface LateSheet {
  readonly name: string;
  readonly submission: Submission;
  readonly said: LateDecision | null;
}

/**
 * *Phiếu gửi sau hạn* (P6, P9): a sheet that came after the deadline counts only when staff let it in, with a reason. What they say is a row of its
 * own, appended; the sheet's row stays as it came. The same said twice writes nothing; *Hoàn tác* takes the last saying back. Then the units concerned
 * are pushed, and a committee that has graded the member already sees *đã gửi lại*. Problems: UNKNOWN_WAVE, WAVE_NOT_OPENED, NO_LATE_SHEET,
 * REASON_NEEDED, FIELD_MISSING, LOCKED.
 */
export function acceptLateJob(district: District): Job<AcceptLateCursor> {
  const facts = factsOnce(district);
  const push = pushJob(district);
  return {
    name: 'acceptLate',
    first: () => ({ phase: 'SAY', push: null }),
    step(args, cursor, end) {
      const code = textArg(args, 'wave');
      if (cursor.phase === 'PUSH') {
        const pushed = push.step({ wave: code }, cursor.push ?? push.first({}), end);
        const next = pushed.cursor === null ? null : { phase: 'PUSH' as const, push: pushed.cursor };
        const { done, total, problems = [] } = pushed;
        return { done, total, problems, cursor: next };
      }
      const said = say(district, facts(), code, {
        sheet: answerArg(args, 'sheet'),
        decision: answerArg(args, 'decision'),
        reason: answerArg(args, 'why'),
      });
      if (typeof said !== 'number') return { cursor, done: 0, total: 1, problems: said };
      return { cursor: { phase: 'PUSH', push: null }, done: 0, total: 1, counts: { said } };
    },
  };
}

/** Confirmation with the late sheets of the wave and what was said of each. */
export function previewAcceptLate(
  district: District,
  facts: DistrictFacts,
  wave: Wave,
): Pick<JobPreview, 'sentence' | 'problems' | 'fields'> {
  const intake = intakeOf(district, wave.programme);
  if (intake === '') return { sentence: '', problems: [problem('WAVE_NOT_OPENED', wave.code)] };
  const { late } = readLate(district, facts, wave, intake);
  const waiting = late.filter(({ said }) => isWaiting(said)).length;
  const nameOf = new Map(facts.setup.members.map((member) => [member.code, member.fullName]));
  const label = ({ submission, said }: LateSheet): string =>
    [
      isWaiting(said) ? 'Chưa xét' : said === 'ACCEPT' ? 'Đã nhận' : 'Đã không nhận',
      `${nameOf.get(submission.member) ?? ''} (${submission.member})`,
      submission.kind === 'REGISTRATION' ? 'phiếu đăng ký' : 'phiếu tự đánh giá',
      `gửi lúc ${formatMoment(submission.sentAt).slice(0, 16)}`,
    ].join(' · ');
  return {
    sentence:
      late.length === 0
        ? 'Đợt này chưa có phiếu nào gửi sau hạn.'
        : `Có ${late.length} phiếu gửi sau hạn, ${waiting} phiếu chưa xét. Phiếu được nhận sẽ được tính và chuyển về sổ cơ sở; ` +
          'lý do được ghi lại. Chi đoàn đã đánh giá thì thấy dấu Đã gửi lại.',
    problems: late.length === 0 ? [problem('NO_LATE_SHEET', wave.code)] : [],
    fields:
      late.length === 0
        ? []
        : [
            {
              name: 'sheet',
              label: 'Phiếu',
              kind: 'CHOICE',
              choices: [
                ...(waiting > 1 ? [{ code: ALL_WAITING, label: `Tất cả ${waiting} phiếu chưa xét` }] : []),
                ...late.slice(0, MOST_LISTED).map((one) => ({ code: one.name, label: label(one) })),
              ],
              value: '',
            },
            {
              name: 'decision',
              label: 'Quyết định',
              kind: 'CHOICE',
              choices: LATE_DECISIONS.map((decision) => ({
                code: decision,
                label: LATE_DECISION_WORDS.wordOf(decision),
              })),
              value: '',
            },
            { name: 'why', label: 'Lý do', kind: 'TEXT', choices: [], value: '' },
          ],
  };
}

function isWaiting(said: LateDecision | null): boolean {
  return said === null || said === 'TAKE_BACK';
}

function readLate(
  district: District,
  { settings }: DistrictFacts,
  wave: Wave,
  intake: string,
): { readonly late: readonly LateSheet[]; readonly sheets: WaveSheets } {
  const [sheets] = readWaveSheets(district, intake, [wave], presetOfSettings(settings));
  if (!sheets) throw new Error(`No sheets of ${wave.code}`);
  const found: readonly Submission[] = [
    ...lateSheets(withDecisions(sheets.registrations, sheets.decisions), wave),
    ...lateSheets(withDecisions(sheets.selfAssessments, sheets.decisions), wave),
  ];
  const late = found.map((submission) => {
    const name = submissionId(submission);
    return { name, submission, said: sheets.late.get(name) ?? null };
  });
  const order = (one: LateSheet): number => (isWaiting(one.said) ? 0 : 1);
  return {
    late: late.sort((a, b) => order(a) - order(b) || a.submission.sentAt - b.submission.sentAt),
    sheets,
  };
}

/** Says it, in one atomic write: the rows of *Phiếu gửi sau hạn*, the decision beside the sheet, the units to push. How many sheets; or problems. */
function say(
  district: District,
  facts: DistrictFacts,
  code: string,
  asked: { readonly sheet: string; readonly decision: string; readonly reason: string },
): number | readonly Problem[] {
  const entry = waveEntryOf(facts.setup, code);
  if (!entry) return [problem('UNKNOWN_WAVE', code)];
  const { wave } = entry;
  const intake = intakeOf(district, wave.programme);
  if (entry.formId === '' || intake === '') return [problem('WAVE_NOT_OPENED', code)];
  const decision = LATE_DECISIONS.find((one) => one === asked.decision);
  if (!decision) return [problem('FIELD_MISSING', '', { label: 'Quyết định' })];
  if (asked.reason === '') return [problem('REASON_NEEDED', '')];
  const { late, sheets } = readLate(district, facts, wave, intake);
  const chosen = late.filter(({ name, said }) =>
    asked.sheet === ALL_WAITING ? isWaiting(said) : name === asked.sheet,
  );
  // Everything that waited was said by the run before this one.
  if (chosen.length === 0 && asked.sheet !== ALL_WAITING) return [problem('NO_LATE_SHEET', code)];
  const fresh = chosen.filter(({ said }) => changesLate(said, decision));
  const branchOf = branchesOfMembers(facts, wave);
  const frozen = frozenBranches(facts.state, code);
  const locked = fresh.filter(({ submission }) => frozen.of(branchOf(submission.member)) !== null);
  if (locked.length > 0) return [problem('LOCKED', code, { at: wave.lockedAt ?? 0 })];
  if (fresh.length === 0) return 0;
  ensureIntake(district, facts.settings, wave.programme);
  const at = district.now();
  const rows = fresh.map(({ submission }) =>
    recordToCells(
      LATE_TAB,
      lateActRecord({
        at,
        by: district.email,
        decision,
        reason: asked.reason,
        wave: code,
        member: submission.member,
        responseId: submission.responseId,
        sentAt: submission.sentAt,
      }),
    ),
  );
  const baseOf = new Map(facts.setup.allBranches.map((branch) => [branch.code, branch.base]));
  const units = fresh.flatMap(({ submission }) => baseOf.get(branchOf(submission.member)) ?? []);
  setCollectState(sheets.state, code, touching(collectState(sheets.state, code), units));
  district.api.change(
    intake,
    [
      appendRows(LATE_TAB.sheetId, rows),
      ...besideTheSheets(district, facts, intake, fresh, decision),
      ...sheets.state.changes(),
    ],
    false,
  );
  return fresh.length;
}

function branchesOfMembers({ setup, state }: DistrictFacts, wave: Wave): (member: string) => string {
  const branchOf = new Map(
    [...rosterOfWave(state, setup, wave)].flatMap(([branch, members]) =>
      members.map((member) => [member.code, branch] as const),
    ),
  );
  return (member) => branchOf.get(member) ?? '';
}

/** What *Phiếu cần xử lý* shows as decided, so that nobody looks twice. */
function besideTheSheets(
  district: District,
  { setup }: DistrictFacts,
  intake: string,
  late: readonly LateSheet[],
  decision: LateDecision,
): readonly SheetsRequest[] {
  const [rows] = district.api.read(intake, [{ sheetId: UNMATCHED_TAB.sheetId }]);
  const table = readTable(UNMATCHED_TAB, rows ?? []);
  const byName = new Map(late.map((one) => [one.name, one.submission]));
  const memberByCode = new Map(setup.members.map((member) => [member.code, member]));
  return table.records.flatMap(({ row, cells }) => {
    const sentAt = momentOfCell(cells.sentAt ?? '') ?? 0;
    const submission = byName.get(submissionId({ responseId: textOfCell(cells.responseId), sentAt }));
    // Of a sheet that staff tied to its member the decision is whose it is: it stays.
    if (!submission || submission.matchedHow === 'PERSON') return [];
    const member = memberByCode.get(submission.member);
    const said =
      decision === 'ACCEPT'
        ? member
          ? nearMemberCell(member)
          : submission.member
        : decision === 'REFUSE'
          ? LATE_DECISION_WORDS.wordOf('REFUSE')
          : '';
    return (['decision', 'decidedBy'] as const).flatMap((key) => {
      const column = table.columns.get(key);
      const text = key === 'decision' ? said : said === '' ? '' : district.email;
      return column === undefined ? [] : [writeCells(UNMATCHED_TAB.sheetId, row, column, [[text]])];
    });
  });
}
