/** What a person chose or typed for a job's fields, by name; nothing that is no text comes through. */
export function answersOf(args: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const given = args.answers;
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(
    Object.entries(given).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** One of them; '' when it was not given. */
export function answerArg(args: Readonly<Record<string, unknown>>, name: string): string {
  return (answersOf(args)[name] ?? '').trim();
}
