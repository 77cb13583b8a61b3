import {
  column,
  newTabRows,
  readTable,
  recordToCells,
  recordToMovedCells,
  tab,
} from '../../src/workbook/tab';

const TAB = tab(1, 'Thử', [column('a', 'A'), column('b', 'B'), column('c', 'C')]);

describe('readTable', () => {
  it('reads what newTabRows wrote, each record with its row', () => {
    const table = readTable(TAB, newTabRows(TAB, [{ a: 1 }, { b: 'hai', c: true }]));

    expect(table.missing).toEqual([]);
    expect(table.records).toEqual([
      { row: 2, cells: { a: 1, b: '', c: '' } },
      { row: 3, cells: { a: '', b: 'hai', c: true } },
    ]);
  });

  it('finds columns by the key row wherever they are, and passes over columns of others', () => {
    const table = readTable(TAB, [['c', 'của riêng tôi', 'a', 'c'], [], [3, 'x', 1, 9]]);

    expect(table.records).toEqual([{ row: 2, cells: { a: 1, b: '', c: 3 } }]);
    expect(table.missing).toEqual(['b']);
  });

  it('passes over rows with nothing in any column of ours', () => {
    expect(
      readTable(TAB, [['a', 'x'], [], ['', 'ghi chú'], [], ['1']]).records.map(({ row }) => row),
    ).toEqual([4]);
  });

  it('misses every column of an empty tab', () => {
    expect(readTable(TAB, [])).toMatchObject({ records: [], missing: ['a', 'b', 'c'] });
  });
});

describe('recordToMovedCells', () => {
  it('writes in the order the tab has, and leaves alone what is not given', () => {
    const { columns } = readTable(TAB, [['c', 'x', 'a']]);

    expect(recordToMovedCells(columns, { a: 1 }, [3, 'của tôi'])).toEqual([3, 'của tôi', 1]);
    expect(recordToCells(TAB, { c: 3 })).toEqual(['', '', 3]);
  });
});
