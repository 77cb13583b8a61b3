import type { RuleData } from './form-data';

type Check = (text: string, values: readonly (string | number)[]) => boolean;
/** A check, and what Google says in Vietnamese when a rule has no text of its own. */
type Rule = readonly [Check, (values: readonly (string | number)[]) => string];

const patterns = new Map<string, RegExp>();

function pattern(text: string): RegExp {
  let made = patterns.get(text);
  if (!made) {
    made = compiled(text);
    patterns.set(text, made);
  }
  return made;
}

// Google's expressions allow escapes that JavaScript's stricter mode does not.
function compiled(text: string): RegExp {
  try {
    return new RegExp(text, 'u');
  } catch {
    return new RegExp(text);
  }
}

const number = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
const numeric =
  (holds: (n: number, a: number, b: number) => boolean): Check =>
  (text, [a, b]) => {
    const n = number(text);
    return Number.isFinite(n) && holds(n, Number(a), Number(b));
  };
const full = (text: string, source: unknown): boolean => pattern(`^(?:${String(source)})$`).test(text);
const part = (text: string, source: unknown): boolean => pattern(String(source)).test(text);
const compared = (words: string) => (values: readonly (string | number)[]) =>
  `Phải là một số ${words} ${values[0]}`;

const TEXT_RULES: Readonly<Record<string, Rule>> = {
  requireNumber: [numeric(() => true), () => 'Phải là một số'],
  requireWholeNumber: [numeric((n) => Number.isInteger(n)), () => 'Phải là một số nguyên'],
  requireNumberGreaterThan: [numeric((n, a) => n > a), compared('lớn hơn')],
  requireNumberGreaterThanOrEqualTo: [numeric((n, a) => n >= a), compared('lớn hơn hoặc bằng')],
  requireNumberLessThan: [numeric((n, a) => n < a), compared('nhỏ hơn')],
  requireNumberLessThanOrEqualTo: [numeric((n, a) => n <= a), compared('nhỏ hơn hoặc bằng')],
  requireNumberEqualTo: [numeric((n, a) => n === a), compared('bằng')],
  requireNumberNotEqualTo: [numeric((n, a) => n !== a), compared('khác')],
  requireNumberBetween: [
    numeric((n, a, b) => n >= a && n <= b),
    ([a, b]) => `Phải là một số trong khoảng từ ${a} đến ${b}`,
  ],
  requireNumberNotBetween: [
    numeric((n, a, b) => n < a || n > b),
    ([a, b]) => `Phải là một số ngoài khoảng từ ${a} đến ${b}`,
  ],
  requireTextIsEmail: [(text) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text), () => 'Phải là một địa chỉ email'],
  requireTextIsUrl: [
    (text) => /^(https?:\/\/)?[^\s/.]+(\.[^\s/.]+)+(\/\S*)?$/i.test(text),
    () => 'Phải là một URL',
  ],
  requireTextContainsPattern: [(text, [a]) => part(text, a), ([a]) => `Phải chứa mẫu ${a}`],
  requireTextDoesNotContainPattern: [(text, [a]) => !part(text, a), ([a]) => `Không được chứa mẫu ${a}`],
  requireTextMatchesPattern: [(text, [a]) => full(text, a), ([a]) => `Phải khớp với mẫu ${a}`],
  requireTextDoesNotMatchPattern: [(text, [a]) => !full(text, a), ([a]) => `Không được khớp với mẫu ${a}`],
  requireTextLengthGreaterThanOrEqualTo: [
    (text, [a]) => text.length >= Number(a),
    ([a]) => `Phải có tối thiểu ${a} ký tự`,
  ],
  requireTextLengthLessThanOrEqualTo: [
    (text, [a]) => text.length <= Number(a),
    ([a]) => `Phải có tối đa ${a} ký tự`,
  ],
};

const COUNT_RULES: Readonly<Record<string, readonly [(n: number, a: number) => boolean, string]>> = {
  requireSelectAtLeast: [(n, a) => n >= a, 'Phải chọn ít nhất'],
  requireSelectAtMost: [(n, a) => n <= a, 'Phải chọn tối đa'],
  requireSelectExactly: [(n, a) => n === a, 'Phải chọn chính xác'],
};

/** Why a text breaks the rule, in the rule's words or Google's; null when it keeps it. Empty texts are the business of `required`. */
export function textFault(rule: RuleData | undefined, text: string): string | null {
  if (!rule || text === '') return null;
  const [holds, words] = TEXT_RULES[rule.rule]!;
  return holds(text, rule.values) ? null : rule.help || words(rule.values);
}

/** Why this many ticks break the rule; null when they keep it. */
export function countFault(rule: RuleData | undefined, count: number): string | null {
  if (!rule) return null;
  const [holds, words] = COUNT_RULES[rule.rule]!;
  const limit = Number(rule.values[0]);
  return holds(count, limit) ? null : rule.help || `${words} ${limit} tùy chọn`;
}

/** Why a grid's answers break the rule (one answer a column is the only one there is); null when they keep it. */
export function gridFault(
  rule: RuleData | undefined,
  rows: readonly (string | null | readonly string[])[],
): string | null {
  if (!rule) return null;
  const used = rows.flat().filter((column) => column !== null);
  return new Set(used).size === used.length
    ? null
    : rule.help || 'Vui lòng chọn không quá một câu trả lời cho mỗi cột';
}

/** True when Google takes the text as a regular expression. */
export function isPattern(text: string): boolean {
  try {
    pattern(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
