import { join } from 'node:path';
import * as fc from 'fast-check';
import { CONTRACT_VERSION } from '../../src/contract/answer';
import { sentenceOf } from '../../src/contract/problems';
import {
  assessmentAnswers,
  readForm,
  registrationAnswers,
  type FormPaper,
} from '../../src/demo/people/form-paper';
import { typeBeside } from '../../src/demo/people/typing';
import type { CellValue } from '../../src/local/sheets/model/book';
import { CRITERION_CODES, type CriterionCode } from '../../src/programme/criteria';
import { storableText } from '../../src/programme/storable-text';
import { commitmentOfCell } from '../../src/workbook/commitment-cells';
import { BAD_STRINGS, TOO_LONG } from '../support/bad-strings';
import { bookNamed, districtTab, hasFormula, recordsOf, tabIn } from './books';
import { assess, formId, register, typedBy } from './sheets';
import {
  must,
  openedDistrict,
  ROLE_ACCOUNT,
  SECRETARY,
  SELF_DAY,
  WAVE,
  type SmallDistrict,
} from './small-district';

const INTAKE = 'Sổ tiếp nhận phiếu 2014';
const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const MEMBERS = ['DV-01', 'DV-02', 'DV-03'];

type Answers = ReturnType<typeof registrationAnswers>;
type Texts = Readonly<Record<string, string>>;

function collect(district: SmallDistrict): void {
  must(district.press('collect', WAVE.code));
  must(district.press('push', WAVE.code));
}

function rowsOf(district: SmallDistrict, title: string): ReturnType<typeof recordsOf> {
  return recordsOf(tabIn(bookNamed(district.workspace, INTAKE).data, title));
}

/** Another string for every field and every round. */
function textsFor(strings: readonly string[], round: number): Readonly<Record<CriterionCode, string>> {
  return Object.fromEntries(
    CRITERION_CODES.map((code, index) => [code, strings[(index * 3 + round) % strings.length] ?? '']),
  ) as Record<CriterionCode, string>;
}

function send(district: SmallDistrict, answers: Answers): string {
  const sent = district.workspace.submitForm(formId(district), { as: '', answers });
  if (!sent.ok) throw new Error(`${sent.message} ${JSON.stringify(sent.messages)}`);
  return sent.responseId;
}

/** A registration whose ten commitments are these texts, and its identity's free lines another. */
function registrationOf(
  paper: FormPaper,
  code: string,
  texts: Readonly<Record<CriterionCode, string>>,
  line: string,
): Answers {
  const choices = Object.fromEntries(CRITERION_CODES.map((one) => [one, { other: texts[one] }])) as never;
  return {
    ...registrationAnswers(paper, typedBy(code), { group: 'DAN_CU', choices }),
    [paper.question('', 'Chi đoàn').id]: line,
    [paper.question('Ký tên', 'Ký tên').id]: line.trim() === '' ? 'x' : line,
  };
}

function assessmentOf(
  paper: FormPaper,
  code: string,
  evidence: Readonly<Record<CriterionCode, string>>,
  difficulties: string,
): Answers {
  return assessmentAnswers(paper, typedBy(code), {
    levels: CRITERION_CODES.map(() => 1),
    evidence,
    ownClass: 1,
    branchRating: 0,
    unitRating: 0,
    difficulties,
  });
}

/** The texts of a branch's members as the grading page gets them. */
function pageTexts(district: SmallDistrict): readonly {
  readonly code: string;
  readonly commitments: Readonly<Record<string, { readonly text: string }>>;
  readonly evidence: Texts;
  readonly difficulties: string;
}[] {
  const { workspace } = district;
  const project =
    Object.values(workspace.state.projects).find((one) => one.kind === 'addon')?.id ??
    workspace.loadProject({
      dir: join(__dirname, '..', '..', 'dist', 'committee'),
      kind: 'addon',
      owner: ROLE_ACCOUNT,
      name: 'Rèn luyện',
    }).id;
  const result = workspace.run(project, 'loadTexts', {
    as: SECRETARY,
    from: 'page',
    document: bookNamed(workspace, P05).id,
    args: [JSON.stringify({ v: CONTRACT_VERSION, body: { wave: WAVE.code, branch: 'P05-KP1' } })],
  });
  if (!result.ok) throw new Error(result.error?.message);
  const answer = JSON.parse(String(result.value)) as { value: { members: never[] } };
  return answer.value.members;
}

describe('texts that would act, or that a sheet would change', () => {
  const district = openedDistrict();
  const paper = readForm(district.workspace, formId(district));
  const seen = new Set<string>();
  const rounds = Math.ceil(BAD_STRINGS.length / MEMBERS.length);
  const sent = new Map<string, { texts: Texts; line: string }>();
  const wrongOnPage: unknown[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const given = MEMBERS.map((code, index) => {
      const number = round * MEMBERS.length + index;
      const texts = textsFor(BAD_STRINGS, number);
      const line = BAD_STRINGS[number % BAD_STRINGS.length] ?? '';
      sent.set(send(district, registrationOf(paper, code, texts, line)), { texts, line });
      return { code, texts };
    });
    collect(district);
    const page = pageTexts(district);
    for (const { code, texts } of given)
      for (const criterion of CRITERION_CODES) {
        seen.add(`${criterion}:${texts[criterion]}`);
        const shown = page.find((one) => one.code === code)?.commitments[criterion]?.text;
        if (shown !== texts[criterion]) wrongOnPage.push([code, criterion, texts[criterion], shown]);
      }
  }
  const rows = rowsOf(district, 'Đăng ký – Đợt I');

  it('were each sent in each of the ten commitments', () => {
    expect(seen.size).toBe(BAD_STRINGS.length * CRITERION_CODES.length);
  });

  it('stand in Sổ tiếp nhận phiếu as they were sent', () => {
    const wrong = rows.flatMap((row): unknown[] => {
      const own = sent.get(String(row.responseId));
      if (!own) return [row];
      return [
        ...CRITERION_CODES.filter(
          (code) => commitmentOfCell(String(row[code]))?.text !== own.texts[code],
        ).map((code) => [code, own.texts[code], row[code]]),
        ...(row.linkBranch === own.line ? [] : [['linkBranch', own.line, row.linkBranch]]),
        ...(own.line.trim() === '' || row.signature === own.line
          ? []
          : [['signature', own.line, row.signature]]),
      ];
    });

    expect(rows).toHaveLength(sent.size);
    expect(wrong).toEqual([]);
  });

  it('reach the committee’s page as they were sent', () => {
    expect(wrongOnPage).toEqual([]);
  });

  it('are formulas nowhere', () => {
    expect(hasFormula(bookNamed(district.workspace, INTAKE).data)).toBe(false);
    expect(hasFormula(bookNamed(district.workspace, P05).data)).toBe(false);
    expect(hasFormula(bookNamed(district.workspace, 'Sổ Quận đoàn 8').data)).toBe(false);
  });
});

describe('texts in a self-assessment', () => {
  const district = openedDistrict();
  district.workspace.setClock(SELF_DAY);
  must(district.press('collect', WAVE.code));
  const paper = readForm(district.workspace, formId(district));

  it('come back as sent from the sheet and on the page, evidence and difficulties', () => {
    const wrong: unknown[] = [];
    let held = 0;
    for (let round = 0; round < BAD_STRINGS.length; round += MEMBERS.length) {
      const given = MEMBERS.map((code, index) => {
        const evidence = textsFor(BAD_STRINGS, round + index);
        const difficulties = BAD_STRINGS[(round + index) % BAD_STRINGS.length] ?? '';
        const id = send(district, assessmentOf(paper, code, evidence, difficulties));
        return { code, evidence, difficulties, id };
      });
      collect(district);
      const rows = rowsOf(district, 'Tự đánh giá – Đợt I');
      const page = pageTexts(district);
      for (const { code, evidence, difficulties, id } of given) {
        const row = rows.find((one) => one.responseId === id);
        const shown = page.find((one) => one.code === code);
        for (const criterion of CRITERION_CODES) {
          held += 1;
          const cell = row?.[`evidence.${criterion}`];
          if (cell !== evidence[criterion]) wrong.push(['sheet', evidence[criterion], cell]);
          if (shown?.evidence[criterion] !== evidence[criterion])
            wrong.push(['page', evidence[criterion], shown?.evidence[criterion]]);
        }
        if (row?.difficulties !== difficulties) wrong.push(['sheet', difficulties, row?.difficulties]);
        if (shown?.difficulties !== difficulties) wrong.push(['page', difficulties, shown?.difficulties]);
      }
    }

    expect(held).toBeGreaterThanOrEqual(BAD_STRINGS.length * CRITERION_CODES.length);
    expect(wrong).toEqual([]);
  }, 60_000);

  it('that nobody thought of come back as sent too, control characters apart', () => {
    const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }), {
      seed: 20140318,
      numRuns: 120,
    });
    const ids = Array.from({ length: texts.length / CRITERION_CODES.length }, (_, round) => {
      const own = Object.fromEntries(
        CRITERION_CODES.map((code, index) => [code, texts[round * CRITERION_CODES.length + index] ?? '']),
      ) as Record<CriterionCode, string>;
      return { own, id: send(district, assessmentOf(paper, 'DV-04', own, '')) };
    });
    collect(district);
    const rows = rowsOf(district, 'Tự đánh giá – Đợt I');

    const wrong = ids.flatMap(({ own, id }) =>
      CRITERION_CODES.filter(
        (code) =>
          rows.find((row) => row.responseId === id)?.[`evidence.${code}`] !== storableText(own[code]).text,
      ).map((code) => own[code]),
    );

    expect(ids).toHaveLength(12);
    expect(wrong).toEqual([]);
  });
});

describe('signs that no cell can keep', () => {
  const district = openedDistrict();
  const id = register(district, typedBy('DV-01'), 'a\u0000b\u0007c\td\ne');
  collect(district);

  it('become U+FFFD; tab and newline stay', () => {
    const [row] = rowsOf(district, 'Đăng ký – Đợt I');

    expect(row?.R1).toBe('a\ufffdb\ufffdc\td\ne');
  });

  it('are told of in Nhật ký, once', () => {
    must(district.press('collect', WAVE.code));
    const told = recordsOf(districtTab(district, 'Nhật ký')).filter((row) => row.what === 'Nhận phiếu');

    expect(id.ok && told.map((row) => row.related)).toEqual([
      expect.stringContaining(id.ok ? id.responseId : '?'),
    ]);
    expect(told[0]?.detail).toMatch(/^2 ký tự/);
  });
});

describe('a text longer than a cell', () => {
  const district = openedDistrict();
  register(district, typedBy('DV-01'), TOO_LONG);
  collect(district);

  it('is cut with a mark, in the sheet and at the branch, no sign parted', () => {
    const cells = [
      rowsOf(district, 'Đăng ký – Đợt I')[0]?.R1,
      recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Đợt I'))[0]?.['commitment.R1'],
    ].map(String);

    expect(TOO_LONG.length).toBe(50_001);
    for (const cell of cells) {
      expect(cell.endsWith(' … (phần sau đã được cắt bớt)')).toBe(true);
      expect(TOO_LONG.startsWith(cell.replace(' … (phần sau đã được cắt bớt)', ''))).toBe(true);
      expect(storableText(cell).replaced).toBe(0);
    }
  });

  it('stands whole in Phần chữ dài', () => {
    const pieces = rowsOf(district, 'Phần chữ dài').filter((row) => row.field === 'R1');

    expect(pieces.map((row) => row.text).join('')).toBe(TOO_LONG);
    expect(pieces.every((row) => String(row.text).length <= 45_000)).toBe(true);
  });
});

describe('a name and a code typed as nobody should', () => {
  const district = openedDistrict();
  // A name that is the member's own in another normal form is no bad one: it matches.
  const sent = BAD_STRINGS.filter((text) => text.trim() !== '' && text.normalize('NFC') === text);
  for (const text of sent) {
    register(district, typedBy('DV-01', { name: text, code: text }));
    district.workspace.advance(1_000);
  }
  collect(district);

  it('stand in Sổ tiếp nhận phiếu and in Phiếu cần xử lý as they were sent, and are formulas nowhere', () => {
    const rows = rowsOf(district, 'Đăng ký – Đợt I');
    const toResolve = rowsOf(district, 'Phiếu cần xử lý');

    expect(sent.length).toBeGreaterThan(25);
    expect(rows.map((row) => row.typedName)).toEqual(sent);
    expect(rows.map((row) => row.typedCode)).toEqual(sent);
    expect(rows.every((row) => row.member === '')).toBe(true);
    expect(toResolve.map((row) => row.typedName)).toEqual(sent);
    expect(hasFormula(bookNamed(district.workspace, INTAKE).data)).toBe(false);
  });

  it('reach the console as they were sent, with the member who was born that day', () => {
    const answer = district.ask('openUnmatched', { wave: WAVE.code });
    const sheets = answer.ok ? answer.value.sheets : [];

    expect(sheets.map((sheet) => sheet.typedName)).toEqual(sent);
  });

  it('longer than a cell are kept whole beside it', () => {
    register(district, typedBy('DV-02', { name: TOO_LONG }));
    collect(district);
    const pieces = rowsOf(district, 'Phần chữ dài').filter((row) => row.field === 'typedName');

    expect(pieces.map((row) => row.text).join('')).toBe(TOO_LONG);
    const last = rowsOf(district, 'Phiếu cần xử lý').slice(-1)[0];
    expect([last?.reason, String(last?.near1).slice(0, 5)]).toEqual(['tên khác danh sách', 'DV-02']);
  });
});

describe('birth dates that are none', () => {
  const district = openedDistrict();
  const typed = ['31/02/1994', '5/9/1994', '09/05/1994', '05/09/0001'];
  for (const birthDate of typed) {
    register(district, typedBy('DV-01', { birthDate, code: '' }));
    district.workspace.advance(1_000);
  }
  collect(district);
  const toResolve = rowsOf(district, 'Phiếu cần xử lý');

  it('tie a sheet to nobody; staff see who it may be', () => {
    expect(toResolve.map((row) => row.typedBirthDate)).toEqual(['31/02/1994', '09/05/1994', '05/09/0001']);
    expect(new Set(toResolve.map((row) => row.reason))).toEqual(new Set(['ngày sinh khác danh sách']));
    expect(toResolve.every((row) => String(row.near1).startsWith('DV-01'))).toBe(true);
  });

  it('stand as they were typed, never as dates', () => {
    const rows = rowsOf(district, 'Đăng ký – Đợt I');

    expect(rows.map((row) => row.typedBirthDate as CellValue)).toEqual(typed);
    expect(rows.filter((row) => row.member === 'DV-01')).toHaveLength(1);
  });
});

describe('a sheet that comes again', () => {
  it('twice has two rows, of which the newest counts', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'), 'lần đầu');
    district.workspace.advance(60_000);
    register(district, typedBy('DV-01'), 'lần sau');
    collect(district);
    collect(district);

    expect(rowsOf(district, 'Đăng ký – Đợt I').map((row) => row.R1)).toEqual(['lần đầu', 'lần sau']);
    const [row] = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Đợt I'));
    expect(row?.['commitment.R1']).toBe('lần sau');
  });

  it('edited is one more row of the same response, and counts', () => {
    const district = openedDistrict();
    const { workspace } = district;
    const first = register(district, typedBy('DV-01'), 'lần đầu');
    collect(district);
    workspace.advance(3_600_000);
    const paper = readForm(workspace, formId(district));
    const texts = textsFor(['sửa lại'], 0);
    const edited = workspace.submitForm(formId(district), {
      as: '',
      answers: registrationOf(paper, 'DV-01', texts, ''),
      editOf: first.ok ? first.responseId : '',
    });
    collect(district);

    const rows = rowsOf(district, 'Đăng ký – Đợt I');
    expect(edited).toMatchObject({ ok: true });
    expect(new Set(rows.map((row) => row.responseId)).size).toBe(1);
    expect(rows.map((row) => row.R1)).toEqual(['lần đầu', 'sửa lại']);
    const [row] = recordsOf(tabIn(bookNamed(workspace, P05).data, 'Đợt I'));
    expect(row?.['commitment.R1']).toBe('sửa lại');
  });
});

describe('a roster that changed', () => {
  const inRoster = (district: SmallDistrict, code: string, header: string, text: string): void =>
    typeBeside(
      district.workspace,
      { file: district.book, title: 'Đoàn viên', as: ROLE_ACCOUNT },
      { header: 'Mã đoàn viên', text: code },
      { header, text },
    );

  it('has two of one name and birthday: neither is guessed, a code tells them apart', () => {
    const district = openedDistrict();
    inRoster(district, 'DV-02', 'Họ và tên', 'Nguyễn Thị Ánh');
    inRoster(district, 'DV-02', 'Ngày sinh', '05/09/1994');
    register(district, typedBy('DV-01', { code: '' }));
    district.workspace.advance(1_000);
    register(district, typedBy('DV-01', { code: 'DV-02' }));
    collect(district);

    expect(rowsOf(district, 'Đăng ký – Đợt I').map((row) => row.member)).toEqual(['', 'DV-02']);
    const [sheet] = rowsOf(district, 'Phiếu cần xử lý');
    expect(sheet?.reason).toBe('có hai người trùng họ tên và ngày sinh');
    expect([sheet?.near1, sheet?.near2].map((near) => String(near).slice(0, 5)).sort()).toEqual([
      'DV-01',
      'DV-02',
    ]);
  });

  it('has moved a member since the opening: the sheet stands in the branch of the opening day', () => {
    const district = openedDistrict();
    inRoster(district, 'DV-02', 'Chi đoàn', 'P05-KP2');
    register(district, typedBy('DV-02'), 'việc riêng');
    collect(district);

    const rows = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Đợt I'));
    const own = rows.filter((row) => row.code === 'DV-02');
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject({ branchCode: 'P05-KP1', 'commitment.R1': 'việc riêng' });
  });
});

describe('a form that people changed', () => {
  type Paper = { items: { id: number; title: string; kind: string; required?: boolean }[] };
  const formOf = (district: SmallDistrict): Paper =>
    district.workspace.state.files[formId(district)]?.data as unknown as Paper;

  it('with a question added by hand goes on: the new question is none of ours', () => {
    const district = openedDistrict();
    const form = formOf(district);
    const first = form.items[0];
    if (!first) throw new Error('The form is empty');
    form.items = [{ ...first, id: 424_242, title: 'Câu hỏi thêm', required: false }, ...form.items];
    register(district, typedBy('DV-01'), 'việc riêng');
    collect(district);

    const [row] = rowsOf(district, 'Đăng ký – Đợt I');
    expect(row).toMatchObject({ typedName: 'Nguyễn Thị Ánh', R1: 'việc riêng', member: 'DV-01' });
  });

  it('with a question taken away by hand: what is still asked is collected', () => {
    const district = openedDistrict();
    const form = formOf(district);
    form.items = form.items.filter((item) => item.title !== 'Chi đoàn');
    const choices = Object.fromEntries(CRITERION_CODES.map((code) => [code, 'SUGGESTED'])) as never;
    const paper = readForm(district.workspace, formId(district));
    send(district, registrationAnswers(paper, typedBy('DV-01'), { group: 'DAN_CU', choices }));
    collect(district);

    expect(rowsOf(district, 'Đăng ký – Đợt I')[0]).toMatchObject({ member: 'DV-01', linkBranch: '' });
  });

  it('deleted is said in words; what was collected stays', () => {
    const district = openedDistrict();
    register(district, typedBy('DV-01'));
    collect(district);
    const file = district.workspace.state.files[formId(district)];
    if (!file) throw new Error('No form');
    delete (district.workspace.state.files as Record<string, unknown>)[file.id];

    const view = district.press('collect', WAVE.code);

    expect(view.state).toBe('STOPPED');
    expect(view.problems.map((one) => sentenceOf(one))).toEqual([
      expect.stringMatching(/^Phiếu Đợt I không còn trong Google Drive\..*Hãy bấm Mở đợt/),
    ]);
    expect(rowsOf(district, 'Đăng ký – Đợt I')).toHaveLength(1);
  });
});

it('the fields of a self-assessment are the ones looked at', () => {
  const district = openedDistrict();
  district.workspace.setClock(SELF_DAY);
  must(district.press('collect', WAVE.code));
  assess(district, typedBy('DV-01'));
  collect(district);

  const [row] = rowsOf(district, 'Tự đánh giá – Đợt I');
  expect(row).toMatchObject({ 'evidence.R1': 'Dọn vệ sinh hẻm 5', 'level.R1': 'Hoàn thành' });
});
