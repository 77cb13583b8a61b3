import { CONTRACT_VERSION } from '../../src/contract/answer';
import { typeBeside } from '../../src/demo/people/typing';
import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { must, ROLE_ACCOUNT, valueOf, WAVE, type SmallDistrict } from './small-district';

const P05_BOOK = 'Sổ cơ sở – Đoàn Phường 5';
const CTY_BOOK = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';

let state: ReturnType<SmallDistrict['workspace']['snapshot']>;
let shared: SmallDistrict;

beforeAll(() => {
  shared = assessedDistrict();
  gradeAndSend(shared, 'CTY-CD', CTY_BOOK, 'bi.thu.cty@vidu.vn');
  must(shared.press('collectLedgers', WAVE.code));
  state = shared.workspace.snapshot();
}, 120_000);

beforeEach(() => {
  shared.workspace.restore(state);
  shared.workspace.faults([]);
});

let operations = 0;
/** Presses a job that must be told something first, and follows it until it ends. */
function pressWith(
  { ask }: SmallDistrict,
  job: 'recognise' | 'reopen' | 'inspect',
  answers: Readonly<Record<string, string>>,
) {
  operations += 1;
  const operation = `f${operations.toString(16)}`.padStart(32, '0');
  let view = valueOf(ask('startJob', { job, wave: WAVE.code, operation, answers }));
  while (view.state === 'RUNNING') view = valueOf(ask('continueJob', { key: view.key }));
  return view;
}

function ledgerRows(book: string, title: string): readonly Readonly<Record<string, unknown>>[] {
  return recordsOf(tabIn(bookNamed(shared.workspace, book).data, title));
}

describe('reminders', () => {
  it('are previewed in numbers, go only to who is behind, and stand in Tiến độ', () => {
    const preview = valueOf(shared.ask('previewJob', { job: 'remind', wave: WAVE.code }));
    must(shared.press('remind', WAVE.code));
    must(shared.press('summarise', WAVE.code));

    expect(preview.sentence).toMatch(
      /^Gửi email nhắc 1 đơn vị chưa xong \(3 thư\)\? Đây là lần nhắc thứ 1 trong tối đa 3 lần/,
    );
    expect(preview.texts?.map(({ to }) => to)).toEqual(['Chi đoàn Khu phố 1', 'Chi đoàn Khu phố 2']);
    const mails = shared.workspace.outbox();
    expect(mails.map(({ to }) => to).sort()).toEqual([
      'bch.p05@vidu.vn',
      'bi.thu.kp1@vidu.vn',
      'bi.thu.kp2@vidu.vn',
    ]);
    expect(mails.find(({ to }) => to === 'bi.thu.kp1@vidu.vn')?.subject).toMatch(
      /Chi đoàn Khu phố 1: còn 3 đoàn viên chưa đánh giá – hạn/,
    );
    const progress = recordsOf(districtTab(shared, 'Tiến độ'), 4);
    expect(progress.map(({ code, reminded }) => [code, reminded !== ''])).toEqual([
      ['P05-KP1', true],
      ['P05-KP2', true],
      ['CTY-CD', false],
    ]);
  });

  it('pressed twice in a day reach nobody twice, and at most three times a wave', () => {
    const day = 24 * 3_600_000;
    const counts: number[] = [];
    must(shared.press('remind', WAVE.code));
    must(shared.press('remind', WAVE.code));
    counts.push(shared.workspace.outbox().length);
    for (const later of [1, 2]) {
      shared.workspace.setClock(shared.workspace.now() + later * day);
      must(shared.press('remind', WAVE.code));
      counts.push(shared.workspace.outbox().length);
    }
    shared.workspace.setClock(shared.workspace.now() + day);

    const fourth = shared.press('remind', WAVE.code);

    expect(counts).toEqual([3, 6, 9]);
    expect(fourth.problems.map(({ code }) => code)).toEqual(['REMINDED_ENOUGH']);
    expect(shared.workspace.outbox()).toHaveLength(9);
  });

  it('killed at any call and pressed again, send no letter twice', () => {
    const keysAt = (at: number): { readonly sent: readonly string[]; readonly ends: string } => {
      shared.workspace.restore(state);
      shared.workspace.faults([{ at, do: 'kill' }]);
      let ends = '';
      for (let tries = 0; tries < 6 && ends !== 'DONE'; tries += 1)
        try {
          const view = valueOf(
            shared.ask('startJob', { job: 'remind', wave: WAVE.code, operation: 'c'.repeat(32) }),
          );
          let now = view;
          while (now.state === 'RUNNING') now = valueOf(shared.ask('continueJob', { key: now.key }));
          ends = now.state;
        } catch {
          // Killed: the person presses again.
          continue;
        }
      return { sent: shared.workspace.outbox().map(({ to }) => to), ends };
    };
    const results = Array.from({ length: 14 }, (_, index) => keysAt(3 + index * 3));

    for (const { sent, ends } of results) {
      expect(ends).toBe('DONE');
      expect(new Set(sent).size).toBe(sent.length);
      expect(sent.length).toBeGreaterThanOrEqual(2);
    }
  }, 60_000);
});

describe('recognising', () => {
  it('asks for number and day, recognises a base branch directly with its members, and says who is not ready', () => {
    const without = pressWith(shared, 'recognise', { unit: '*', number: '', day: '' });
    const done = must(pressWith(shared, 'recognise', { unit: '*', number: '12-QĐ/ĐTN', day: '2014-04-14' }));
    const again = must(pressWith(shared, 'recognise', { unit: '*', number: '12-QĐ/ĐTN', day: '2014-04-14' }));
    const notReady = pressWith(shared, 'recognise', { unit: 'P05', number: '12-QĐ/ĐTN', day: '2014-04-14' });

    expect(without.problems.map(({ code }) => code)).toEqual(['FIELD_MISSING', 'FIELD_MISSING']);
    expect(done.sentence).toBe('Đã công nhận 1 đơn vị; 1 đơn vị chưa gửi đủ kết quả.');
    expect(again.sentence).toBe('Đã công nhận 0 đơn vị; 1 đơn vị chưa gửi đủ kết quả.');
    expect(notReady.problems.map(({ code }) => code)).toEqual(['UNIT_NOT_READY']);
    const recognitions = ledgerRows(CTY_BOOK, 'Sổ Quận 2014').filter(({ kind }) => kind === 'Công nhận');
    expect(recognitions).toHaveLength(1);
    expect(String(recognitions[0]?.text)).toContain('Quyết định số 12-QĐ/ĐTN');
    const results = recordsOf(districtTab(shared, 'Kết quả đoàn viên'));
    expect(
      results.filter(({ base }) => base === 'Chi đoàn Công ty May Rạch Ông').map(({ state }) => state),
    ).toEqual(['Đã công nhận', 'Đã công nhận', 'Đã công nhận']);
  });
});

describe('reopening', () => {
  it('opens one branch of a locked wave with its reason, and leaves the others locked', () => {
    must(shared.press('lockWave', WAVE.code, 'Khu phố 2 khuyết Bí thư'));

    const without = pressWith(shared, 'reopen', { branch: 'P05-KP1', why: '' });
    must(pressWith(shared, 'reopen', { branch: 'P05-KP1', why: 'Nộp phiếu giấy muộn do mưa ngập' }));
    must(pressWith(shared, 'reopen', { branch: 'P05-KP1', why: 'Nộp phiếu giấy muộn do mưa ngập' }));

    expect(without.problems.map(({ code }) => code)).toEqual(['REASON_NEEDED']);
    const rows = ledgerRows(P05_BOOK, 'Sổ Quận 2014').filter(({ kind }) => kind === 'Mở lại');
    expect(rows.map(({ reason }) => reason)).toEqual(['Nộp phiếu giấy muộn do mưa ngập']);
    const states = recordsOf(districtTab(shared, 'Kết quả đoàn viên'))
      .filter(({ base }) => base === 'Đoàn Phường 5')
      .map(({ branch, state: now }) => `${String(branch)}: ${String(now)}`);
    expect(new Set(states.filter((one) => one.startsWith('Chi đoàn Khu phố 2')))).toEqual(
      new Set(['Chi đoàn Khu phố 2: Đã khóa']),
    );
    expect(states.some((one) => one === 'Chi đoàn Khu phố 1: Đã khóa')).toBe(false);
  });
});

describe('an inspection', () => {
  it('draws the same small sample for the same unit, wave and day, once', () => {
    must(pressWith(shared, 'inspect', { unit: 'P05', day: '2014-04-16', by: 'Cán bộ Quận đoàn' }));
    must(pressWith(shared, 'inspect', { unit: 'P05', day: '2014-04-16', by: 'Cán bộ Quận đoàn' }));

    const rows = recordsOf(districtTab(shared, 'Triển khai, kiểm tra'));
    expect(rows).toHaveLength(1);
    expect(String(rows[0]?.sample).match(/DV-\d\d/g)).toHaveLength(5);
  });
});

describe('the year', () => {
  it('proposes classes with their reasons and carries along what staff decided', () => {
    must(shared.press('year'));
    const before = recordsOf(districtTab(shared, 'Tổng hợp năm'));
    typeBeside(
      shared.workspace,
      { file: shared.book, title: 'Tổng hợp năm', as: ROLE_ACCOUNT },
      { header: 'Mã đoàn viên', text: 'DV-07' },
      { header: 'Xếp loại năm', text: 'Khá' },
    );
    must(shared.press('year'));

    const after = recordsOf(districtTab(shared, 'Tổng hợp năm'));
    const of = (rows: typeof after, code: string) => rows.find(({ member }) => member === code);
    expect(of(before, 'DV-07')?.proposed).not.toBe('');
    expect(of(before, 'DV-01')).toMatchObject({ proposed: 'Chưa đủ cơ sở xếp loại', missing: 'thiếu Đợt I' });
    expect(of(after, 'DV-07')?.decided).toBe('Khá');
    const emulation = recordsOf(districtTab(shared, 'Thi đua đơn vị'));
    expect(emulation.map(({ code }) => code)).toEqual(expect.arrayContaining(['P05', 'CTY']));
    for (const one of emulation) {
      const parts = Object.entries(one).filter(([key]) => key.startsWith('part.'));
      const sum = parts.reduce((all, [, value]) => all + Number(value), 0);
      expect(parts).toHaveLength(5);
      expect(Number(one.score)).toBeCloseTo(sum, 0);
    }
  });
});

describe('difficulties', () => {
  const raise = (): void => {
    const { workspace } = shared;
    const project = Object.values(workspace.state.projects).find((one) => one.kind === 'addon')?.id ?? '';
    const record = { kind: 'difficulty', text: 'Chi đoàn thiếu chỗ sinh hoạt' };
    const body = { wave: WAVE.code, branch: 'CTY-CD', operation: 'd'.repeat(32), record };
    const result = workspace.run(project, 'record', {
      as: 'bi.thu.cty@vidu.vn',
      args: [JSON.stringify({ v: CONTRACT_VERSION, body })],
      from: 'page',
      document: bookNamed(workspace, CTY_BOOK).id,
    });
    if (!JSON.parse(String(result.value)).ok) throw new Error(String(result.value));
  };

  it('come into one list with a day, and an answer typed there travels back to the unit once', () => {
    raise();
    must(shared.press('difficulties', WAVE.code));
    const listed = recordsOf(districtTab(shared, 'Khó khăn, vướng mắc'));
    const cell = { header: 'Nội dung', text: 'Chi đoàn thiếu chỗ sinh hoạt' };
    const of = { file: shared.book, title: 'Khó khăn, vướng mắc', as: ROLE_ACCOUNT };
    typeBeside(shared.workspace, of, cell, { header: 'Người giải quyết', text: 'Ban Phong trào' });
    typeBeside(shared.workspace, of, cell, {
      header: 'Trả lời',
      text: 'Mượn hội trường phường, tối thứ Sáu',
    });
    must(shared.press('difficulties', WAVE.code));
    must(shared.press('difficulties', WAVE.code));

    expect(listed).toHaveLength(1);
    expect(listed[0]).toMatchObject({ unit: 'Chi đoàn Công ty May Rạch Ông', state: 'Mới nêu' });
    expect(listed[0]?.due).not.toBe('');
    const [after, ...more] = recordsOf(districtTab(shared, 'Khó khăn, vướng mắc'));
    expect(more).toEqual([]);
    expect(after).toMatchObject({
      state: 'Đã trả lời',
      owner: 'Ban Phong trào',
      answer: 'Mượn hội trường phường, tối thứ Sáu',
    });
    const answers = ledgerRows(CTY_BOOK, 'Sổ Quận 2014').filter(({ kind }) => kind === 'Trả lời');
    expect(answers.map(({ text }) => text)).toEqual(['Mượn hội trường phường, tối thứ Sáu']);
  });

  it('answered well are shared with all units on their Bắt đầu, without the name of who asked', () => {
    raise();
    must(shared.press('difficulties', WAVE.code));
    const cell = { header: 'Nội dung', text: 'Chi đoàn thiếu chỗ sinh hoạt' };
    const of = { file: shared.book, title: 'Khó khăn, vướng mắc', as: ROLE_ACCOUNT };
    typeBeside(shared.workspace, of, cell, { header: 'Trả lời', text: 'Mượn hội trường phường' });
    must(shared.press('difficulties', WAVE.code));
    const told = (book: string): readonly unknown[] =>
      ledgerRows(book, 'Bắt đầu').map(({ item, value }) => `${String(item)}: ${String(value)}`);
    const before = told(P05_BOOK);
    typeBeside(shared.workspace, of, cell, { header: 'Chia sẻ cho các đơn vị', text: 'Có' });

    const view = must(shared.press('difficulties', WAVE.code));
    const again = must(shared.press('difficulties', WAVE.code));
    const after = told(P05_BOOK);
    must(shared.press('createBooks'));

    const line = 'Chi đoàn thiếu chỗ sinh hoạt: Mượn hội trường phường';
    expect(before).not.toContain(line);
    expect(after).toContain(line);
    expect(after.join(' ')).not.toContain('May Rạch Ông');
    expect(told(P05_BOOK)).toEqual(after);
    expect(told('Sổ cơ sở – Đoàn Trường THPT Kênh Đôi')).toContain(line);
    expect([view.total, again.total]).toEqual([5, 2]);
  });

  it('past their day without an answer grow old in the list, in the officer’s letter and in the report', () => {
    raise();
    must(shared.press('difficulties', WAVE.code));
    shared.workspace.setClock(shared.workspace.now() + 7 * 24 * 3_600_000);
    must(shared.press('difficulties', WAVE.code));
    must(shared.press('collectLedgers', WAVE.code));
    must(shared.press('report', WAVE.code));

    const { health } = valueOf(shared.ask('consoleState', {}));
    expect(health.find(({ job }) => job === 'difficulties')).toMatchObject({
      bad: true,
      text: expect.stringMatching(/^1 vướng mắc chờ trả lời, 1 quá hạn/),
    });
    expect(recordsOf(districtTab(shared, 'Khó khăn, vướng mắc'))[0]).toMatchObject({ state: 'Quá hạn' });
    const report = Object.values(shared.workspace.state.files).find(({ name }) => name.startsWith('Báo cáo'));
    const said = /tiếp nhận [^.]*quá hạn \d+/.exec(JSON.stringify(report?.data))?.[0];
    expect(said).toBe('tiếp nhận 01, đã giải quyết 0, đang giải quyết 0, quá hạn 01');
  });
});

describe('all summaries at once', () => {
  it('are drawn as each wave alone draws them', () => {
    must(shared.press('summarise', WAVE.code));
    const alone = recordsOf(districtTab(shared, 'Tổng hợp Đợt I'), 4);
    must(shared.press('summarise', ''));

    expect(alone.length).toBeGreaterThan(3);
    expect(recordsOf(districtTab(shared, 'Tổng hợp Đợt I'), 4)).toEqual(alone);
  });
});
