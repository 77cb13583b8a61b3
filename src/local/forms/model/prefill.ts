import type { Answer, OneAnswer } from '../../kernel/acts';
import type { FormData, ItemData, StoredAnswer } from './form-data';
import { layoutOf } from './layout';

const OTHER = '__other_option__';

/** Where people fill a form in. */
export function publishedUrl(publishedId: string): string {
  return `https://docs.google.com/forms/d/e/${publishedId}/viewform`;
}

/** The address that opens the form with these answers filled in, as toPrefilledUrl() gives it. */
export function prefilledUrl(form: FormData, answers: ReadonlyMap<number, StoredAnswer>): string {
  const parts = form.items.flatMap((item) => {
    const answer = answers.get(item.id);
    return answer === undefined ? [] : entriesOf(item, answer);
  });
  return [`${publishedUrl(form.publishedId)}?usp=pp_url`, ...parts].join('&');
}

function entriesOf(item: ItemData, answer: StoredAnswer): readonly string[] {
  const isRows = item.kind === 'GRID' || item.kind === 'CHECKBOX_GRID';
  if (isRows) {
    return item.entries.flatMap((entry, row) =>
      [answer[row] ?? []].flat().map((text) => `entry.${entry}=${encoded(text)}`),
    );
  }
  const values = new Set(item.choices?.map((choice) => choice.value));
  return [answer].flat().flatMap((text) => {
    if (typeof text !== 'string' || text === '') return [];
    const name = `entry.${item.entries[0]}`;
    if (!item.choices || values.has(text)) return [`${name}=${encoded(text)}`];
    return [`${name}=${OTHER}`, `${name}.other_option_response=${encoded(text)}`];
  });
}

function encoded(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

/**
 * Answers that an address fills in, by item id; what names no entry of the form is passed over, as Google does. Takes a whole address or what
 * follows its `?`.
 */
export function prefilledAnswers(form: FormData, address: string): Readonly<Record<string, Answer>> {
  const { byEntry } = layoutOf(form);
  const filled: Record<string, Answer> = {};
  const query = new URLSearchParams(
    address.includes('?') ? address.slice(address.indexOf('?') + 1) : address,
  );
  for (const [entry, { item, row }] of byEntry) {
    const name = `entry.${entry}`;
    const texts = query.getAll(name);
    if (texts.length === 0) continue;
    const own = query.get(`${name}.other_option_response`);
    const given = texts.map((text): OneAnswer => (text === OTHER ? { other: own ?? '' } : text));
    const id = String(item.id);
    if (item.kind === 'GRID' || item.kind === 'CHECKBOX_GRID') {
      const rows =
        (filled[id] as unknown[] | undefined) ?? item.rows!.map(() => (item.kind === 'GRID' ? null : []));
      rows[row] = item.kind === 'GRID' ? given[0] : given;
      filled[id] = rows as Answer;
    } else {
      filled[id] = item.kind === 'CHECKBOX' ? given : given[0]!;
    }
  }
  return filled;
}
