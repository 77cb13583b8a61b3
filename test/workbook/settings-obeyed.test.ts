import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../src/workbook/settings';

const ROOT = join(__dirname, '..', '..', 'src');

/** Files that define, read and check settings; what only they name changes nothing for anybody. */
const ABOUT_SETTINGS = /^workbook\/settings(-rules|-tab)?\.ts$/;

const SOURCES = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(workbook|google|district|committee)\/.*\.ts$/.test(name) && !ABOUT_SETTINGS.test(name))
  .map((name) => readFileSync(join(ROOT, name), 'utf8'))
  .join('\n');

describe('a setting that staff can type', () => {
  it.each(SETTINGS.map(({ key }) => key))('is obeyed by the scripts: %s', (key) => {
    const name = key.startsWith('guide.')
      ? 'guide\\.\\$\\{'
      : `settings\\.${key}\\b|\\{[^{}]*\\b${key}\\b[^{}]*\\} = [^;]*settings`;

    expect(SOURCES.length).toBeGreaterThan(100_000);
    expect(SOURCES).toMatch(new RegExp(name));
  });
});
