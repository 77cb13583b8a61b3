import { typeBeside } from '../../src/demo/people/typing';
import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { must, STAFF, valueOf, WAVE, type SmallDistrict } from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const APPLY = { job: 'applyRules', wave: '' } as const;

function graded(): SmallDistrict {
  const district = assessedDistrict();
  gradeAndSend(district, 'P05-KP1', P05, 'bi.thu.kp1@vidu.vn');
  must(district.press('collectLedgers', WAVE.code));
  return district;
}

function typeSetting({ workspace, book }: SmallDistrict, label: string, text: string): void {
  typeBeside(
    workspace,
    { file: book, title: 'Thiết lập', as: STAFF },
    { header: 'Mục', text: label },
    { header: 'Giá trị', text },
  );
}

function proposals(district: SmallDistrict): readonly unknown[] {
  return recordsOf(districtTab(district, 'Kết quả đoàn viên'))
    .filter(({ gradedAt }) => gradedAt !== '')
    .map(({ proposed }) => proposed);
}

describe('a threshold typed anew', () => {
  const district = graded();
  const before = proposals(district);
  typeSetting(district, 'Thang xếp loại', 'Bốn mức theo điểm (90, 70, 50)');
  typeSetting(district, 'Ngưỡng điểm, thang bốn mức', '99; 60; 10');

  it('counts for nobody before it is applied, and the checklist says that it waits', () => {
    must(district.press('collectLedgers', WAVE.code));
    const { steps } = valueOf(district.ask('consoleState', {}));
    const setup = steps.find(({ step }) => step === 'SETUP');

    expect(before).toHaveLength(3);
    expect(proposals(district)).toEqual(before);
    expect(setup).toMatchObject({ state: 'REVIEW', job: 'applyRules', more: ['setup'] });
    expect(setup?.sentence).toContain('chưa áp dụng');
  });

  it('shows first whose proposal it changes, counted by unit and by name', () => {
    const preview = valueOf(district.ask('previewJob', APPLY));

    expect(preview.problems).toEqual([]);
    expect(preview.sentence).toBe(
      'Đổi ngưỡng này làm 3 đoàn viên đổi đề nghị xếp loại (xem danh sách). Kết quả đã công nhận không đổi.',
    );
    expect(preview.lists).toEqual([
      {
        title: 'Đoàn Phường 5: 3 đoàn viên',
        lines: ['Nguyễn Thị Ánh', 'Trần Văn Bảo', 'Lê Thị Cúc'].map(
          (name) => `${name} (Chi đoàn Khu phố 1), Đợt I: Trung bình → Khá`,
        ),
      },
    ]);
  });

  it('counts once it is applied, in the base workbooks too, and Nhật ký says what was changed', () => {
    must(district.press('applyRules'));
    must(district.press('applyRules'));
    must(district.press('collectLedgers', WAVE.code));

    expect(proposals(district)).toEqual(['Khá', 'Khá', 'Khá']);
    expect(JSON.stringify(tabIn(bookNamed(district.workspace, P05).data, '_cfg').rows)).toContain('points4');
    const said = recordsOf(districtTab(district, 'Nhật ký')).filter(({ what }) =>
      String(what).startsWith('Áp dụng'),
    );
    expect(said).toHaveLength(1);
    expect(String(said[0]?.detail)).toContain('Ngưỡng điểm, thang bốn mức: 90; 70; 50 → 99; 60; 10');
    expect(valueOf(district.ask('previewJob', APPLY)).sentence).toContain('đúng như đang dùng');
  });

  it('is refused in words when it is out of order, and nothing of it counts', () => {
    typeSetting(district, 'Ngưỡng điểm, thang bốn mức', '60; 70; 10');
    const preview = valueOf(district.ask('previewJob', APPLY));

    const view = district.press('applyRules');

    expect(preview.problems).toHaveLength(1);
    expect(preview.problems[0]?.data.sentence).toContain('Ngưỡng phải giảm dần');
    expect(view.state).toBe('STOPPED');
    must(district.press('collectLedgers', WAVE.code));
    expect(proposals(district)).toEqual(['Khá', 'Khá', 'Khá']);
  });
});

describe('another scale typed while a wave is open', () => {
  it('says how many classes that were given it does not have', () => {
    const district = graded();
    typeSetting(
      district,
      'Thang xếp loại',
      'Hoàn thành xuất sắc, tốt, hoàn thành, không hoàn thành (theo tỷ lệ)',
    );

    const preview = valueOf(district.ask('previewJob', APPLY));

    expect(preview.problems).toEqual([]);
    expect(preview.sentence).toContain('Có 3 xếp loại đã ghi trong đợt đang mở không có trong thang mới');
  });
});
