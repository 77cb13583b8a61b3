import * as fc from 'fast-check';
import { CRITERION_CODES, TARGET_GROUPS } from '../../src/programme/criteria';
import { momentOf } from '../../src/programme/dates';
import { GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import { PRESET_2014 } from '../../src/programme/presets';
import type { Registration, SelfAssessment, Submission } from '../../src/programme/submission';
import type { Wave } from '../../src/programme/wave';
import { commitmentCell, commitmentOfCell } from '../../src/workbook/commitment-cells';
import { submissionFromRow, submissionToRow } from '../../src/workbook/submission-rows';
import { registrationsTab, selfAssessmentsTab, UNMATCHED_TAB } from '../../src/workbook/submission-tabs';
import { newTabRows, readTable } from '../../src/workbook/tab';
import {
  decisionRecord,
  NOT_OURS,
  unmatchedDecision,
  unmatchedRow,
  withDecisions,
} from '../../src/workbook/unmatched-rows';
import { person } from './setup-builder';

const WAVE = GENERAL_CALENDAR_2014[0] as Wave;
const text = fc.string({ unit: 'grapheme', maxLength: 30 });
const identity = {
  responseId: fc.stringMatching(/^[A-Za-z0-9_-]{8,20}$/),
  sentAt: fc.integer({ min: 1_390_000_000, max: 1_400_000_000 }).map((seconds) => seconds * 1000),
  formId: fc.constant('F1'),
  wave: fc.constant(WAVE.code),
  typedCode: text,
  typedName: text,
  typedBirthDate: text,
  linkBranch: fc.constantFrom('', 'P05-KP3'),
  member: fc.constantFrom('', 'DV-000123'),
  matchedHow: fc.constantFrom('', 'LINK', 'CODE', 'NAME', 'PERSON'),
  signature: text,
} as const;
const commitment = fc.record({
  kind: fc.constantFrom('SUGGESTED', 'OWN'),
  text: fc.oneof(text, fc.constantFrom('Như gợi ý: x', 'Việc khác: y', 'Như gợi ý', '')),
});
const byCriterion = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T | undefined>> =>
  fc.record(Object.fromEntries(CRITERION_CODES.map((code) => [code, value])), { requiredKeys: [] });
const registrations = fc.record({
  ...identity,
  kind: fc.constant('REGISTRATION'),
  group: fc.constantFrom('', ...TARGET_GROUPS),
  commitments: byCriterion(commitment),
  consent: fc.boolean(),
}) as fc.Arbitrary<Registration>;
const ratings = fc.constantFrom('', 'EXCELLENT', 'GOOD', 'AVERAGE', 'WEAK');
const selfAssessments = fc.record({
  ...identity,
  kind: fc.constant('SELF_ASSESSMENT'),
  levels: fc.stringMatching(/^[0-4_]{10}$/),
  evidence: byCriterion(text.filter((one) => one !== '')),
  ownClass: fc.constantFrom('', 'EXCELLENT', 'WEAK'),
  branchRating: ratings,
  unitRating: ratings,
  difficulties: text,
}) as fc.Arbitrary<SelfAssessment>;

function again(submission: Submission): Submission | null {
  const definition = submission.kind === 'REGISTRATION' ? registrationsTab(WAVE) : selfAssessmentsTab(WAVE);
  const rows = newTabRows(definition, [submissionToRow(submission, PRESET_2014)]);
  const [row] = readTable(definition, rows).records;
  if (!row) throw new Error('No row was written');
  return submissionFromRow(submission.kind, WAVE.code, row, PRESET_2014);
}

describe('submissionToRow', () => {
  it('is read back as the same registration', () => {
    fc.assert(
      fc.property(registrations, (sheet) => {
        expect(again(sheet)).toEqual(sheet);
      }),
    );
  });

  it('is read back as the same self-assessment', () => {
    fc.assert(
      fc.property(selfAssessments, (sheet) => {
        expect(again(sheet)).toEqual(sheet);
      }),
    );
  });

  it('shows words, not codes', () => {
    const [sheet] = fc.sample(selfAssessments, { numRuns: 1, seed: 1 });
    const cells = submissionToRow(
      { ...(sheet as SelfAssessment), levels: '43210_4444', branchRating: '' },
      PRESET_2014,
    );

    expect([cells['level.R1'], cells['level.R4'], cells['level.R5'], cells['level.A1']]).toEqual([
      'Hoàn thành tốt',
      'Chưa thực hiện',
      'Không đăng ký',
      '',
    ]);
    expect(cells.branchRating).toBe('Không có ý kiến');
  });
});

describe('commitmentOfCell', () => {
  it('tells a suggestion taken over from own words', () => {
    expect(commitmentCell({ kind: 'SUGGESTED', text: 'Dự chào cờ' })).toBe('Như gợi ý: Dự chào cờ');
    expect(commitmentCell({ kind: 'OWN', text: 'Dạy em học' })).toBe('Dạy em học');
    expect(commitmentOfCell('Như gợi ý:')).toEqual({ kind: 'SUGGESTED', text: '' });
    expect(commitmentOfCell(' ')).toBeNull();
  });
});

describe('submissionFromRow', () => {
  it('takes no row that has no id or no time', () => {
    expect(
      submissionFromRow('REGISTRATION', WAVE.code, { row: 2, cells: { sentAt: 41700 } }, PRESET_2014),
    ).toBeNull();
    expect(
      submissionFromRow('REGISTRATION', WAVE.code, { row: 2, cells: { responseId: 'a' } }, PRESET_2014),
    ).toBeNull();
  });
});

describe('unmatchedDecision', () => {
  const [sheet] = fc.sample(registrations, { numRuns: 1, seed: 7 });
  const submission = {
    ...(sheet as Registration),
    member: '',
    matchedHow: '' as const,
    sentAt: momentOf('2014-03-25', 20),
  };
  const near = [person('DV-1', { fullName: 'Nguyễn Thị Ánh' }), person('DV-2')];
  const row = (decision: string): ReturnType<typeof unmatchedDecision> => {
    const record = { ...unmatchedRow({ submission, reason: 'BIRTH_DATE_DIFFERS', nearest: near }), decision };
    const [read] = readTable(UNMATCHED_TAB, newTabRows(UNMATCHED_TAB, [record])).records;
    if (!read) throw new Error('No row was written');
    return unmatchedDecision(read);
  };

  it('shows the reason and the nearest members', () => {
    expect(unmatchedRow({ submission, reason: 'BIRTH_DATE_DIFFERS', nearest: near })).toMatchObject({
      reason: 'ngày sinh khác danh sách',
      near1: 'DV-1 · Nguyễn Thị Ánh · 05/09/1994',
      near3: '',
    });
  });

  it.each<[string, string | null]>([
    ['2', 'DV-2'],
    ['DV-1 · Nguyễn Thị Ánh · 05/09/1994', 'DV-1'],
    ['DV-77', 'DV-77'],
    [NOT_OURS, null],
  ])('reads "%s" as %s', (typed, member) => {
    expect(row(typed)?.member).toBe(member);
  });

  it('reads what the console writes', () => {
    const chosen = decisionRecord(person('DV-2'), 'binh@example.com');

    expect(row(String(chosen.decision))?.member).toBe('DV-2');
    expect(row(String(decisionRecord(null, '').decision))?.member).toBeNull();
  });

  it('is none while the cell is empty or names a place that is empty', () => {
    expect(row('')).toBeNull();
    expect(row('3')).toBeNull();
  });

  it('ties the sheet to the member without touching its row', () => {
    const decision = row('2');
    if (!decision) throw new Error('No decision');

    expect(withDecisions([submission], [decision])).toEqual([
      { ...submission, member: 'DV-2', matchedHow: 'PERSON' },
    ]);
    expect(withDecisions([submission], [{ ...decision, member: null }])).toEqual([submission]);
  });
});
