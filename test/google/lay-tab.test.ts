import { rewriteTab } from '../../src/google/lay-tab';
import { START_TAB } from '../../src/workbook/start-tab';

describe('a tab that is rewritten whole', () => {
  it.each([1, 45, 400])('has room for %d rows before they are written', (count) => {
    const rows = Array.from({ length: count }, (_, index) => [`Dòng ${index}`]);

    const [size, , write] = rewriteTab(START_TAB, rows);

    expect(size?.updateSheetProperties?.properties?.gridProperties?.rowCount).toBeGreaterThanOrEqual(count);
    expect(write?.updateCells?.rows).toHaveLength(count);
  });
});
