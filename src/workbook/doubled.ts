/** A row whose key another row has too. */
export interface Doubled {
  readonly index: number;
  /** 0-based sheet row. */
  readonly row: number;
  /** The other sheet rows with the same key. */
  readonly others: readonly number[];
}

/** Rows that share a key; an empty key is shared by nobody. */
export function doubledRows<T>(
  reading: { readonly values: readonly T[]; readonly rows: readonly number[] },
  keyOf: (value: T) => string,
): readonly Doubled[] {
  const byKey = new Map<string, number[]>();
  reading.values.forEach((value, index) => {
    const key = keyOf(value);
    if (key === '') return;
    const own = byKey.get(key);
    if (own) own.push(index);
    else byKey.set(key, [index]);
  });
  const rowAt = (index: number): number => reading.rows[index] ?? -1;
  return [...byKey.values()]
    .filter((indexes) => indexes.length > 1)
    .flatMap((indexes) =>
      indexes.map((index) => ({
        index,
        row: rowAt(index),
        others: indexes.filter((other) => other !== index).map(rowAt),
      })),
    );
}
