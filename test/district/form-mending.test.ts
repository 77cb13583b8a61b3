import { typeBeside } from '../../src/demo/people/typing';
import type { ItemData } from '../../src/local/forms/model/form-data';
import type { WorkspaceState } from '../../src/local/workspace';
import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { formId, register, typedBy } from './sheets';
import { must, openedDistrict, ROLE_ACCOUNT, SELF_DAY, WAVE, type SmallDistrict } from './small-district';

const INTAKE = 'Sổ tiếp nhận phiếu 2014';

interface Paper {
  title: string;
  description: string;
  items: ItemData[];
}

function paperOf(district: SmallDistrict, id = formId(district)): Paper {
  const file = district.workspace.state.files[id];
  if (!file) throw new Error('There is no form');
  return file.data as unknown as Paper;
}

function idsOf(district: SmallDistrict): readonly number[] {
  return paperOf(district).items.map((item) => item.id);
}

function itemNamed(district: SmallDistrict, title: string): ItemData {
  const found = paperOf(district).items.find((item) => item.title === title);
  if (!found) throw new Error(`No item ${title}`);
  return found;
}

/** Somebody edits the form by hand. */
function byHand(district: SmallDistrict, title: string, change: Partial<ItemData>): void {
  const paper = paperOf(district);
  paper.items = paper.items.map((item) => (item.title === title ? { ...item, ...change } : item));
}

function without(district: SmallDistrict, title: string): ItemData {
  const gone = itemNamed(district, title);
  const paper = paperOf(district);
  paper.items = paper.items.filter((item) => item.id !== gone.id);
  return gone;
}

function type(
  district: SmallDistrict,
  title: string,
  row: readonly [string, string],
  cell: readonly [string, string],
): void {
  typeBeside(
    district.workspace,
    { file: district.book, title, as: ROLE_ACCOUNT },
    { header: row[0], text: row[1] },
    { header: cell[0], text: cell[1] },
  );
}

function mend(district: SmallDistrict): void {
  must(district.press('openWave', WAVE.code));
}

function told(district: SmallDistrict): readonly string[] {
  return recordsOf(districtTab(district, 'Nhật ký'))
    .filter((row) => row.what === 'Kiểm tra phiếu')
    .map((row) => String(row.detail));
}

function registered(district: SmallDistrict): readonly unknown[] {
  return recordsOf(tabIn(bookNamed(district.workspace, INTAKE).data, 'Đăng ký – Đợt I')).map(
    (row) => row.member,
  );
}

describe('a setting changed while the form is in use', () => {
  const district = openedDistrict();
  const before = idsOf(district);
  mend(district);
  const untouched = told(district);
  type(district, 'Tiêu chí', ['Mã', 'R1'], ['Gợi ý: Thanh niên địa bàn dân cư', 'Treo cờ Tổ quốc ngày lễ']);
  type(district, 'Tiêu chí', ['Mã', 'A5'], ['Tên tiêu chí', 'Rèn luyện thân thể']);
  type(district, 'Thiết lập', ['Mục', 'Hướng dẫn: Học sinh'], ['Giá trị', 'https://vidu.vn/huong-dan']);
  type(district, 'Đợt', ['Mã đợt', WAVE.code], ['Chủ đề', 'Chủ đề mới']);

  it('changes nothing while nothing differs', () => {
    expect(untouched).toEqual([]);
  });

  it('is edited in place by the clock at night: no item is made or taken away', () => {
    district.workspace.run(district.project, 'nightly', { as: ROLE_ACCOUNT, from: 'editor' });
    const help = paperOf(district).items.map((item) => item.help);

    expect(idsOf(district)).toEqual(before);
    expect(help).toContain('Gợi ý: Treo cờ Tổ quốc ngày lễ');
    expect(help.some((text) => text.includes('https://vidu.vn/huong-dan'))).toBe(true);
    expect(paperOf(district).items.filter((item) => item.title === '10. Rèn luyện thân thể')).toHaveLength(7);
    expect(paperOf(district).description).toContain('“Chủ đề mới”');
    expect(told(district)).toEqual([
      expect.stringMatching(/^Phiếu Đợt I: sửa tên và lời đầu của phiếu; sửa \d+ mục cho đúng thiết lập \(“/),
    ]);
  });

  it('and what is sent then is read with the new words', () => {
    register(district, typedBy('DV-01'));
    must(district.press('collect', WAVE.code));

    expect(registered(district)).toEqual(['DV-01']);
  });
});

describe('a form that people changed by hand', () => {
  it('gets its texts, choices and order back, each item the same', () => {
    const district = openedDistrict();
    const before = idsOf(district);
    const paper = paperOf(district);
    const level = paper.items.find((item) => item.choices?.[0]?.value.startsWith('Hoàn thành tốt'));
    byHand(district, 'Họ và tên', { title: 'Tên em là gì', help: 'ghi tắt cũng được', required: false });
    const changed = paperOf(district);
    changed.items = changed.items.map((item) =>
      item.id === level?.id ? { ...item, choices: (item.choices ?? []).slice(0, 2), other: true } : item,
    );
    const [first, second, ...rest] = changed.items;
    changed.items = [second!, ...rest, first!];
    mend(district);

    expect(idsOf(district)).toEqual(before);
    expect(itemNamed(district, 'Họ và tên')).toMatchObject({ help: '', required: true });
    expect(paperOf(district).items.find((item) => item.id === level?.id)).toMatchObject({
      choices: level?.choices,
    });
    expect(told(district)[0]).toContain('xếp lại 1 mục');
  });

  it('gets a question back that was taken away, where it stood, and its links', () => {
    const district = openedDistrict();
    const before = paperOf(district).items.map((item) => item.title);
    const gone = without(district, 'Chi đoàn');
    mend(district);
    register(district, typedBy('DV-01'));
    must(district.press('collect', WAVE.code));

    expect(paperOf(district).items.map((item) => item.title)).toEqual(before);
    expect(itemNamed(district, 'Chi đoàn').id).not.toBe(gone.id);
    expect(told(district)).toEqual([expect.stringContaining('thêm lại 1 mục đã bị xóa (“Chi đoàn”)')]);
    expect(registered(district)).toEqual(['DV-01']);
    const entry = itemNamed(district, 'Chi đoàn').entries[0];
    const links = recordsOf(districtTab(district, 'Chi đoàn')).map((row) => String(row.link));
    expect(links.filter((link) => link.includes(`entry.${entry}=`)).length).toBe(2);
  });

  it('gets a page back with the ways that lead to it', () => {
    const district = openedDistrict();
    const titled = paperOf(district).items.filter((item) => item.title === 'Bạn đang là:');
    const [page, question] = titled;
    const before = paperOf(district).items.map((item) => item.title);
    const paper = paperOf(district);
    paper.items = paper.items.filter((item) => item.id !== page?.id);
    mend(district);

    expect([page?.kind, question?.kind]).toEqual(['PAGE_BREAK', 'MULTIPLE_CHOICE']);
    expect(paperOf(district).items.map((item) => item.title)).toEqual(before);
    const kind = paperOf(district).items.find(
      (item) => item.kind === 'MULTIPLE_CHOICE' && item.title === 'Bạn gửi phiếu nào?',
    );
    const back = paperOf(district).items.find(
      (item) => item.kind === 'PAGE_BREAK' && item.title === 'Bạn đang là:',
    );
    expect(kind?.choices?.map((choice) => choice.goTo)).toEqual([back?.id]);
    register(district, typedBy('DV-04'));
    must(district.press('collect', WAVE.code));
    expect(registered(district)).toEqual(['DV-04']);
  });

  it('is mended by collecting itself where the step cannot be set without the question', () => {
    const district = openedDistrict();
    const kind = paperOf(district).items.find(
      (item) => item.kind === 'MULTIPLE_CHOICE' && item.title === 'Bạn gửi phiếu nào?',
    );
    const paper = paperOf(district);
    paper.items = paper.items.filter((item) => item.id !== kind?.id);
    district.workspace.setClock(SELF_DAY);
    must(district.press('collect', WAVE.code));

    const back = paperOf(district).items.find(
      (item) => item.kind === 'MULTIPLE_CHOICE' && item.title === 'Bạn gửi phiếu nào?',
    );
    expect(back?.choices?.map((choice) => choice.value)).toEqual(['Phiếu tự đánh giá']);
  });

  it('keeps a question that somebody added; staff are told once', () => {
    const district = openedDistrict();
    const paper = paperOf(district);
    paper.items = [
      { ...itemNamed(district, 'Họ và tên'), id: 424_242, title: 'Số áo', required: false },
      ...paper.items,
    ];
    mend(district);
    mend(district);

    expect(idsOf(district)[0]).toBe(424_242);
    expect(told(district)).toEqual([
      'Phiếu Đợt I: có 1 mục do người khác thêm: câu trả lời ở đó không được nhận, hãy xóa',
    ]);
  });

  it('killed at any call of the mending and done again, has every item once', () => {
    const district = openedDistrict();
    const { workspace } = district;
    const titles = paperOf(district).items.map((item) => item.title);
    without(district, 'Chi đoàn');
    without(district, 'Mã đoàn viên (nếu nhớ)');
    byHand(district, 'Họ và tên', { title: 'Tên em là gì' });
    const state: WorkspaceState = workspace.snapshot();
    const night = (): { readonly calls: { readonly total: number }; readonly killed?: boolean } =>
      workspace.run(district.project, 'nightly', { as: ROLE_ACCOUNT, from: 'editor' });
    const calls = Math.min(32, night().calls.total);
    const wrong: number[] = [];
    for (let at = 1; at <= calls; at += 1) {
      workspace.restore(state);
      workspace.faults([{ at, do: 'kill' }]);
      night();
      workspace.faults([]);
      workspace.setClock(workspace.now() + 600_000);
      night();
      if (JSON.stringify(paperOf(district).items.map((item) => item.title)) !== JSON.stringify(titles))
        wrong.push(at);
    }

    expect(calls).toBeGreaterThan(20);
    expect(wrong).toEqual([]);
  }, 120_000);
});

describe('a form thrown away', () => {
  it('into the bin is taken out again', () => {
    const district = openedDistrict();
    const file = district.workspace.state.files[formId(district)];
    if (!file) throw new Error('No form');
    file.trashed = true;
    district.workspace.run(district.project, 'nightly', { as: ROLE_ACCOUNT, from: 'editor' });

    expect(district.workspace.state.files[file.id]?.trashed).toBe(false);
    expect(told(district)).toEqual(['Phiếu Đợt I: lấy phiếu ra khỏi thùng rác']);
  });

  it('for good is said with the way out; a new one takes its place, what was collected stays', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'));
    must(district.press('collect', WAVE.code));
    const old = formId(district);
    delete (district.workspace.state.files as Record<string, unknown>)[old];
    const stopped = district.press('collect', WAVE.code);
    mend(district);
    register(district, typedBy('DV-04'));
    must(district.press('collect', WAVE.code));

    expect(stopped.problems).toMatchObject([{ code: 'FORM_GONE', data: { name: 'Đợt I' } }]);
    expect(formId(district)).not.toBe(old);
    expect(registered(district)).toEqual(['DV-01', 'DV-04']);
  });
});

describe('a form that Google does not open to everybody', () => {
  it('is said with the ways out, and opened once they are taken', () => {
    const district = openedDistrict();
    const file = district.workspace.state.files[formId(district)];
    if (!file) throw new Error('No form');
    file.permissions = file.permissions.filter((one) => one.type !== 'anyone');
    const message = 'API call to drive.permissions.create failed with error: publishOutNotPermitted';
    district.workspace.faults([{ at: 'Drive.Permissions.create', do: 'refuse', message }]);
    const refused = district.press('openWave', WAVE.code);
    district.workspace.faults([]);
    mend(district);

    expect(refused.problems.map(({ code }) => code)).toEqual(['FORM_NOT_FOR_ALL']);
    expect(district.workspace.state.files[file.id]?.permissions.some((one) => one.type === 'anyone')).toBe(
      true,
    );
  });

  it('is not published for want of it', () => {
    const district = openedDistrict();
    const data = paperOf(district) as unknown as { published: boolean };
    data.published = false;
    mend(district);

    expect((paperOf(district) as unknown as { published: boolean }).published).toBe(true);
  });
});
