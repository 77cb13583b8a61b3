import { momentOf } from '../../src/programme/dates';
import { waveSheetId } from '../../src/workbook/sheet-ids';
import { agree, BASE, baseBook, codes, KEY, op, SECRETARY, STAFF, WAVE } from './base-book';

describe('openBranch', () => {
  it('shows the branch with its members, what they sent and who may write', () => {
    const view = baseBook().value('openBranch', KEY, SECRETARY);

    expect(view).toMatchObject({
      branch: 'P05-KP1',
      name: 'Chi đoàn Khu phố 1',
      role: 'BRANCH',
      canWrite: true,
      state: 'NOT_STARTED',
      round: 1,
      lastSeen: 0,
      brokenRows: 0,
      submissionsAt: momentOf('2014-04-09', 8, 30),
      missing: ['DV-1001', 'DV-1002', 'DV-1003'],
    });
    expect(view.criteria).toHaveLength(10);
    expect(view.members[0]).toMatchObject({
      code: 'DV-1001',
      name: 'Đoàn viên DV-1001',
      birthYear: '1995',
      registered: '1111111111',
      evidence: '1000001000',
      selfLevels: '3333333333',
      selfClass: 'AVERAGE',
      submission: `${momentOf('2014-03-25', 20, 15, 7) / 1000}/${momentOf('2014-04-06', 21, 5, 33) / 1000}`,
      state: 'SELF_ASSESSED',
      grade: null,
    });
  });

  it('costs five reads', () => {
    const book = baseBook();

    expect(book.run('openBranch', KEY, SECRETARY).calls.byService).toMatchObject({ 'Range.getValues': 5 });
    expect(book.run('openBranch', KEY, SECRETARY).calls.total).toBe(5);
    expect(book.run('openBranch', KEY, STAFF).calls.total).toBe(5);
  });

  it.each([
    ['begins too early', { first: 2, count: 3 }],
    ['is too short', { first: 5, count: 2 }],
    ['is too long', { first: 5, count: 9 }],
    ['points behind the tab', { first: 500, count: 3 }],
  ])('reads the tab whole when the hint %s', (_, hint) => {
    const book = baseBook({
      config: (config) => ({
        ...config,
        waves: config.waves.map((wave) => ({ ...wave, rows: { ...wave.rows, 'P05-KP2': hint } })),
      }),
    });

    const view = book.value('openBranch', { ...KEY, branch: 'P05-KP2' }, BASE);

    expect(view.members.map(({ code }) => code)).toEqual(['DV-2001', 'DV-2002', 'DV-2003']);
  });

  it('finds columns wherever they were moved, and says which is gone', () => {
    const book = baseBook();
    const sheet = book.sheet(waveSheetId(WAVE.code, 'members'));
    const swap = (column: number, other: number): void => {
      for (const row of sheet.rows)
        if (row) [row.v[column], row.v[other]] = [row.v[other] ?? null, row.v[column] ?? null];
    };
    swap(1, 2);

    expect(book.value('openBranch', KEY, SECRETARY).members[0]?.name).toBe('Đoàn viên DV-1001');

    sheet.rows[0]!.v[2] = 'ghi chú';

    expect(book.ask('openBranch', KEY, SECRETARY)).toMatchObject({
      ok: false,
      problems: [{ code: 'SHEET_CHANGED', data: { tab: 'Đợt I', column: 'Họ và tên' } }],
    });
  });

  it('stays under 100 kB for 100 members with everything filled in', () => {
    const book = baseBook({ membersABranch: 100 });
    const grades = Array.from({ length: 100 }, (_, index) =>
      agree(`DV-1${String(index + 1).padStart(3, '0')}`, {
        kind: 'grade',
        levels: '1111144444',
        reason: 'Chưa tham gia buổi sinh hoạt nào trong tháng, các việc hành động làm rất tốt',
        class: 'GOOD',
        data: {
          selfClass: 'AVERAGE',
          submission: '1/2',
          remark: 'Cố gắng hơn ở đợt sau, mạnh dạn phát biểu',
        },
      }),
    );
    book.value('saveGrades', { ...KEY, operation: op('a'), grades, lastSeen: 0 }, SECRETARY);

    const result = book.run('openBranch', KEY, SECRETARY);

    expect(Buffer.byteLength(String(result.value))).toBeLessThan(100_000);
    expect(book.value('openBranch', KEY, SECRETARY).members).toHaveLength(100);
  });

  it('says in Vietnamese what deserves a second look', () => {
    const book = baseBook();
    const grade = agree('DV-1001', { kind: 'grade', levels: '1333333334', reason: 'Vắng mặt' });
    book.value('saveGrades', { ...KEY, operation: op('a'), grades: [grade], lastSeen: 0 }, SECRETARY);

    expect(book.value('openBranch', KEY, SECRETARY).members[0]?.flags).toEqual([
      'Mức cao nhưng chưa có minh chứng',
      'Tự đánh giá và chi đoàn cách nhau hai mức',
    ]);
  });

  it('does not know waves and branches that are not in the book', () => {
    const book = baseBook();

    expect(codes(book.ask('openBranch', { ...KEY, wave: '2014-C4' }, SECRETARY))).toEqual([
      'UNKNOWN_WAVE 2014-C4',
    ]);
    expect(codes(book.ask('openBranch', { ...KEY, branch: 'P06-KP1' }, BASE))).toEqual([
      'UNKNOWN_BRANCH P06-KP1',
    ]);
    expect(codes(book.ask('openBranch', { ...KEY, branch: 'P05-KP2' }, SECRETARY))).toEqual([
      'NOT_ON_COMMITTEE',
    ]);
  });
});

describe('loadTexts', () => {
  it('gives the members’ own words, unchanged, for one read of the cache and one of the sheet', () => {
    const book = baseBook();
    book.value('loadTexts', KEY, SECRETARY);
    const result = book.run('loadTexts', { ...KEY, members: ['DV-1002'] }, SECRETARY);
    const { members } = JSON.parse(String(result.value)).value;

    expect(members).toHaveLength(1);
    expect(members[0].evidence).toEqual({ R1: 'Dự buổi nói chuyện ngày 26/3', A2: '=HYPERLINK("x")' });
    expect(members[0].commitments.R1.kind).toBe('SUGGESTED');
    expect(result.calls.total).toBe(2);
    expect(book.value('loadTexts', KEY, SECRETARY).members).toHaveLength(3);
  });
});
