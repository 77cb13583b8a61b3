/** Options of a command line: `--name value` and `--name`. Throws for one the command does not have. */
export function readArguments(
  list: readonly string[],
  known: Readonly<Record<string, 'value' | 'flag'>>,
): Readonly<Record<string, string | true | undefined>> {
  const given: Record<string, string | true> = {};
  for (let place = 0; place < list.length; place += 1) {
    const [name = '', joined] = (list[place] ?? '').replace(/^--/, '').split('=', 2);
    const kind = known[name];
    if (!list[place]!.startsWith('--') || !kind)
      throw new Error(
        `Unknown option ${list[place]}; known: ${Object.keys(known)
          .map((one) => `--${one}`)
          .join(' ')}`,
      );
    if (kind === 'flag') given[name] = true;
    else {
      const value = joined ?? list[(place += 1)];
      if (value === undefined) throw new Error(`--${name} needs a value`);
      given[name] = value;
    }
  }
  return given;
}

/** A whole number of an option. Throws when it is none. */
export function wholeNumber(given: string | true | undefined, otherwise: number, name: string): number {
  if (given === undefined) return otherwise;
  const number = Number(given);
  if (!Number.isInteger(number) || number < 0) throw new Error(`--${name} needs a whole number`);
  return number;
}
