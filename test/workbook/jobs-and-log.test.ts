import { momentOf } from '../../src/programme/dates';
import {
  jobProgressFrom,
  jobProgressRecord,
  jobRequestRecord,
  jobRequestsFrom,
  JOBS_ASKED_TAB,
  JOBS_DONE_TAB,
} from '../../src/workbook/jobs-tabs';
import { appendRowsFor, EMPTY_LEDGER } from '../../src/workbook/ledger-rows';
import {
  copiedCells,
  logEntryOfRow,
  logRowsFor,
  LOG_TAB,
  readLog,
  type LogEntry,
} from '../../src/workbook/log-tab';
import { healthLine, startRows } from '../../src/workbook/start-tab';
import { headerRow, keyRow, newTabRows } from '../../src/workbook/tab';
import { BRANCH_LEDGER } from '../programme/ledger-builder';

const AT = momentOf('2014-04-12', 8);

describe('Việc chờ and Việc đã làm', () => {
  it('give back what was written, and pass over rows typed in', () => {
    const request = {
      request: 'r1',
      job: 'openWave',
      args: { wave: '2014-C1' },
      what: 'Mở đợt',
      for: 'Đợt I',
      askedBy: 'binh@example.com',
      askedAt: AT,
    };
    const progress = {
      request: 'r1',
      what: 'Mở đợt',
      for: 'Đợt I',
      askedBy: 'binh@example.com',
      state: 'RUNNING' as const,
      done: 3,
      total: 46,
      lastError: '',
      startedAt: AT,
      endedAt: null,
      cursor: '{"next":3}',
    };

    const asked = newTabRows(JOBS_ASKED_TAB, [jobRequestRecord(request), { what: 'Mở đợt giúp em' }]);
    const done = newTabRows(JOBS_DONE_TAB, [jobProgressRecord(progress)]);

    expect(jobRequestsFrom(asked)).toEqual([request]);
    expect(jobProgressFrom(done)).toEqual([{ ...progress, row: 2 }]);
  });
});

describe('Nhật ký', () => {
  const [cells = []] = appendRowsFor(
    [
      {
        ledger: BRANCH_LEDGER,
        kind: 'grade',
        wave: '2014-C1',
        round: 1,
        subject: 'DV-1',
        levels: '4444444444',
        class: 'GOOD',
        reason: '',
        text: 'Đánh giá Nguyễn Văn A: Khá',
        data: {},
        operation: 'a/01',
      },
    ],
    EMPTY_LEDGER,
    { actor: 'kp3@example.com', at: AT },
  ).rows;
  const act: LogEntry = {
    at: AT,
    actor: 'binh@example.com',
    what: 'Mở đợt',
    related: '',
    detail: 'Mở Đợt I',
    data: {},
  };
  const { rows, tail } = logRowsFor([act, logEntryOfRow(BRANCH_LEDGER, cells), act]);
  const head = [keyRow(LOG_TAB), headerRow(LOG_TAB)];

  it('keeps a copy of a ledger row from which the row can be made again', () => {
    const reading = readLog([...head, ...rows]);

    expect(reading.entries.map((entry) => entry.seq)).toEqual([1, 2, 3]);
    expect(reading).toMatchObject({ ...tail, brokenRows: [] });
    const [, copy] = reading.entries;
    expect(copy).toMatchObject({ related: `${BRANCH_LEDGER}#1`, detail: 'Đánh giá Nguyễn Văn A: Khá' });
    expect(copy && copiedCells(copy)).toEqual(cells);
    expect(copiedCells(act)).toBeNull();
  });

  it('shows a changed row', () => {
    const changed = rows.map((row, index) =>
      index === 1 ? row.map((cell, at) => (at === 5 ? 'khác' : cell)) : row,
    );

    const reading = readLog([...head, ...changed, ['', '', 'ai đó']]);

    expect(reading.brokenRows).toEqual([3, 5]);
    expect(reading.entries.map((entry) => entry.seq)).toEqual([1, 3]);
  });
});

describe('Bắt đầu', () => {
  it('tells a job that has not run for long, and one that went wrong', () => {
    const health = { what: 'Nhận phiếu', lastRun: AT, everyMs: 600_000, lastError: '' };

    expect(healthLine(health, AT + 600_000).note).toBe('');
    expect(healthLine(health, AT + 3_600_000).note).toContain('Đã lâu chưa chạy');
    expect(healthLine({ ...health, lastError: 'Google bận' }, AT).note).toBe('Google bận');
    expect(healthLine({ ...health, lastRun: null }, AT).value).toBe('Chưa chạy lần nào');
    expect(startRows([{ item: 'Việc nên làm' }])[2]).toEqual(['Việc nên làm', '', '', '']);
  });
});
