import { writeChangedRows } from '../../src/google/changed-rows';

const HEAD = [
  ['code', 'at'],
  ['Mã', 'Lúc'],
];

/** First row and texts of each write. */
function writes(
  before: readonly (readonly (string | number)[])[],
  content: readonly (readonly (string | number)[])[],
) {
  return writeChangedRows(7, 2, before, content).map((request) => [
    request.updateCells?.start?.rowIndex ?? -1,
    request.updateCells?.rows?.length ?? 0,
  ]);
}

describe('making rows what they should be', () => {
  it('writes nothing where nothing is otherwise, whatever Google left out at the ends', () => {
    expect(writes([...HEAD, ['A', 0.3], ['B']], [...HEAD, ['A', 0.1 + 0.2], ['B', '']])).toEqual([]);
  });

  it('writes neighbours together, and new rows behind', () => {
    const before = [...HEAD, ['A', 1], ['B', 2], ['C', 3], ['D', 4]];
    const content = [...HEAD, ['A', 1], ['B', 5], ['C', 6], ['D', 4], ['E', 7]];

    expect(writes(before, content)).toEqual([
      [3, 2],
      [6, 1],
    ]);
  });

  it('empties a cell that has something it should not have', () => {
    const [request] = writeChangedRows(7, 2, [...HEAD, ['A', 1]], [...HEAD, ['A', '']]);

    expect(request?.updateCells?.rows).toEqual([
      { values: [{ userEnteredValue: { stringValue: 'A' } }, {}] },
    ]);
  });

  it.each([
    ['there are more rows', [...HEAD, ['A', 1], ['B', 2]]],
    ['somebody typed beside them', [...HEAD, ['A', 1, 'ghi chú']]],
  ])('writes all anew when %s', (_, before) => {
    const requests = writeChangedRows(7, 2, before, [...HEAD, ['A', 1]]);

    expect(
      requests.map((one) => one.updateCells?.range?.startRowIndex ?? one.updateCells?.start?.rowIndex),
    ).toEqual([2, 0]);
  });
});
