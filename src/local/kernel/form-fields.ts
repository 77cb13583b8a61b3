/** What of a browser's FormData is looked at. */
export interface FieldValues {
  keys(): Iterable<string>;
  getAll(name: string): readonly unknown[];
}

/** The fields of a page's form by name, as google.script.run carries a form; several values of one name are a list [facts 6]. */
export function fieldsByName(data: FieldValues): Record<string, string | string[]> {
  const fields: Record<string, string | string[]> = {};
  for (const name of new Set(data.keys())) {
    const values = data.getAll(name).filter((value): value is string => typeof value === 'string');
    fields[name] = values.length === 1 ? values[0]! : values;
  }
  return fields;
}
