import { desk } from './sheets-script';

/** Milliseconds the act takes, the best of three: the machine may be busy. */
function bestOf(act: () => void): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const from = performance.now();
      act();
      return performance.now() - from;
    }),
  );
}

describe('spreadsheets on this machine', () => {
  it('give a script a million cells', () => {
    const { book, run, report } = desk({}, { rows: 20_000, columns: 50 });
    run(
      `var t = []; for (var r = 0; r < 20000; r++) { var l = []; for (var c = 0; c < 50; c++) l.push(r * c); t.push(l); } sheet.getRange(1, 1, 20000, 50).setValues(t);`,
    );
    expect(book.data.sheets[0]?.rows).toHaveLength(20_000);

    const cpuMs: number[] = [];
    bestOf(() => {
      const result = report('return sheet.getRange(1, 1, 20000, 50).getValues()[19999][49];');
      expect(result.value).toBe(19_999 * 49);
      cpuMs.push(result.cpuMs);
    });
    expect(Math.min(...cpuMs)).toBeLessThan(250);
  });

  it('take ten thousand scattered values', () => {
    const { run, report } = desk({ limits: { executionMs: 1e9 } }, { rows: 20_000, columns: 50 });
    run('return 1');

    const cpuMs: number[] = [];
    bestOf(() => {
      const result = report(
        'for (var n = 0; n < 10000; n++) sheet.getRange(1 + 2 * n, 1 + (n * 7) % 50).setValue(n);',
      );
      expect(result.error).toBeUndefined();
      cpuMs.push(result.cpuMs);
    });
    expect(Math.min(...cpuMs)).toBeLessThan(800);
  });

  it('append a ledger’s batch to a book of many rows', () => {
    const { run, report } = desk({}, { rows: 12_000, columns: 57 });
    run(
      `var t = []; for (var r = 0; r < 12000; r++) { var l = []; for (var c = 0; c < 57; c++) l.push('văn bản ' + c); t.push(l); } sheet.getRange(1, 1, 12000, 57).setValues(t);`,
    );

    const cpuMs: number[] = [];
    bestOf(() => {
      const result = report(
        `Sheets.Spreadsheets.batchUpdate({requests: [{appendCells: {sheetId: 0, fields: 'userEnteredValue', rows: [{values: [{userEnteredValue: {stringValue: 'x'}}]}]}}]}, id);`,
      );
      expect(result.error).toBeUndefined();
      cpuMs.push(result.cpuMs);
    });
    expect(Math.min(...cpuMs)).toBeLessThan(100);
  });
});
