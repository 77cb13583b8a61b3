import { bookNamed, districtTab, recordsOf, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { MISSING, proposeThree } from './roster-asking';
import { must, valueOf, WAVE, type SmallDistrict } from './small-district';

/** A district whose Khu phố 1 has asked for three changes, collected. */
function asked(): SmallDistrict {
  const district = assessedDistrict();
  // Lays the committee's script beside the books, as its add-on is there.
  gradeAndSend(district, 'CTY-CD', 'Sổ cơ sở – Chi đoàn Công ty May Rạch Ông', 'bi.thu.cty@vidu.vn');
  proposeThree(district);
  must(district.press('collectLedgers', WAVE.code));
  return district;
}

function preview(district: SmallDistrict) {
  return valueOf(district.ask('previewJob', { job: 'proposals', wave: '' }));
}

let pressed = 0;
function decide(district: SmallDistrict, answers: Readonly<Record<string, string>>) {
  pressed += 1;
  const operation = pressed.toString(16).padStart(32, 'c');
  let view = valueOf(district.ask('startJob', { job: 'proposals', wave: '', operation, answers }));
  while (view.state === 'RUNNING') view = valueOf(district.ask('continueJob', { key: view.key }));
  return view;
}

function memberOf(district: SmallDistrict, name: string) {
  return recordsOf(districtTab(district, 'Đoàn viên')).filter((one) => one.fullName === name);
}

/** The name under which the question offers a proposal. */
function choiceOf(district: SmallDistrict, words: string): string {
  const field = preview(district).fields?.find(({ name }) => name === 'proposal');
  const found = field?.choices.filter(({ label }) => label.includes(words)) ?? [];
  expect(found).toHaveLength(1);
  return found[0]?.code ?? '';
}

describe('what branches propose for the roster', () => {
  const district = asked();
  const state = district.workspace.snapshot();
  beforeEach(() => district.workspace.restore(state));

  it('is shown to staff in words', () => {
    const { sentence, lists } = preview(district);

    expect(sentence).toMatch(/^Có 3 đề nghị về danh sách/);
    expect(lists?.[0]?.lines).toEqual([
      'bổ sung: Lê Văn Mới (03/02/1996), Chi đoàn Khu phố 1: Mới chuyển đến',
      'thôi sinh hoạt: Lê Thị Cúc, Chi đoàn Khu phố 1: Đã đi học xa',
      'chuyển đi: Trần Văn Bảo, Chi đoàn Khu phố 1: Chuyển về Khu phố 2',
    ]);
  });

  it('by one press a missing member gets a row, a code, a token, and what was written of him counts', () => {
    must(decide(district, { proposal: '*', decision: 'TAKE', branch: '-' }));
    const [added, ...others] = memberOf(district, 'Lê Văn Mới');

    expect(others).toEqual([]);
    expect(added).toMatchObject({ birthDate: '03/02/1996', branch: 'P05-KP1', classed: 'Có' });
    expect(String(added?.token)).toMatch(/^[0-9a-f]{12}$/);
    expect(preview(district).sentence).toMatch(/^Có 2 đề nghị/);

    must(district.press('push', WAVE.code));
    must(district.press('collectLedgers', WAVE.code));
    const results = recordsOf(districtTab(district, 'Kết quả đoàn viên'));
    const own = results.filter((one) => one.member === added?.code);

    expect(own).toHaveLength(1);
    expect(own[0]?.gradedAt).not.toBe('');
    const ledger = recordsOf(
      tabIn(bookNamed(district.workspace, 'Sổ cơ sở – Đoàn Phường 5').data, 'Sổ Quận 2014'),
    );
    expect(ledger.filter((one) => one.subject === MISSING)).toHaveLength(1);
  });

  it('refused, the provisional code is tied to nobody and no row is added', () => {
    must(decide(district, { proposal: choiceOf(district, 'Lê Văn Mới'), decision: 'REFUSE', branch: '-' }));

    expect(memberOf(district, 'Lê Văn Mới')).toEqual([]);
    expect(preview(district).sentence).toMatch(/^Có 2 đề nghị/);
  });

  it('who leaves keeps his row and is not classed', () => {
    must(decide(district, { proposal: choiceOf(district, 'Lê Thị Cúc'), decision: 'TAKE', branch: '-' }));

    expect(memberOf(district, 'Lê Thị Cúc')).toMatchObject([
      { code: 'DV-03', classed: 'Không', whyNot: 'Chuyển sinh hoạt Đoàn đi' },
    ]);
  });

  it('who moves stands in the branch that was chosen; without one it is asked for', () => {
    const proposal = choiceOf(district, 'Trần Văn Bảo');

    expect(decide(district, { proposal, decision: 'TAKE', branch: '-' }).problems).toMatchObject([
      { code: 'FIELD_MISSING' },
    ]);
    must(decide(district, { proposal, decision: 'TAKE', branch: 'P05-KP2' }));
    expect(memberOf(district, 'Trần Văn Bảo')).toMatchObject([{ code: 'DV-02', branch: 'P05-KP2' }]);
  });

  it('decided about all, nothing waits, also after the next collecting', () => {
    must(decide(district, { proposal: '*', decision: 'TAKE', branch: '-' }));
    must(decide(district, { proposal: choiceOf(district, 'Lê Thị Cúc'), decision: 'REFUSE', branch: '-' }));
    must(
      decide(district, { proposal: choiceOf(district, 'Trần Văn Bảo'), decision: 'TAKE', branch: 'P05-KP2' }),
    );
    must(district.press('collectLedgers', WAVE.code));

    expect(preview(district).sentence).toMatch(/^Không có đề nghị nào/);
    expect(memberOf(district, 'Lê Thị Cúc')).toMatchObject([{ classed: 'Có' }]);
  });
});
