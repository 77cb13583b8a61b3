import type { ConsoleView, JobPreview } from '../../src/contract/district';
import { columnBlocks } from '../../src/district/redact-columns';
import { wordsKeptUntil } from '../../src/programme/retention';
import { readLog } from '../../src/workbook/log-tab';
import { agreeing, phoneDistrict, typeRow } from './by-hand-typing';
import { bookNamed, digest, districtTab, recordsOf, seen, tabIn, type Seen } from './books';
import { formId } from './sheets';
import { must, ROLE_ACCOUNT, STRANGER, valueOf, WAVE, type SmallDistrict } from './small-district';
import {
  closedYear,
  DAY_AFTER,
  EVIDENCE,
  LATE_REASON,
  openYear,
  P05,
  placesOf,
  press,
  retain,
  WORDS,
  YEAR_REASON,
} from './wordy-year';

const INTAKE = 'Sổ tiếp nhận phiếu 2014';
const LAST_DAY = '2015-12-31T23:00:00+07:00';
const TYPED = 'Nghỉ sinh hoạt vì ôn thi';

const preview = (district: SmallDistrict): JobPreview =>
  valueOf(district.ask('previewJob', { job: 'retain', wave: '' }));
const consoleOf = (district: SmallDistrict): ConsoleView =>
  valueOf(district.ask('consoleState', { wave: WAVE.code }));

/** Whether the console's step offers it, or *Tình trạng* calls for it. */
function offers({ steps, health }: ConsoleView): boolean {
  return steps.some(({ more }) => more.includes('retain')) || health.some(({ job }) => job === 'retain');
}

/** Figures that must hold: results with names, summaries, the year. */
function figuresOf(district: SmallDistrict) {
  const without = (title: string, keys: readonly string[]): readonly Readonly<Record<string, Seen>>[] =>
    recordsOf(districtTab(district, title)).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key))),
    );
  return {
    results: without('Kết quả đoàn viên', []),
    summary: districtTab(district, 'Tổng hợp Đợt I').rows.slice(3),
    year: without('Tổng hợp năm', ['reason', 'note']),
    folds: recordsOf(districtTab(district, '_gop')).filter(
      ({ name }) => !String(name).startsWith('decided:'),
    ),
    difficulties: without('Khó khăn, vướng mắc', ['text', 'answer']),
  };
}

describe('the words of a year whose time is over', () => {
  it('are in no workbook, no archive, no export, no log and no form’s store any more', () => {
    const district = closedYear();
    const before = WORDS.map((text) => placesOf(district, text).length);
    const beside = placesOf(district, YEAR_REASON).filter((place) => place.includes('_gop'));
    const asked = placesOf(district, LATE_REASON).filter((place) => place.includes('Việc chờ'));
    const ran = JSON.stringify(district.workspace.state.properties).includes(LATE_REASON);

    must(retain(district));

    expect(before.map((places) => places > 0)).toEqual(WORDS.map(() => true));
    expect([beside.length, asked.length, ran]).toEqual([1, 1, true]);
    for (const text of WORDS) expect([text, placesOf(district, text)]).toEqual([text, []]);
    const properties = JSON.stringify(district.workspace.state.properties);
    for (const text of WORDS) expect([text, properties.includes(text)]).toEqual([text, false]);
    const form = district.workspace.state.files[formId(district)]?.data as {
      readonly responses: { readonly ids: readonly string[] };
    };
    expect(form.responses.ids).toHaveLength(0);
  });

  it('leave every class, figure, row, number and name as it was, also when all is collected and summed up anew', () => {
    const district = closedYear();
    const before = JSON.stringify(figuresOf(district));
    const ledger = (): readonly unknown[] =>
      recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Chi đoàn Khu phố 1 2014'), 2).map(
        (row) => [row.seq, row.at, row.subject, row.R1, row.class, row.check],
      );
    const sheets = (): readonly unknown[] =>
      recordsOf(tabIn(bookNamed(district.workspace, INTAKE).data, 'Tự đánh giá – Đợt I')).map((row) => [
        row.responseId,
        row.sentAt,
        row.member,
        row['level.R1'],
        row.ownClass,
      ]);
    const [rows, sent] = [ledger(), sheets()];

    must(retain(district));
    const erased = JSON.stringify(figuresOf(district));
    for (const job of ['push', 'collectLedgers', 'difficulties', 'summarise'] as const)
      must(district.press(job, WAVE.code));

    expect(erased === before).toBe(true);
    expect(ledger()).toEqual(rows);
    expect(sheets()).toEqual(sent);
    expect(rows.length).toBeGreaterThan(1);
    const { results, year, summary } = figuresOf(district);
    const first = JSON.parse(before) as ReturnType<typeof figuresOf>;
    expect(results).toEqual(first.results);
    expect(JSON.stringify(summary)).toBe(JSON.stringify(first.summary));
    expect(year.map((row) => row.fullName)).toContain('Nguyễn Thị Ánh');
  });

  it('are no tampering, and the night brings none of them back', () => {
    const district = closedYear();

    must(retain(district));
    district.workspace.setClock(district.workspace.now() + 20 * 3_600_000);
    const night = district.run('nightly', ROLE_ACCOUNT);
    const view = must(district.press('collectLedgers', WAVE.code));

    expect(night.ok).toBe(true);
    expect(view.sentence).not.toMatch(/cần xem lại|khôi phục/);
    const log = readLog(
      districtTab(district, 'Nhật ký').rows.map((row) => (row?.v ?? []).map((cell) => seen(cell))),
    );
    expect(log.brokenRows).toEqual([]);
    expect(
      log.entries.filter(({ what }) => what === 'Xóa lời văn đã hết hạn').map(({ detail }) => detail),
    ).toEqual(['Năm 2014, giữ đến hết ngày 31/12/2015']);
    const acts = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Sổ Quận 2014'));
    expect(acts.map(({ kind, subject, reason }) => [kind, subject, reason])).toContainEqual([
      'Xóa theo yêu cầu',
      'P05',
      'Hết hạn giữ nội dung chi tiết năm 2014 (31/12/2015)',
    ]);
    for (const text of WORDS) expect([text, placesOf(district, text)]).toEqual([text, []]);
  });

  it('are found gone by whoever presses again: nothing changes', () => {
    const district = closedYear();
    must(retain(district));
    const books = JSON.stringify(digest(district.workspace));

    const view = must(retain(district));

    expect(view.sentence).toContain('Đã xóa lời văn ở 0 dòng');
    expect(JSON.stringify(digest(district.workspace))).toBe(books);
  });

  it('are gone from what a branch typed on a phone too, and nothing typed is taken over anew', () => {
    const district = phoneDistrict();
    typeRow(district, 'DV-01', agreeing({ class: 'Trung bình', reason: TYPED }));
    must(district.press('collectLedgers', WAVE.code));
    must(district.press('collectLedgers', WAVE.code));
    district.workspace.setClock('2014-06-02T08:00:00+07:00');
    must(district.press('lockWave', WAVE.code, 'Khuyết Bí thư'));
    const [places, results] = [
      placesOf(district, TYPED),
      recordsOf(districtTab(district, 'Kết quả đoàn viên')),
    ];
    district.workspace.setClock(DAY_AFTER);

    must(retain(district));
    must(district.press('collectLedgers', WAVE.code));

    expect(places.filter((place) => place.includes('Nhập tay')).length).toBe(1);
    expect(places.filter((place) => place.includes('Sổ Quận')).length).toBeGreaterThan(1);
    expect(placesOf(district, TYPED)).toEqual([]);
    expect(recordsOf(districtTab(district, 'Kết quả đoàn viên'))).toEqual(results);
  });

  it('cost a few calls a workbook', () => {
    const district = closedYear();
    const { key } = valueOf(
      district.ask('startJob', {
        job: 'retain',
        wave: '',
        operation: 'f'.repeat(32),
        answers: { year: '2014' },
      }),
    );

    const { calls, ok } = district.run('continueJob', ROLE_ACCOUNT, { key });

    expect(ok).toBe(true);
    // The form; five tabs of sheets, a write a tab; of the two units their book, Nhật ký and the list; the archive; what is told: none grows with members.
    expect(calls.byService['Form.deleteAllResponses']).toBe(1);
    expect(calls.byService['Sheets.Spreadsheets.batchUpdate']).toBeLessThanOrEqual(17);
    expect(calls.byService['Sheets.Spreadsheets.Values.batchGetByDataFilter']).toBeLessThanOrEqual(25);
  });
});

describe('a year whose words are still kept', () => {
  it('is refused to the end of the last day', () => {
    const district = closedYear(LAST_DAY);
    const books = JSON.stringify(digest(district.workspace));

    expect(preview(district).problems.map(({ code, data }) => [code, data])).toEqual([
      ['WORDS_STILL_KEPT', { programme: '2014', until: '31/12/2015' }],
    ]);
    expect(retain(district).problems.map(({ code }) => code)).toEqual(['WORDS_STILL_KEPT']);
    expect(retain(district, '').problems.map(({ code }) => code)).toEqual(['FIELD_MISSING']);
    expect(retain(district, '2013').problems.map(({ code }) => code)).toEqual(['NO_CLOSED_YEAR']);
    expect(JSON.stringify(digest(district.workspace))).toBe(books);
    expect(offers(consoleOf(district))).toBe(false);
  });

  it('is refused while a wave of it is not locked', () => {
    const district = openYear(DAY_AFTER);

    expect(preview(district).problems.map(({ code }) => code)).toEqual(['YEAR_NOT_CLOSED']);
    expect(retain(district).problems.map(({ code }) => code)).toEqual(['YEAR_NOT_CLOSED']);
    expect(placesOf(district, EVIDENCE)).not.toEqual([]);
  });

  it('is nobody’s to erase but the staff’s', () => {
    const district = closedYear();
    const asked = {
      job: 'retain',
      wave: '',
      operation: 'f'.repeat(32),
      answers: { year: '2014' },
    } as const;

    expect(() => district.ask('startJob', asked, STRANGER)).toThrow('permission');
  });
});

describe('the console', () => {
  it('says which year is due and how much it is, and is silent once it is done', () => {
    const district = closedYear();
    const asked = preview(district);
    const due = consoleOf(district);

    must(retain(district));
    const done = consoleOf(district);

    expect(asked.problems).toEqual([]);
    expect(asked.fields?.[0]?.value).toBe('2014');
    expect(asked.sentence).toMatch(
      /Năm 2014, giữ đến hết ngày 31\/12\/2015: 20 phiếu, \d+ dòng đánh giá, 2 sổ cơ sở\./,
    );
    expect(due.health.find(({ job }) => job === 'retain')?.text).toContain('năm 2014');
    expect(due.steps.find(({ step }) => step === 'YEAR')?.more).toContain('retain');
    expect(offers(done)).toBe(false);
  });
});

describe('the cells of a column', () => {
  it('are written in blocks: over cells that are right already, not over what is right but otherwise spelt', () => {
    const cells = [
      { row: 4, was: '', now: '' },
      { row: 5, was: 'a', now: '' },
      { row: 6, was: '', now: '' },
      { row: 7, was: 'b', now: '' },
      { row: 8, was: ' x', now: 'x' },
      { row: 9, was: 'c', now: '' },
      { row: 11, was: 'd', now: '' },
      { row: 12, was: '', now: '' },
    ];

    const blocks = columnBlocks(7, 2, cells).map(({ updateCells }) => [
      updateCells?.start?.rowIndex,
      updateCells?.rows?.length,
    ]);

    expect(blocks).toEqual([
      [5, 3],
      [9, 1],
      [11, 1],
    ]);
  });
});

describe('the day to which words are kept', () => {
  it('of a year that is over stays where it was when another year begins', () => {
    const district = closedYear('2015-01-05T08:00:00+07:00');
    must(press(district, 'newProgramme', { year: '2015' }));
    district.workspace.setClock(LAST_DAY);
    const before = retain(district).problems.map(({ code, data }) => [code, data.until]);
    district.workspace.setClock(DAY_AFTER);

    expect(before).toEqual([['WORDS_STILL_KEPT', '31/12/2015']]);
    expect(offers(consoleOf(district))).toBe(true);
    must(retain(district));
    expect(placesOf(district, EVIDENCE)).toEqual([]);
    expect(
      recordsOf(districtTab(district, 'Thiết lập')).find(({ key }) => key === 'Giữ nội dung chi tiết đến')
        ?.value,
    ).toBe(42_735);
  });

  it('is as many years earlier for a year before', () => {
    const kept = { day: '2016-12-31', year: '2015' };

    expect(wordsKeptUntil(kept, '2015')).toBe('2016-12-31');
    expect(wordsKeptUntil(kept, '2014')).toBe('2015-12-31');
    expect(wordsKeptUntil({ day: '', year: '2015' }, '2014')).toBe('');
  });
});
