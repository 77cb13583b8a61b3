import { sheetsModule } from '../../../src/local/sheets/module';
import { desk } from './sheets-script';

describe('the table of what spreadsheets can do', () => {
  it.each(sheetsModule.types.map((type) => [type.name, type] as const))(
    '%s has every method it promises',
    (_, type) => {
      const methods = Object.entries(type.methods).filter(([, facts]) => facts.property !== true);
      const missing = methods.filter(
        ([name]) => typeof (type.class.prototype as Record<string, unknown>)[name] !== 'function',
      );

      expect(methods.length + Object.keys(type.methods).length).toBeGreaterThan(0);
      expect(missing.map(([name]) => name)).toEqual([]);
    },
  );

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
