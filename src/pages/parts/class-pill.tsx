import { classRank, type Preset } from '../../programme/classification';
import { classShort, classWords } from './words';

/** Colours of a scale, best class first; the five-class scale has one more between the first two. */
const TONES: Readonly<Record<number, readonly string[]>> = {
  4: ['best', 'good', 'average', 'weak'],
  5: ['best', 'fifth', 'good', 'average', 'weak'],
};

/** The colour of a class: 'none' where there is no class. */
export function classTone(preset: Preset, code: string): string {
  return TONES[preset.classes.length]?.[classRank(preset, code)] ?? 'none';
}

/** What fits a pill of "Chưa đủ cơ sở xếp loại". */
const NO_BASIS = 'Chưa đủ cơ sở';

/** A class as a pill with its word; `code` null = not assessed yet. */
export function ClassPill({
  preset,
  code,
  short = false,
  big = false,
}: {
  readonly preset: Preset;
  readonly code: string | null;
  readonly short?: boolean;
  readonly big?: boolean;
}) {
  const words = code === null ? 'Chưa đánh giá' : classWords(preset, code);
  const shown = short ? (code === null ? '–' : classShort(preset, code)) : code === '' ? NO_BASIS : words;
  return (
    <span
      class={`class class--${classTone(preset, code ?? '')}${big ? ' class--big' : ''}`}
      title={shown === words ? undefined : words}
    >
      {shown === words ? shown : <Spoken shown={shown} words={words} />}
    </span>
  );
}

function Spoken({ shown, words }: { readonly shown: string; readonly words: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span class="visually-hidden">{words}</span>
    </>
  );
}
