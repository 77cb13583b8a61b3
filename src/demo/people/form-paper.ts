import {
  GROUP_CHOICES,
  type CriterionCode,
  type TargetGroup,
  CRITERION_CODES,
} from '../../programme/criteria';
import type { FormData, ItemData } from '../../local/forms/model/form-data';
import { layoutOf } from '../../local/forms/model/layout';
import type { Workspace } from '../../local/workspace';

/** A form as somebody reads it on a phone: its questions by page and title. */
export interface FormPaper {
  readonly formId: string;
  /** Question on a page ('' = the first) whose title begins so. Throws when there is none. */
  question(page: string, title: string): ItemData;
}

/** Reads the form. */
export function readForm(workspace: Workspace, formId: string): FormPaper {
  const file = workspace.core.file<FormData>(formId);
  if (!file || file.kind !== 'form') throw new Error(`There is no form ${formId}`);
  const { pages } = layoutOf(file.data);
  const found = new Map<string, ItemData>();
  return {
    formId,
    question(page, title) {
      const key = `${page}\n${title}`;
      const known = found.get(key);
      if (known) return known;
      const items = pages.find((one) => (one.break?.title ?? '') === page)?.items;
      const item = items?.find(
        (one) => one.title.startsWith(title) && (one.choices !== undefined || one.kind !== 'SECTION_HEADER'),
      );
      if (!item) throw new Error(`The form has no question “${title}” on page “${page}”`);
      found.set(key, item);
      return item;
    },
  };
}

/** Who fills a sheet in, as typed. */
export interface TypedIdentity {
  readonly name: string;
  readonly birthDate: string;
  readonly code: string;
}

export type OwnWords = { readonly other: string };
/** What is chosen for a criterion on the registration: as suggested, not this wave, own words. */
export type Choice = 'SUGGESTED' | 'NONE' | OwnWords;

type Answers = Record<string, string | readonly string[] | OwnWords>;

export interface RegistrationAnswers {
  readonly group: TargetGroup;
  readonly choices: Readonly<Record<CriterionCode, Choice>>;
}

export interface AssessmentAnswers {
  /** Place of the level among the choices of each criterion: 0 best … 3, 4 = not registered. */
  readonly levels: readonly number[];
  readonly evidence: Readonly<Partial<Record<CriterionCode, string>>>;
  /** Places among the choices. */
  readonly ownClass: number;
  readonly branchRating: number;
  readonly unitRating: number;
  readonly difficulties: string;
}

/** The answers of a registration, by question. */
export function registrationAnswers(
  paper: FormPaper,
  who: TypedIdentity,
  { group, choices }: RegistrationAnswers,
): Answers {
  const label = GROUP_CHOICES.find(({ code }) => code === group)?.label ?? '';
  const page = `Phiếu đăng ký – ${label}`;
  const answers: Answers = { ...identityAnswers(paper, who, 'Phiếu đăng ký') };
  answers[paper.question('Bạn đang là:', 'Bạn đang là:').id] = label;
  CRITERION_CODES.forEach((code, index) => {
    const item = paper.question(page, `${index + 1}. `);
    const choice = choices[code];
    answers[item.id] = typeof choice === 'object' ? choice : choiceAt(item, choice === 'SUGGESTED' ? 0 : 1);
  });
  sign(paper, 'Ký tên', who, answers);
  return answers;
}

/** The answers of a self-assessment, by question. */
export function assessmentAnswers(paper: FormPaper, who: TypedIdentity, given: AssessmentAnswers): Answers {
  const page = 'Phiếu tự đánh giá';
  const answers: Answers = { ...identityAnswers(paper, who, 'Phiếu tự đánh giá') };
  CRITERION_CODES.forEach((code, index) => {
    const item = paper.question(page, `${index + 1}. `);
    answers[item.id] = choiceAt(item, given.levels[index] ?? 4);
    const evidence = given.evidence[code];
    if (evidence) answers[paper.question(page, `Minh chứng ${index + 1}`).id] = evidence;
  });
  const choose = (title: string, place: number): void => {
    const item = paper.question(page, title);
    answers[item.id] = choiceAt(item, place);
  };
  choose('Bạn tự xếp loại', given.ownClass);
  choose('Theo bạn, kết quả rèn luyện chung của chi đoàn', given.branchRating);
  choose('Theo bạn, kết quả rèn luyện chung của đơn vị', given.unitRating);
  if (given.difficulties !== '') answers[paper.question(page, 'Bạn có khó khăn').id] = given.difficulties;
  sign(paper, page, who, answers);
  return answers;
}

function identityAnswers(paper: FormPaper, who: TypedIdentity, kind: string): Answers {
  const answers: Answers = {
    [paper.question('', 'Họ và tên').id]: who.name,
    [paper.question('', 'Ngày, tháng, năm sinh').id]: who.birthDate,
    [paper.question('Bạn gửi phiếu nào?', 'Bạn gửi phiếu nào?').id]: kind,
  };
  if (who.code !== '') answers[paper.question('', 'Mã đoàn viên').id] = who.code;
  const consent = consentItem(paper);
  answers[consent.id] = choiceAt(consent, 0);
  return answers;
}

function consentItem(paper: FormPaper): ItemData {
  return paper.question(CONSENT_PAGE, 'Bạn có đồng ý không?');
}

const CONSENT_PAGE = 'Đồng ý cho xử lý dữ liệu cá nhân (Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15)';

function sign(paper: FormPaper, page: string, who: TypedIdentity, answers: Answers): void {
  answers[paper.question(page, 'Ký tên').id] = who.name;
  const pledge = paper.question(page, 'Cam ');
  answers[pledge.id] = [choiceAt(pledge, 0)];
}

function choiceAt(item: ItemData, place: number): string {
  const choice = item.choices?.[place]?.value;
  if (choice === undefined) throw new Error(`“${item.title}” has no choice ${place}`);
  return choice;
}
