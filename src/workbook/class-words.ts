import type { Preset } from '../programme/classification';
import { NO_CLASS_LABEL, PRESETS } from '../programme/presets';
import type { Wave } from '../programme/wave';
import { comparable } from './words';

/** Class words of all scales: a ledger outlives a change of the scale. A class code is the same word in every scale. */
const ANY_CLASS = new Map(
  PRESETS.flatMap((preset) => preset.classes.map((one) => [one.code, one.label] as const)),
);
const ANY_CLASS_WORD = new Map([...ANY_CLASS].map(([code, label]) => [comparable(label), code]));

/** A class as people read it in its scale; '' = *Chưa đủ cơ sở xếp loại*; a class of another scale by its word there. */
export function classWord(code: string, preset: Preset): string {
  if (code === '') return NO_CLASS_LABEL;
  return preset.classes.find((one) => one.code === code)?.label ?? anyClassWord(code);
}

/** The code of a class word in a scale; '' for an empty cell and *Chưa đủ cơ sở*; a class of another scale is known too; null for an unknown word. */
export function classOfWord(word: string, preset: Preset): string | null {
  const wanted = comparable(word);
  if (wanted === '' || wanted === comparable(NO_CLASS_LABEL)) return '';
  const own = preset.classes.find((one) => comparable(one.label) === wanted);
  return own?.code ?? ANY_CLASS_WORD.get(wanted) ?? null;
}

/** A class as a ledger shows it; '' stays empty. */
export function anyClassWord(code: string): string {
  return ANY_CLASS.get(code) ?? code;
}

/** The code of a class a ledger shows. */
export function anyClassOfWord(word: string): string {
  return ANY_CLASS_WORD.get(comparable(word)) ?? word;
}

const ROMAN = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII'];

/** A wave as people say it: 'Đợt I'; of the school calendar 'Đợt I (trường học)'. */
export function waveName(wave: Pick<Wave, 'calendar' | 'number'>): string {
  const number = ROMAN[wave.number] ?? String(wave.number);
  return `Đợt ${number}${wave.calendar === 'SCHOOL' ? ' (trường học)' : ''}`;
}
