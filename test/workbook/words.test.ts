import { PRESETS, PRESET_2014 } from '../../src/programme/presets';
import { SCHOOL_CALENDAR_2014, GENERAL_CALENDAR_2014 } from '../../src/programme/plan-defaults';
import type { Wave } from '../../src/programme/wave';
import {
  anyClassOfWord,
  anyClassWord,
  classOfWord,
  classWord,
  waveName,
} from '../../src/workbook/class-words';
import * as words from '../../src/workbook/words';

const TABLES = Object.entries(words).flatMap(([name, value]) =>
  typeof value === 'object' && 'codeOf' in value ? [[name, value as words.WordTable<string>] as const] : [],
);

describe('wordTable', () => {
  it('looks at every table', () => {
    expect(TABLES.length).toBeGreaterThan(15);
  });

  it.each(TABLES)('%s has one word a code, both ways', (_, table) => {
    for (const code of table.codes) {
      expect(table.wordOf(code)).not.toBe('');
      expect(table.codeOf(table.wordOf(code))).toBe(code);
    }
    expect(new Set(table.words).size).toBe(table.codes.length);
    expect(table.codeOf('không có từ này')).toBeNull();
  });

  it.each(TABLES)('%s holds no code words: every word is composed Vietnamese', (_, table) => {
    for (const word of table.words) {
      expect(word).toBe(word.normalize('NFC'));
      expect(word).not.toMatch(/[A-Z]_[A-Z]/);
    }
  });

  it('forgives case, doubled spaces and decomposed letters', () => {
    expect(words.BLOCK_WORDS.codeOf('  TRƯỜNG   học ')).toBe('SCHOOL');
    expect(words.BLOCK_WORDS.codeOf('Trường học'.normalize('NFD'))).toBe('SCHOOL');
    expect(words.GROUP_WORDS.codeOf('Lực lượng vũ trang')).toBe('LLVT');
    expect(words.MEMBER_STATE_WORDS.codeOf('Đã gửi về Quận đoàn')).toBe('SENT');
  });
});

describe('class words', () => {
  it.each(PRESETS.map((preset) => [preset.code, preset] as const))(
    'are read back in scale %s',
    (_, preset) => {
      for (const code of ['', ...preset.classes.map((one) => one.code)]) {
        expect(classOfWord(classWord(code, preset), preset)).toBe(code);
        expect(anyClassOfWord(anyClassWord(code))).toBe(code);
      }
    },
  );

  it('are one code in all scales, else a ledger could not tell them', () => {
    const labels = new Map<string, string>();
    for (const { code, label } of PRESETS.flatMap((preset) => preset.classes)) {
      expect(labels.get(label) ?? code).toBe(code);
      labels.set(label, code);
    }
    expect(labels.size).toBeGreaterThan(8);
  });

  it('know a word of no scale as unknown', () => {
    expect(classOfWord('Siêu', PRESET_2014)).toBeNull();
    expect(classOfWord(' xuất sắc ', PRESET_2014)).toBe('EXCELLENT');
  });
});

describe('waveName', () => {
  it('says waves as the plan does', () => {
    expect(GENERAL_CALENDAR_2014.map(waveName)).toEqual(['Đợt I', 'Đợt II', 'Đợt III', 'Đợt IV']);
    expect(waveName(SCHOOL_CALENDAR_2014[0] as Wave)).toBe('Đợt I (trường học)');
  });
});
