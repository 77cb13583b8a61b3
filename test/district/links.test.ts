import type { LinksView } from '../../src/contract/district';
import { pagesOf, papersOf } from '../../src/pages/print/state';
import { CRITERION_CODES } from '../../src/programme/criteria';
import { assess, formId, register, typedBy } from './sheets';
import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import {
  must,
  openedDistrict,
  ROLE_ACCOUNT,
  SELF_DAY,
  STAFF,
  STRANGER,
  valueOf,
  WAVE,
  type SmallDistrict,
} from './small-district';
import { prefilledAnswers } from '../../src/local/forms/model/prefill';
import type { FormData } from '../../src/local/forms/model/form-data';

function links(district: SmallDistrict, unit = '', as = STAFF): LinksView {
  return valueOf(district.ask('openLinks', { wave: WAVE.code, unit }, as));
}

/** What a link fills in, by the title of the question. */
function filledBy(district: SmallDistrict, link: string): Readonly<Record<string, unknown>> {
  const form = district.workspace.state.files[formId(district)]?.data as FormData;
  const titles = new Map(form.items.map((item) => [String(item.id), item.title]));
  return Object.fromEntries(
    Object.entries(prefilledAnswers(form, link)).map(([id, answer]) => [titles.get(id) ?? id, answer]),
  );
}

/** The address in a message. */
function linkIn(message: string): string {
  return /https:\/\/\S+/.exec(message)?.[0] ?? '';
}

describe('links of a wave that is open for registration', () => {
  const district = openedDistrict();
  const view = links(district, 'P05');
  const tokens = new Map(
    recordsOf(districtTab(district, 'Đoàn viên')).map((row) => [String(row.code), String(row.token)]),
  );

  it('are one poster a branch, with the branch filled in and nothing else', () => {
    expect(view.branches.map((branch) => branch.name)).toEqual(['Chi đoàn Khu phố 1', 'Chi đoàn Khu phố 2']);
    for (const branch of view.branches)
      expect(filledBy(district, branch.poster)).toEqual({ 'Chi đoàn': `${branch.code} – ${branch.name}` });
  });

  it('are the ones of the tab Chi đoàn', () => {
    const kept = recordsOf(districtTab(district, 'Chi đoàn')).map((row) => row.link);

    expect(view.branches.map((branch) => branch.poster)).toEqual(kept.slice(0, 2));
  });

  it('carry a member’s token and group, neither name, code nor birth date', () => {
    const [member] = view.branches[0]?.members ?? [];
    if (!member) throw new Error('No member');

    expect(filledBy(district, member.card)).toEqual({
      'Mã đoàn viên (nếu nhớ)': tokens.get('DV-01'),
      'Bạn đang là:': 'Thanh niên sinh hoạt ở khu phố',
    });
    expect(decodeURIComponent(member.card)).not.toMatch(/DV-01|Ánh|1994/);
    expect(member.card.length).toBeLessThan(300);
  });

  it('say in the group no name of a member, and in the private message the right one', () => {
    const [branch] = view.branches;
    const names = branch?.members.map((member) => member.fullName) ?? [];

    expect(names).toHaveLength(3);
    for (const name of names) expect(branch?.message).not.toContain(name);
    expect(linkIn(branch?.message ?? '')).toBe(branch?.poster);
    expect(branch?.members[0]?.message).toMatch(/^Chào Ánh, đây là đường dẫn phiếu riêng của bạn cho Đợt I/);
    expect(branch?.members[0]?.message).not.toContain('đã đăng ký');
  });

  it('cost the same calls for one unit and for all', () => {
    const ask = (unit: string): number =>
      district.run('openLinks', ROLE_ACCOUNT, { wave: WAVE.code, unit }).calls.total;

    expect(ask('*')).toBe(ask('CTY'));
  });

  it('are given to staff alone', () => {
    district.workspace.share(district.book, STRANGER, 'writer');

    const answer = district.ask('openLinks', { wave: WAVE.code, unit: '' }, STRANGER);

    expect(answer).toMatchObject({ ok: false, problems: [{ code: 'NOT_STAFF' }] });
  });
});

describe('a personal link', () => {
  it('ties a sheet to its member although no code was typed and the name has a slip', () => {
    const district = openedDistrict();
    const [member] = links(district, 'P05').branches[0]?.members ?? [];
    const token = Object.values(filledBy(district, member?.card ?? '')).find((text) =>
      /^[0-9a-f]{12}$/.test(String(text)),
    );

    register(district, typedBy('DV-01', { code: String(token), name: 'Nguyễn Thị Ánhh' }));
    must(district.press('collect', WAVE.code));

    const { data } = bookNamed(district.workspace, 'Sổ tiếp nhận phiếu 2014');
    expect(recordsOf(tabIn(data, 'Đăng ký – Đợt I'))[0]).toMatchObject({
      member: 'DV-01',
      matchedHow: 'Đường dẫn riêng',
    });
  });

  it('shows at the self-assessment what was registered', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'), 'Hiến máu & dọn hẻm + trồng cây = vui');
    must(district.press('collect', WAVE.code));
    district.workspace.setClock(SELF_DAY);
    must(district.press('collect', WAVE.code));

    const [first, second] = links(district, 'P05').branches[0]?.members ?? [];

    const shown = filledBy(district, linkIn(first?.message ?? ''))['Đã đăng ký'];
    expect(shown).toMatch(/^1\. Hiến máu & dọn hẻm \+ trồng cây = vui; 2\. /);
    expect(filledBy(district, linkIn(second?.message ?? ''))).not.toHaveProperty('Đã đăng ký');
    expect(linkIn(first?.message ?? '').length).toBeLessThan(4_500);
    expect(first?.message).toContain('Những việc bạn đã đăng ký: 1. Hiến máu');
    expect(assess(district, typedBy('DV-01'))).toMatchObject({ ok: true });
  });
});

describe('the sheets for ink', () => {
  it('have the form’s own criteria, suggestions of every group, consent, and who each member is', () => {
    const district = openedDistrict();

    const { paper, branches } = links(district, 'P05');

    expect(paper.criteria.map(({ code }) => code)).toEqual([...CRITERION_CODES]);
    for (const { hints } of paper.criteria)
      for (const { code } of paper.groups) expect(String(hints[code]).trim()).not.toBe('');
    expect(paper.consentTitle).toContain('91/2025/QH15');
    expect(paper.consent).toContain('31/12/2015');
    expect(
      branches[0]?.members.map(({ fullName, birthDate, group }) => [fullName, birthDate, group]),
    ).toContainEqual(['Nguyễn Thị Ánh', '05/09/1994', 'DAN_CU']);
  });

  it('are one for each member and an empty one a branch, or the one member’s alone', () => {
    const view = links(openedDistrict(), 'P05');

    const all = papersOf(view, '');
    const one = papersOf(view, 'DV-02');

    expect(all.map(({ branch, member }) => [branch.code, member?.code ?? ''])).toEqual([
      ['P05-KP1', 'DV-01'],
      ['P05-KP1', 'DV-02'],
      ['P05-KP1', 'DV-03'],
      ['P05-KP1', ''],
      ['P05-KP2', 'DV-04'],
      ['P05-KP2', 'DV-05'],
      ['P05-KP2', 'DV-06'],
      ['P05-KP2', ''],
    ]);
    expect(one.map(({ member }) => member?.fullName)).toEqual(['Trần Văn Bảo']);
    expect(pagesOf(view, { sheets: 'PAPERS', member: '' })).toBe(8);
  });
});
