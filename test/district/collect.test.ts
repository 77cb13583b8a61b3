import { bookNamed, districtTab, hasFormula, recordsOf, tabIn } from './books';
import { assess, formId, register, typedBy } from './sheets';
import {
  GRADING_DAY,
  must,
  openedDistrict,
  SELF_DAY,
  STAFF,
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';

const INTAKE = 'Sổ tiếp nhận phiếu 2014';
const P05 = 'Sổ cơ sở – Đoàn Phường 5';

function intakeRows(district: SmallDistrict, title: string): ReturnType<typeof recordsOf> {
  return recordsOf(tabIn(bookNamed(district.workspace, INTAKE).data, title));
}

function collect(district: SmallDistrict): void {
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
}

describe('sheets that members send', () => {
  const district = openedDistrict();
  register(district, typedBy('DV-01'));
  register(district, typedBy('DV-02', { code: 'DV-99', name: 'Người Không Tên' }));
  register(district, typedBy('DV-03', { birthDate: '21/11/1995' }));
  register(district, typedBy('DV-10'));
  register(district, typedBy('DV-04', { code: '' }), '=HYPERLINK("http://x";"bấm")');
  register(district, typedBy('DV-05', { name: 'Võ Thị Hạnh' }), '+84 900 000 000');
  register(district, typedBy('DV-07'), '-1+1');
  register(district, typedBy('DV-08'), '@everyone 01/02');
  collect(district);
  const rows = intakeRows(district, 'Đăng ký – Đợt I');
  const toResolve = intakeRows(district, 'Phiếu cần xử lý');

  it('each have one row, whoever sent them', () => {
    expect(rows).toHaveLength(8);
  });

  it.each([
    ['an unknown code', 'Người Không Tên', 'mã không có trong danh sách'],
    ['a wrong birth date', 'Lê Thị Cúc', 'ngày sinh khác danh sách'],
    ['a member of the other calendar', 'Dương Gia Phúc', 'phiếu của đợt khác'],
  ])('go to Phiếu cần xử lý when they come with %s', (_what, name, reason) => {
    expect(toResolve.filter((row) => row.typedName === name).map((row) => row.reason)).toEqual([reason]);
    expect(rows.find((row) => row.typedName === name)?.member).toBe('');
  });

  it('name the members they are nearest to', () => {
    expect(toResolve.find((row) => row.typedName === 'Lê Thị Cúc')?.near1).toBe(
      'DV-03 · Lê Thị Cúc · 20/11/1995',
    );
  });

  it.each(['=HYPERLINK("http://x";"bấm")', '+84 900 000 000', '-1+1', '@everyone 01/02'])(
    'keep “%s” as the text it is, in both books',
    (text) => {
      expect(rows.map((row) => row.R1)).toContain(text);
      expect(hasFormula(bookNamed(district.workspace, INTAKE).data)).toBe(false);
      expect(hasFormula(bookNamed(district.workspace, P05).data)).toBe(false);
    },
  );

  it('stand in the unit’s tab beside each member, sorted by branch', () => {
    const members = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Đợt I'));

    expect(members.map((row) => [row.code, row.branchCode])).toEqual([
      ['DV-01', 'P05-KP1'],
      ['DV-02', 'P05-KP1'],
      ['DV-03', 'P05-KP1'],
      ['DV-04', 'P05-KP2'],
      ['DV-05', 'P05-KP2'],
      ['DV-06', 'P05-KP2'],
    ]);
    expect(members.find((row) => row.code === 'DV-04')?.['commitment.R1']).toBe(
      '=HYPERLINK("http://x";"bấm")',
    );
    expect(members.find((row) => row.code === 'DV-03')?.registeredAt).toBe('');
  });

  it('count once staff have said whose they are', () => {
    const { sheets } = valueOf(district.ask('openUnmatched', { wave: WAVE.code }, STAFF));
    const sheet = sheets.find((one) => one.typedName === 'Lê Thị Cúc');
    if (!sheet) throw new Error('Nothing to decide');
    const { responseId, sentAt } = sheet;

    const left = valueOf(
      district.ask('decideUnmatched', { decisions: [{ responseId, sentAt, member: 'DV-03' }] }, STAFF),
    );
    collect(district);

    expect(sheets).toHaveLength(3);
    expect(left.sheets).toHaveLength(2);
    const members = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Đợt I'));
    expect(members.find((row) => row.code === 'DV-03')?.registeredAt).not.toBe('');
  });
});

describe('a sheet after the deadline', () => {
  it('in the last second of the day is in time', () => {
    const district = openedDistrict();
    district.workspace.setClock('2014-03-31T23:59:59.700+07:00');
    const submitted = register(district, typedBy('DV-01'));
    if (!submitted.ok) throw new Error(submitted.message);

    collect(district);

    expect(submitted.timestamp % 1000).toBeGreaterThan(500);
    expect(intakeRows(district, 'Phiếu cần xử lý')).toEqual([]);
  });
});

describe('the form', () => {
  const district = openedDistrict();
  const { workspace } = district;

  it('offers the sheet of the step, is closed between, and says why', () => {
    register(district, typedBy('DV-01'));
    workspace.setClock('2014-04-02T08:00:00+07:00');
    must(district.press('collect', WAVE.code));
    expect(() => register(district, typedBy('DV-02'))).toThrow(/đang ở bước Thực hiện/);

    workspace.setClock(SELF_DAY);
    must(district.press('collect', WAVE.code));
    const submitted = assess(district, typedBy('DV-01'));
    expect(submitted).toMatchObject({ ok: true });
    expect(submitted.ok && submitted.confirmation).toContain('Đã nhận phần tự đánh giá của bạn');

    workspace.setClock(GRADING_DAY);
    must(district.press('collect', WAVE.code));
    expect(() => assess(district, typedBy('DV-02'))).toThrow(/đã đóng/);
  });

  it('is left alone while its step lasts', () => {
    const before = JSON.stringify(workspace.state.files[formId(district)]?.data);

    must(district.press('collect', WAVE.code));

    expect(JSON.stringify(workspace.state.files[formId(district)]?.data)).toBe(before);
  });

  it('takes somebody who does not consent without his name', () => {
    const other = openedDistrict();
    const paper = bookNamed(other.workspace, 'Phiếu Đợt I – Rèn luyện và hành động 2014').data as unknown as {
      items: readonly { id: number; title: string; choices?: readonly { value: string }[] }[];
    };
    const item = (title: string): { id: number; choices?: readonly { value: string }[] } => {
      const found = paper.items.find((one) => one.title === title && one.choices?.length !== 0);
      if (!found) throw new Error(`No question ${title}`);
      return found;
    };
    const consent = item('Bạn có đồng ý không?');
    const submitted = other.workspace.submitForm(formId(other), {
      as: '',
      answers: {
        [item('Họ và tên').id]: 'Nguyễn Thị Ánh',
        [item('Ngày, tháng, năm sinh').id]: '05/09/1994',
        [consent.id]: consent.choices?.[1]?.value ?? '',
      },
    });

    collect(other);

    expect(submitted.ok).toBe(true);
    const [row] = intakeRows(other, 'Đăng ký – Đợt I');
    expect(row).toMatchObject({ typedName: '', typedBirthDate: '', consent: 'Không', member: '' });
    expect(intakeRows(other, 'Phiếu cần xử lý')).toEqual([]);
  });
});

it('keeps a poster link for every branch, made with one call', () => {
  const district = openedDistrict();

  const links = recordsOf(districtTab(district, 'Chi đoàn')).map((row) => String(row.link));

  expect(links[0]).toContain(encodeURIComponent('P05-KP1 – Chi đoàn Khu phố 1'));
  expect(links[1]).toContain(encodeURIComponent('P05-KP2 – Chi đoàn Khu phố 2'));
  expect(links[2]).toBe('');
});
