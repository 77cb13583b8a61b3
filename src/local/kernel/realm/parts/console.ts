/** console and Logger; `isGoogles` tells objects that show themselves by their name. */
export function installConsole(
  global: object,
  of: {
    readonly log: (level: string, line: string) => void;
    readonly now: () => number;
    readonly isGoogles: (value: object) => boolean;
    readonly hidden: (target: object, name: string, value: unknown) => void;
  },
): void {
  const { log, now, isGoogles, hidden } = of;
  const { keys } = Object;
  const { stringify } = JSON;
  const RealError = Error;
  const toText: (value: unknown) => string = String;
  const shown = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return toText(value);
    if (value instanceof RealError) return value.stack ?? toText(value);
    if (isGoogles(value)) return toText(value);
    try {
      return stringify(value) ?? toText(value);
    } catch {
      return toText(value);
    }
  };
  /** A line from printf-like arguments; what has no place in the text is put behind it. */
  const formatted = (values: unknown[]): string => {
    const [first, ...rest] = values;
    if (typeof first !== 'string' || !first.includes('%')) return values.map(shown).join(' ');
    let used = 0;
    const text = first.replace(/%[sdifoOj%]/g, (sign) => {
      if (sign === '%%') return '%';
      if (used >= rest.length) return sign;
      const value = rest[used];
      used += 1;
      if (sign === '%d' || sign === '%i') return toText(Math.trunc(Number(value)));
      return sign === '%f' ? toText(Number(value)) : shown(value);
    });
    return [text, ...rest.slice(used).map(shown)].join(' ');
  };

  const console: Record<string, unknown> = {};
  const starts = new Map<string, number>();
  for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
    const method = {
      [level](...values: unknown[]) {
        log(level, formatted(values));
      },
    };
    console[level] = method[level];
  }
  console['time'] = (label: unknown) => {
    starts.set(toText(label), now());
  };
  console['timeEnd'] = (label: unknown) => {
    const start = starts.get(toText(label));
    if (start !== undefined) log('log', `${toText(label)}: ${now() - start}ms`);
  };
  hidden(global, 'console', console);

  const logger = {};
  let logged = '';
  const loggerMethods: Record<string, (...values: unknown[]) => unknown> = {
    log(...values) {
      const line = formatted(values);
      logged += `${line}\n`;
      log('info', line);
      return logger;
    },
    getLog: () => logged,
    clear() {
      logged = '';
    },
    toString: () => 'Logger',
  };
  for (const name of keys(loggerMethods)) hidden(logger, name, loggerMethods[name]);
  hidden(global, 'Logger', logger);
}
