import { googleInterface } from '../../../src/local/kernel/catalogue';
import { sheetsModule } from '../../../src/local/sheets/module';
import { desk } from './sheets-script';

/** In Google's reference, but not in its types. */
const UNTYPED = ['ChartOptions.getOrDefault'];

describe('the members of spreadsheets', () => {
  it('are Google’s, none of them invented', () => {
    const invented = sheetsModule.types.flatMap((type) => {
      const google = googleInterface(type.google ?? '');
      const known = new Set([...Object.keys(google?.methods ?? {}), ...(google?.properties ?? [])]);
      return Object.keys(type.methods)
        .filter((name) => !known.has(name))
        .map((name) => `${type.name}.${name}`);
    });

    expect(sheetsModule.types.length).toBeGreaterThan(30);
    expect(invented).toEqual(UNTYPED);
  });

  it.each([
    'sheet.insertSlicer(sheet.getRange("A1"), 1, 1)',
    'sheet.getRange("A1").createPivotTable(sheet.getRange("B1"))',
    'ss.getBandings()',
  ])('says by name what is not there: %s', (call) => {
    const { report } = desk();

    const result = report(call);

    expect(result.error?.name).toBe('NotEmulatedError');
    expect(result.notEmulated).toHaveLength(1);
  });
});
