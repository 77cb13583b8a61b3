import type { JobName } from '../../src/contract/district';
import { GENERAL } from './grading';
import { register, typedBy } from './sheets';
import {
  must,
  OPENING,
  setUpDistrict,
  valueOf,
  ROLE_ACCOUNT,
  WAVE,
  type SmallDistrict,
} from './small-district';

const READ = 'Sheets.Spreadsheets.Values.batchGetByDataFilter';
const TABS = 'Sheets.Spreadsheets.get';
const WRITE = 'Sheets.Spreadsheets.batchUpdate';

/** Presses a job and counts its calls to Google, by name, over all its slices. */
function callsOf(
  district: SmallDistrict,
  job: JobName,
  wave: string,
  sign: string,
): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const note = (byService: Readonly<Record<string, number>>): void => {
    for (const [name, count] of Object.entries(byService)) counts[name] = (counts[name] ?? 0) + count;
  };
  const started = valueOf(district.ask('startJob', { job, wave, operation: sign.repeat(32) }));
  for (let slice = 0; slice < 50; slice += 1) {
    const result = district.run('continueJob', ROLE_ACCOUNT, { key: started.key });
    note(result.calls.byService);
    const { value } = JSON.parse(String(result.value)) as { value: { state: string } };
    if (value.state === 'DONE') return counts;
    if (value.state !== 'RUNNING') throw new Error(`${job} ended ${value.state}`);
  }
  throw new Error(`${job} does not end`);
}

describe('what a job costs', () => {
  const district = setUpDistrict();
  const books = callsOf(district, 'createBooks', '', 'a');
  district.workspace.setClock(OPENING);
  const opening = callsOf(district, 'openWave', WAVE.code, 'b');
  for (const code of GENERAL) register(district, typedBy(code));
  const collect = callsOf(district, 'collect', WAVE.code, 'c');
  const push = callsOf(district, 'push', WAVE.code, 'd');
  const idle = callsOf(district, 'push', WAVE.code, 'e');

  it('to make a unit’s workbook: one file, one sharing, one write', () => {
    expect(books['Drive.Files.create']).toBe(3);
    expect(books['Spreadsheet.addEditors']).toBe(3);
    // One a unit, the links, the job's row.
    expect(books[WRITE]).toBe(3 + 2);
    expect(books[TABS] ?? 0).toBe(0);
  });

  it('to open a wave: a look, a read and a write a unit, however many members', () => {
    expect(opening[TABS]).toBeLessThanOrEqual(2 + 2);
    // Intake's tabs, links, two units, the job's row.
    expect(opening[WRITE]).toBe(1 + 1 + 2 + 1);
  });

  it('to collect nine sheets: the form once, one write', () => {
    expect(collect['Form.getResponses']).toBe(1);
    // The sheets with their cursor, and the job's row.
    expect(collect[WRITE]).toBe(1 + 1);
  });

  it('to push them: a read and a write for each of two units', () => {
    // Two units, the state of the push, the job's row.
    expect(push[WRITE]).toBe(2 + 1 + 1);
    // Settings twice, setup twice, state, sheets, two units, the job's row.
    expect(push[READ]).toBeLessThanOrEqual(10);
  });

  it('to push again: nothing is written but the job’s row', () => {
    expect(idle[WRITE]).toBe(1);
  });

  it('to repair what is in order: no file is made', () => {
    const again = callsOf(district, 'createBooks', '', 'f');

    expect(again['Drive.Files.create'] ?? 0).toBe(0);
    expect(again[WRITE]).toBe(3 + 1);
  });

  it('to collect again: nothing is found', () => {
    expect(must(district.press('collect', WAVE.code)).sentence).toBe('Không có phiếu mới.');
  });
});
