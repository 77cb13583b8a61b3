/** Gives several methods the same facts. */
export function same<K extends string, const F>(facts: F, ...names: readonly K[]): Record<K, F> {
  return Object.fromEntries(names.map((name) => [name, facts])) as Record<K, F>;
}
