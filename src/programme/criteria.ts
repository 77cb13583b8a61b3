import catalogue from './criteria-catalogue.json';

/** The two halves of the sheet (P3): rèn luyện and hành động. */
export type Half = 'TRAINING' | 'ACTION';

export const HALVES: readonly Half[] = ['TRAINING', 'ACTION'];

/** The five training and five action criteria of the plan (P3), in the order of the sheet and of packed levels. */
export const CRITERION_CODES = ['R1', 'R2', 'R3', 'R4', 'R5', 'A1', 'A2', 'A3', 'A4', 'A5'] as const;

export type CriterionCode = (typeof CRITERION_CODES)[number];

/** Target groups (đối tượng, P4). */
export const TARGET_GROUPS = ['HOC_SINH', 'SINH_VIEN', 'CONG_NHAN', 'CCVC', 'DAN_CU', 'LLVT'] as const;

export type TargetGroup = (typeof TARGET_GROUPS)[number];

/** A target group with the name people read. */
export interface GroupLabel {
  readonly code: TargetGroup;
  readonly label: string;
}

/** A criterion as the district may word it: title, a suggestion per target group (P4), a hint of evidence. */
export interface Criterion {
  readonly code: CriterionCode;
  readonly half: Half;
  readonly title: string;
  readonly hints: Readonly<Record<TargetGroup, string>>;
  readonly evidenceHint: string;
}

/** Whether the text is one of R1 … A5. */
export function isCriterionCode(text: string): text is CriterionCode {
  return (CRITERION_CODES as readonly string[]).includes(text);
}

/** Whether the text is one of the six target groups. */
export function isTargetGroup(text: string): text is TargetGroup {
  return (TARGET_GROUPS as readonly string[]).includes(text);
}

/** The half a criterion belongs to (P3). */
export function halfOf(code: CriterionCode): Half {
  return code.startsWith('R') ? 'TRAINING' : 'ACTION';
}

/** The five criteria of a half, in order. */
export function criteriaOf(half: Half): readonly CriterionCode[] {
  return half === 'TRAINING' ? CRITERION_CODES.slice(0, 5) : CRITERION_CODES.slice(5);
}

/** Place of a criterion in packed levels, 0–9. */
export function criterionIndex(code: CriterionCode): number {
  return CRITERION_CODES.indexOf(code);
}

/** The ten criteria as delivered; the district replaces every word of them in its workbook (P4, P15). */
export const DEFAULT_CRITERIA: readonly Criterion[] = /* @__PURE__ */ CRITERION_CODES.map((code) => {
  const entry = catalogue.criteria.find((one) => one.code === code);
  if (!entry) throw new Error(`criteria-catalogue.json has no ${code}`);
  return {
    code,
    half: halfOf(code),
    title: entry.title_vi,
    hints: entry.registration_hint_vi,
    evidenceHint: entry.evidence_hint_vi,
  };
});

/** The six target groups with their Vietnamese names, in the order of the form. */
export const GROUP_LABELS: readonly GroupLabel[] = /* @__PURE__ */ TARGET_GROUPS.map((code) => {
  const entry = catalogue.groups.find((one) => one.code === code);
  if (!entry) throw new Error(`criteria-catalogue.json has no group ${code}`);
  return { code, label: entry.label_vi };
});

/** The same groups as the form asks for them: "Bạn đang là: …" (wording.md 4). */
export const GROUP_CHOICES: readonly GroupLabel[] = [
  { code: 'HOC_SINH', label: 'Học sinh' },
  { code: 'SINH_VIEN', label: 'Sinh viên, học viên' },
  { code: 'CONG_NHAN', label: 'Công nhân, lao động' },
  { code: 'CCVC', label: 'Cán bộ, công chức, viên chức, giáo viên' },
  { code: 'DAN_CU', label: 'Thanh niên sinh hoạt ở khu phố' },
  { code: 'LLVT', label: 'Quân đội, công an' },
];
