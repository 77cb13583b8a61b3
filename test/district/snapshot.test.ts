import { typeBeside } from '../../src/demo/people/typing';
import { bookNamed, districtTab, recordsOf, seen, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { must, ROLE_ACCOUNT, valueOf, WAVE, type SmallDistrict } from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const CTY = 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông';
const SUMMARIES = ['Tổng hợp Đợt I', 'Theo đối tượng', 'Theo tiêu chí'] as const;
/** When the figures hold, and what staff wrote themselves. */
const BESIDE = new Set(['note']);

function lockedDistrict(): SmallDistrict {
  const district = assessedDistrict();
  gradeAndSend(district, 'P05-KP1', P05, 'bi.thu.kp1@vidu.vn');
  gradeAndSend(district, 'P05-KP2', P05, 'bi.thu.kp2@vidu.vn');
  gradeAndSend(district, 'CTY-CD', CTY, 'bi.thu.cty@vidu.vn');
  must(district.press('collectLedgers', WAVE.code));
  must(district.press('summarise', WAVE.code));
  must(district.press('lockWave', WAVE.code));
  return district;
}

/** The tables of the three summaries, without the line of their time. */
function figures(district: SmallDistrict): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    SUMMARIES.map((title) => [
      title,
      recordsOf(districtTab(district, title), 4).map((row) =>
        Object.fromEntries(Object.entries(row).filter(([key]) => !BESIDE.has(key))),
      ),
    ]),
  );
}

function type(
  { workspace, book }: SmallDistrict,
  title: string,
  [header, text]: readonly [string, string],
  [column, value]: readonly [string, string],
): void {
  typeBeside(
    workspace,
    { file: book, title, as: ROLE_ACCOUNT },
    { header, text },
    { header: column, text: value },
  );
}

function drawAgain(district: SmallDistrict): Readonly<Record<string, unknown>> {
  must(district.press('collectLedgers', WAVE.code));
  must(district.press('summarise', WAVE.code));
  return figures(district);
}

describe('the figures of a locked wave', () => {
  const CHANGES: readonly (readonly [string, (district: SmallDistrict) => void])[] = [
    [
      'a scale of other classes, applied',
      (district) => {
        type(
          district,
          'Thiết lập',
          ['Mục', 'Thang xếp loại'],
          ['Giá trị', 'Năm mức theo điểm (91, 81, 71, 51)'],
        );
        must(district.press('applyRules'));
      },
    ],
    [
      'a unit renamed and moved to another khối',
      (district) => {
        type(district, 'Đơn vị', ['Mã đơn vị', 'P05'], ['Tên đơn vị', 'Đoàn Phường 5 mới']);
        type(district, 'Đơn vị', ['Mã đơn vị', 'P05'], ['Khối', 'Công chức, viên chức']);
      },
    ],
    [
      'a branch that went over to another unit, as when units are merged',
      (district) => {
        type(district, 'Đơn vị', ['Mã đơn vị', 'CTY'], ['Loại hình', 'Đoàn cơ sở']);
        type(district, 'Chi đoàn', ['Mã chi đoàn', 'P05-KP2'], ['Đơn vị', 'CTY']);
      },
    ],
    [
      'members of another group, no longer to be classed',
      (district) => {
        type(district, 'Đoàn viên', ['Mã đoàn viên', 'DV-01'], ['Đối tượng', 'Sinh viên, học viên']);
        type(district, 'Đoàn viên', ['Mã đoàn viên', 'DV-02'], ['Thuộc diện xếp loại', 'Không']);
      },
    ],
    [
      'a branch renamed',
      (district) =>
        type(district, 'Chi đoàn', ['Mã chi đoàn', 'P05-KP1'], ['Tên chi đoàn', 'Chi đoàn Khu phố 1A']),
    ],
  ];

  it.each(CHANGES)('stay as they were after %s', (_what, change) => {
    const district = lockedDistrict();
    must(district.press('summarise', WAVE.code));
    const before = figures(district);

    change(district);
    must(district.press('push', WAVE.code));

    expect(Object.values(before).every((rows) => (rows as readonly unknown[]).length > 0)).toBe(true);
    expect(drawAgain(district)).toEqual(before);
  });

  it('stay when a branch that was reopened is the only thing that counts anew', () => {
    const district = lockedDistrict();
    const before = drawAgain(district);
    const preview = district.ask('startJob', {
      job: 'reopen',
      wave: WAVE.code,
      operation: 'c'.repeat(32),
      answers: { branch: 'P05-KP1', why: 'Nộp muộn' },
    });
    let view = valueOf(preview);
    while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));
    must(view);

    type(district, 'Đoàn viên', ['Mã đoàn viên', 'DV-07'], ['Thuộc diện xếp loại', 'Không']);
    must(district.press('push', WAVE.code));
    const after = drawAgain(district);

    const rowOf = (all: typeof before, code: string): Record<string, unknown> | undefined =>
      (all['Tổng hợp Đợt I'] as readonly Record<string, unknown>[]).find((row) => row.code === code);
    expect(rowOf(after, 'CTY')).toEqual(rowOf(before, 'CTY'));
    expect(rowOf(before, 'P05')?.onTime).toBe('Đúng hạn');
    expect(rowOf(after, 'P05')?.onTime).toBe('Đã gửi 1/2');
  });

  it('hold no address of anybody', () => {
    const district = lockedDistrict();
    const { data } = bookNamed(district.workspace, 'Sổ Quận đoàn 8');
    const kept = tabIn(data, '_gop').rows.filter((row) => String(seen(row?.v[0])).startsWith('snapshot:'));

    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).toContain('Đoàn Phường 5');
    expect(JSON.stringify(kept)).not.toContain('@');
  });
});
