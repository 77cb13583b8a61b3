import { NotEmulatedError } from '../../kernel/errors';

/** Functions of Google's that the engine does not know: #NAME? for them would be a wrong answer. */
const GOOGLES = new Set(
  `QUERY IMPORTRANGE IMPORTDATA IMPORTHTML IMPORTXML IMPORTFEED GOOGLEFINANCE GOOGLETRANSLATE DETECTLANGUAGE SPARKLINE IMAGE
  ARRAYFORMULA ARRAY_CONSTRAIN FLATTEN SPLIT JOIN REGEXMATCH TO_TEXT TO_DATE TO_PERCENT TO_DOLLARS TO_PURE_NUMBER ISEMAIL ISURL
  ISDATE COUNTUNIQUE COUNTUNIQUEIFS SORTN ISBETWEEN EPOCHTODATE MINUS ADD MULTIPLY DIVIDE EQ NE GT GTE LT LTE UMINUS UPLUS POW
  UNARY_PERCENT AVERAGE.WEIGHTED MARGINOFERROR GETPIVOTDATA`.split(/\s+/),
);

/** Functions whose answer fills cells beside the formula's own, which is not emulated. */
const SPILLING =
  /^=\s*(FILTER|SORT|SORTBY|UNIQUE|SEQUENCE|TRANSPOSE|VSTACK|HSTACK|TOCOL|TOROW|WRAPROWS|WRAPCOLS|CHOOSECOLS|CHOOSEROWS|RANDARRAY|MAP|BYROW|BYCOL|MAKEARRAY|SCAN|\{)/i;

/** The function, or way of using one, in a formula that is not emulated. */
export function missingFunction(formula: string): string | undefined {
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  for (const [, name] of bare.matchAll(/([A-Za-z_][A-Za-z0-9_.]*)\s*\(/g)) {
    if (GOOGLES.has(name!.toUpperCase())) return name!.toUpperCase();
  }
  const spilling = SPILLING.exec(bare)?.[1];
  return spilling === undefined ? undefined : `${spilling.toUpperCase()} over several cells`;
}

/** Throws, by name, when a formula needs what is not emulated. */
export function requireFunctions(formula: string): void {
  const missing = missingFunction(formula);
  if (missing !== undefined) throw new NotEmulatedError(`formula ${missing}`);
}

/**
 * The formula as the engine reads it: semicolons become commas, and in a locale with the decimal comma 1,5 becomes 1.5. Null where
 * Sheets finds no formula: such a locale takes no comma between arguments.
 */
export function engineFormula(formula: string, decimal: string): string | null {
  let isBroken = false;
  const text = formula.replace(
    /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\d),(\d)|[;,]/g,
    (all: string, a?: string, b?: string) => {
      if (all === ';') return ',';
      if (decimal !== ',') return all;
      if (a !== undefined) return `${a}.${b}`;
      if (all === ',') isBroken = true;
      return all;
    },
  );
  return isBroken ? null : text;
}
