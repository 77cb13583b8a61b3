/**
 * Long lists of like records, as columns: a branch of 500 members named its fields 500 times, and most of a list's words come again and again.
 * What is packed is unpacked again to the same value; anything that is no list of like records goes as it is.
 */
interface PackedList {
  readonly packed: number;
  readonly columns: readonly PackedColumn[];
}

/** Values of a field; `words` = the different ones, and `at` their places among these. `rows` = records themselves, `at` tells which there are. */
type PackedColumn =
  | { readonly key: string; readonly values: readonly unknown[] }
  | { readonly key: string; readonly words: readonly unknown[]; readonly at: readonly number[] }
  | { readonly key: string; readonly rows: PackedList; readonly at: readonly (0 | 1)[] };

/** A shorter list is not worth it. */
const FEWEST = 20;

/** A list packed; null where it is too short or its records are not alike. */
export function packList(list: readonly unknown[]): PackedList | null {
  return list.length >= FEWEST ? packAlike(list) : null;
}

function packAlike(list: readonly unknown[]): PackedList | null {
  const [first] = list;
  if (!isRecord(first)) return null;
  const keys = Object.keys(first);
  const name = keys.join();
  const records = list.filter(isRecord);
  if (records.length < list.length || !records.every((one) => Object.keys(one).join() === name)) return null;
  return { packed: list.length, columns: keys.map((key) => columnOf(key, records)) };
}

function columnOf(key: string, records: readonly Readonly<Record<string, unknown>>[]): PackedColumn {
  const values = records.map((one) => one[key]);
  const places = new Map<string, number>();
  const words: unknown[] = [];
  const at = values.map((value) => {
    const text = JSON.stringify(value) ?? '';
    const place = places.get(text) ?? words.push(value) - 1;
    places.set(text, place);
    return place;
  });
  if (words.length * 3 <= values.length) return { key, words, at };
  const there = values.filter((value) => value !== null);
  const rows = packAlike(there);
  return rows ? { key, rows, at: values.map((value) => (value === null ? 0 : 1)) } : { key, values };
}

/**
 * The value with every packed list in it unpacked. Not by JSON's own reviver: that is asked about each of many thousand signs, and a page waits for
 * it.
 */
export function unpackIn(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpackIn);
  if (isPackedList(value)) return unpackList(value);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, unpackIn(one)]));
}

/** Whether the value is a packed list. */
function isPackedList(value: unknown): value is PackedList {
  return isRecord(value) && typeof value.packed === 'number' && Array.isArray(value.columns);
}

function unpackList({ packed, columns }: PackedList): readonly unknown[] {
  const records = Array.from({ length: packed }, (): Record<string, unknown> => ({}));
  for (const column of columns) {
    const values = valuesOf(column);
    records.forEach((record, index) => {
      record[column.key] = values[index];
    });
  }
  return records;
}

function valuesOf(column: PackedColumn): readonly unknown[] {
  if ('values' in column) return column.values;
  if ('words' in column) return column.at.map((place) => column.words[place]);
  const rows = unpackList(column.rows);
  let next = 0;
  return column.at.map((isThere) => (isThere === 0 ? null : rows[next++]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
