/** How a locale writes numbers, dates and money in Sheets. */
export interface SheetLocale {
  readonly tag: string;
  readonly decimal: string;
  readonly group: string;
  /** Order of day and month in a date of three numbers. */
  readonly order: 'DMY' | 'MDY' | 'YMD';
  readonly date: string;
  readonly shortDate: string;
  readonly time: string;
  readonly currency: RegExp;
  readonly money: string;
  /** A number as it is typed: sign, digits perhaps in groups, digits behind the decimal sign, power of ten. */
  readonly number: RegExp;
}

function numberPattern(group: string, decimal: string): RegExp {
  return new RegExp(`^([+-]?)(\\d{1,3}(?:\\${group}\\d{3})+|\\d*)(?:\\${decimal}(\\d*))?([eE][+-]?\\d+)?$`);
}

const VIETNAMESE: SheetLocale = {
  tag: 'vi-VN',
  decimal: ',',
  group: '.',
  order: 'DMY',
  date: 'dd/MM/yyyy',
  shortDate: 'dd/MM',
  time: 'HH:mm:ss',
  currency: /₫|đ|VND/i,
  money: '#,##0 "₫"',
  number: numberPattern('.', ','),
};

const AMERICAN: SheetLocale = {
  tag: 'en-US',
  decimal: '.',
  group: ',',
  order: 'MDY',
  date: 'M/d/yyyy',
  shortDate: 'M/d',
  time: 'h:mm:ss AM/PM',
  currency: /\$/,
  money: '"$"#,##0.00',
  number: numberPattern(',', '.'),
};

const BRITISH: SheetLocale = {
  ...AMERICAN,
  tag: 'en-GB',
  order: 'DMY',
  date: 'dd/MM/yyyy',
  shortDate: 'dd/MM',
  time: 'HH:mm:ss',
  currency: /£/,
  money: '"£"#,##0.00',
};

const LOCALES: Readonly<Record<string, SheetLocale>> = {
  vi: VIETNAMESE,
  vi_VN: VIETNAMESE,
  en: AMERICAN,
  en_US: AMERICAN,
  en_GB: BRITISH,
};

/** The ways of a workbook's locale; undefined for one this workspace does not know. */
export function knownLocale(locale: string): SheetLocale | undefined {
  return LOCALES[locale.replace('-', '_')];
}

/** The ways of a workbook's locale. Books are only made with known ones. */
export function sheetLocale(locale: string): SheetLocale {
  return knownLocale(locale) ?? AMERICAN;
}
