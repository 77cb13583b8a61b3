import {
  criteriaOf,
  type Criterion,
  type GroupLabel,
  type Half,
  type TargetGroup,
  HALVES,
} from '../programme/criteria';
import { formatDayInDocument, type IsoDay } from '../programme/dates';
import type { LeastRegistered } from '../programme/submission';
import type { Wave } from '../programme/wave';
import { formWords as words } from './form-words';

/** A place in the form that an answer is read from: 'name', 'reg:DAN_CU:R1', 'level:A5' … */
export type ItemKey = string;

interface Question {
  readonly key: ItemKey;
  readonly title: string;
  readonly help?: string;
  readonly required?: boolean;
  /** The earlier item of the same kind that it is made from: a copy and its differences cost a third of the calls. */
  readonly like?: ItemKey;
}

/** Instead of a page: the form is finished. */
export const SUBMIT = 'SUBMIT';

/** One item of the form, in the order of the form. */
export type FormItem =
  | (Question & { readonly kind: 'TEXT'; readonly pattern?: string; readonly patternHelp?: string })
  | (Question & { readonly kind: 'PARAGRAPH' })
  | (Question & { readonly kind: 'CHOICE'; readonly choices: readonly string[]; readonly other?: boolean })
  /** A choice that leads to pages; its choices are set once the pages are there. */
  | (Question & { readonly kind: 'ROUTE' })
  | (Question & { readonly kind: 'TICK'; readonly choices: readonly string[] })
  | (Question & { readonly kind: 'HEADER' })
  /** A new page. `before` = where whoever completes the page before it goes on: another page, or SUBMIT; absent = to this one. */
  | (Question & { readonly kind: 'PAGE'; readonly before?: ItemKey });

/** What the form is made of. */
export interface FormFacts {
  readonly wave: Wave;
  readonly waveName: string;
  readonly criteria: readonly Criterion[];
  readonly groups: readonly GroupLabel[];
  /** Labels of the classes of the preset, best first. */
  readonly classes: readonly string[];
  readonly district: string;
  readonly planNumber: string;
  readonly planDay: IsoDay;
  readonly contact: string;
  /** "Quận 8": whose committee handles the data, and whom to ask about them. */
  readonly place: string;
  readonly dataContact: string;
  readonly consentLink: string;
  readonly keepDetailsUntil: IsoDay;
  readonly keepClassesUntil: IsoDay;
  /** Fewest criteria a member should register in each half (P3). */
  readonly least: LeastRegistered;
  /** Link to the full guide of each target group (P4); '' where there is none. */
  readonly guides: Readonly<Record<TargetGroup, string>>;
}

/**
 * The whole form, item by item (pages.md 1): identity, consent without a default answer, which sheet, one registration page per target group and
 * the signature of all of them, one self-assessment page, the page for those who do not consent. The order is the order on the form and never changes for a form in use.
 */
export function formItems(facts: FormFacts): readonly FormItem[] {
  return [
    { kind: 'TEXT', key: 'name', title: 'Họ và tên', required: true },
    {
      kind: 'TEXT',
      key: 'birth',
      title: 'Ngày, tháng, năm sinh',
      help: 'Ví dụ 05/09/1998',
      required: true,
      pattern: '^\\s*\\d{1,2}[/.\\- ]\\d{1,2}[/.\\- ]\\d{4}\\s*$',
      patternHelp: 'Ghi theo thứ tự ngày/tháng/năm, ví dụ 05/09/1998',
    },
    {
      kind: 'TEXT',
      key: 'branch',
      title: 'Chi đoàn',
      help: 'Đã điền sẵn khi bạn mở phiếu bằng đường dẫn của chi đoàn.',
    },
    { kind: 'TEXT', key: 'code', title: 'Mã đoàn viên (nếu nhớ)' },
    {
      kind: 'PAGE',
      key: 'page:consent',
      title: words.consentTitle,
      help: words.consent({
        place: facts.place,
        dataContact: facts.dataContact,
        keepDetailsUntil: formatDayInDocument(facts.keepDetailsUntil),
        keepClassesUntil: formatDayInDocument(facts.keepClassesUntil),
        fullText: facts.consentLink,
      }),
    },
    { kind: 'ROUTE', key: 'consent', title: 'Bạn có đồng ý không?', required: true },
    { kind: 'PAGE', key: 'page:kind', title: 'Bạn gửi phiếu nào?' },
    { kind: 'ROUTE', key: 'kind', title: 'Bạn gửi phiếu nào?', required: true, like: 'consent' },
    { kind: 'PAGE', key: 'page:group', title: 'Bạn đang là:' },
    { kind: 'ROUTE', key: 'group', title: 'Bạn đang là:', required: true, like: 'consent' },
    ...facts.groups.flatMap((group, index) => registrationPage(facts, group, index > 0)),
    ...signaturePage(),
    ...selfAssessmentPage(facts),
    { kind: 'PAGE', key: 'page:paper', title: 'Phiếu giấy', help: words.paper, before: SUBMIT },
  ];
}

/** What a route offers: text and the page it leads to. `open` = the sheet offered now; both while none is, because Google wants a choice. */
export function routesOf(
  facts: Pick<FormFacts, 'groups'>,
  open: 'REGISTRATION' | 'SELF_ASSESSMENT' | null,
): Readonly<Record<'consent' | 'kind' | 'group', readonly Route[]>> {
  const kinds: readonly (Route & { readonly kind: string })[] = [
    { kind: 'REGISTRATION', text: words.registration, page: 'page:group' },
    { kind: 'SELF_ASSESSMENT', text: words.selfAssessment, page: 'page:self' },
  ];
  return {
    consent: [
      { text: words.agree, page: 'page:kind' },
      { text: words.disagree, page: 'page:paper' },
    ],
    kind: kinds.filter((route) => open === null || route.kind === open),
    group: facts.groups.map((group) => ({ text: group.label, page: `page:${group.code}` })),
  };
}

/** A choice of a route. */
export interface Route {
  readonly text: string;
  readonly page: ItemKey;
}

const HALF_TITLES: Readonly<Record<Half, string>> = {
  TRAINING: 'PHẦN I. RÈN LUYỆN (05 tiêu chí)',
  ACTION: 'PHẦN II. HÀNH ĐỘNG (05 tiêu chí)',
};

/** The ten criteria of a group. Every question is a copy of the one before it, or of the same criterion of the first group. */
function registrationPage(facts: FormFacts, group: GroupLabel, isFurther: boolean): readonly FormItem[] {
  const [first] = facts.groups;
  const model = isFurther && first ? first.code : null;
  return [
    {
      kind: 'PAGE',
      key: `page:${group.code}`,
      title: `Phiếu đăng ký – ${group.label}`,
      help: pageHelp(
        [
          group.code === 'LLVT' ? words.armedForces : words.registrationHelp,
          ...(words.least(facts.least) === '' ? [] : [words.least(facts.least)]),
          ...(facts.guides[group.code] === '' ? [] : [words.guide(facts.guides[group.code])]),
        ].join('\n'),
      ),
      ...(model === null ? {} : { like: `page:${model}`, before: SIGNATURE_PAGE }),
    },
    ...byHalf(facts, group.code, model, (criterion, before): FormItem[] => [
      {
        kind: 'CHOICE',
        key: registrationKey(group.code, criterion.code),
        title: criterionTitle(criterion),
        help: `Gợi ý: ${criterion.hints[group.code]}`,
        choices: [words.asSuggested, words.notRegistered],
        other: true,
        required: true,
        ...likeOf(
          model !== null
            ? registrationKey(model, criterion.code)
            : before && registrationKey(group.code, before.code),
        ),
      },
    ]),
  ];
}

const SIGNATURE_PAGE = 'page:sign';

/** Where all registrations end: the signature and the pledge, one page for all groups. */
function signaturePage(): readonly FormItem[] {
  return [
    { kind: 'PAGE', key: SIGNATURE_PAGE, title: 'Ký tên' },
    { kind: 'TEXT', key: 'sign:registration', title: words.signature, required: true, like: 'name' },
    {
      kind: 'TICK',
      key: 'pledge:registration',
      title: 'Cam kết',
      choices: [words.pledge],
      required: true,
    },
  ];
}

function selfAssessmentPage(facts: FormFacts): readonly FormItem[] {
  return [
    {
      kind: 'PAGE',
      key: 'page:self',
      title: words.selfAssessment,
      help: pageHelp(words.selfHelp),
      before: SUBMIT,
    },
    { kind: 'PARAGRAPH', key: 'registered', title: 'Đã đăng ký', help: words.registeredHelp },
    ...byHalf(facts, 'self', facts.groups[0]?.code ?? null, (criterion, before): FormItem[] => [
      {
        kind: 'CHOICE',
        key: `level:${criterion.code}`,
        title: criterionTitle(criterion),
        choices: words.levels,
        required: true,
        ...likeOf(before && `level:${before.code}`),
      },
      {
        kind: 'TEXT',
        key: `evidence:${criterion.code}`,
        title: `Minh chứng ${criterionNumber(criterion)}`,
        help: words.evidenceHelp,
        ...likeOf(before && `evidence:${before.code}`),
      },
    ]),
    { kind: 'CHOICE', key: 'ownClass', title: 'Bạn tự xếp loại', choices: facts.classes, required: true },
    {
      kind: 'CHOICE',
      key: 'branchRating',
      title: words.branchRating,
      help: words.ratingHelp,
      choices: words.ratings,
    },
    {
      kind: 'CHOICE',
      key: 'unitRating',
      title: words.unitRating,
      help: words.ratingHelp,
      choices: words.ratings,
      like: 'branchRating',
    },
    { kind: 'PARAGRAPH', key: 'difficulties', title: words.difficulties },
    { kind: 'TEXT', key: 'sign:self', title: words.signature, required: true, like: 'sign:registration' },
    {
      kind: 'TICK',
      key: 'pledge:self',
      title: 'Cam đoan',
      choices: [words.selfPledge],
      required: true,
      like: 'pledge:registration',
    },
  ];
}

/** A page's help, with the title of its first half below: no item of its own is needed for it. */
function pageHelp(help: string): string {
  return `${help}\n\n${HALF_TITLES.TRAINING}`;
}

/** Questions of all criteria in order, with the title of the second half between; `model` = the page whose title is copied. */
function byHalf(
  facts: FormFacts,
  page: string,
  model: string | null,
  itemsOf: (criterion: Criterion, before: Criterion | null) => readonly FormItem[],
): readonly FormItem[] {
  const criteria = HALVES.flatMap(criteriaOf).flatMap(
    (code) => facts.criteria.find((one) => one.code === code) ?? [],
  );
  return criteria.flatMap((criterion, index): readonly FormItem[] => {
    const before = criteria[index - 1] ?? null;
    const isSecond = before !== null && before.half !== criterion.half;
    const title: FormItem = {
      kind: 'HEADER',
      key: `half:${page}:${criterion.half}`,
      title: HALF_TITLES[criterion.half],
      ...likeOf(model && `half:${model}:${criterion.half}`),
    };
    return [...(isSecond ? [title] : []), ...itemsOf(criterion, before)];
  });
}

function likeOf(key: ItemKey | null | undefined): { readonly like?: ItemKey } {
  return key ? { like: key } : {};
}

/** Key of a group's question on a criterion. */
export function registrationKey(group: TargetGroup, criterion: string): ItemKey {
  return `reg:${group}:${criterion}`;
}

function criterionNumber(criterion: Criterion): number {
  return criterion.half === 'TRAINING'
    ? Number(criterion.code.slice(1))
    : 5 + Number(criterion.code.slice(1));
}

function criterionTitle(criterion: Criterion): string {
  return `${criterionNumber(criterion)}. ${criterion.title}`;
}
