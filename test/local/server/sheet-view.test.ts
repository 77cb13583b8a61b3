import { chartView } from '../../../src/local/server/chart-view';
import { sheetView } from '../../../src/local/server/sheet-view';
import {
  type ChartData,
  type PlainValue,
  type SpreadsheetData,
  createBook,
} from '../../../src/local/sheets/model/book';
import { putCell, putExtra, writableRow } from '../../../src/local/sheets/model/cells';
import { ruleId, styleId } from '../../../src/local/sheets/model/styles';
import { putStyle } from '../../../src/local/sheets/model/cells';

function bookOf(rows: readonly (readonly PlainValue[])[]): SpreadsheetData {
  const book = createBook({
    id: 'so',
    name: 'Sổ',
    locale: 'vi_VN',
    timeZone: 'Asia/Ho_Chi_Minh',
    rows: 20,
    columns: 6,
  });
  rows.forEach((row, at) => {
    const data = writableRow(book.sheets[0]!, at);
    row.forEach((value, column) => putCell(data, column, value));
  });
  return book;
}

const PROGRESS = [
  ['Đơn vị', 'Đã đánh giá', 'Còn lại'],
  ['Bến Phú', 160, 21],
  ['Gò Mây', 84, null],
];

describe('sheetView', () => {
  it('shows numbers and dates as the locale writes them', () => {
    const book = bookOf([[1234.5, 41728, 0.256]]);
    const sheet = book.sheets[0]!;
    const row = writableRow(sheet, 0);
    putStyle(row, 1, styleId(book, { numberFormat: 'dd/MM/yyyy' }));
    putStyle(row, 2, styleId(book, { numberFormat: '0%' }));

    const view = sheetView(book, sheet);

    expect(view.rows[0]?.cells).toEqual(['1234,5', '30/03/2014', '26%']);
  });

  it('names each look once, and only what differs from a plain cell', () => {
    const book = bookOf([['A', 'B', 'C']]);
    const sheet = book.sheets[0]!;
    const row = writableRow(sheet, 0);
    const head = styleId(book, {
      bold: true,
      background: '#EDF1F6',
      bottom: { style: 'SOLID_MEDIUM', color: 'red' },
    });
    putStyle(row, 0, head);
    putStyle(row, 1, head);

    const view = sheetView(book, sheet);

    expect(view.looks).toEqual([{}, { bold: true, background: '#edf1f6', bottom: '2px solid #ff0000' }]);
    expect(view.rows[0]?.looks).toEqual([1, 1]);
  });

  it('lays the first conditional rule that holds over the look of a cell', () => {
    const book = bookOf([[0], [5]]);
    const sheet = book.sheets[0]!;
    const ranges = [{ top: 0, bottom: 2, left: 0, right: 1 }];
    sheet.conditional = [
      { ranges, criteria: 'NUMBER_GREATER_THAN', values: [3], style: { fontColor: '#ab1f1a' } },
      { ranges, criteria: 'NUMBER_GREATER', values: [4], style: { bold: true } },
    ];

    const view = sheetView(book, sheet);

    expect(view.rows[0]?.looks).toBeUndefined();
    expect(view.looks[view.rows[1]?.looks?.[0] ?? -1]).toEqual({ colour: '#ab1f1a' });
  });

  it('carries notes, drop-downs, widths, and what is hidden', () => {
    const book = bookOf([['x'], ['y']]);
    const sheet = book.sheets[0]!;
    const list = ruleId(book, {
      criteria: 'VALUE_IN_LIST',
      values: ['Có', 'Không'],
      allowInvalid: false,
      help: '',
    });
    putExtra(writableRow(sheet, 0), 0, { note: 'Xem lại', rule: list });
    writableRow(sheet, 1).hidden = true;
    sheet.columns = [{ width: 240 }, { hidden: true }];

    const view = sheetView(book, sheet);

    expect(view.rows[0]).toMatchObject({ notes: { 0: 'Xem lại' }, lists: { 0: 0 } });
    expect(view.lists).toEqual([['Có', 'Không']]);
    expect(view.rows[1]?.hidden).toBe(true);
    expect([view.widths, view.hiddenColumns]).toEqual([{ 0: 240 }, [1]]);
  });
});

describe('chartView', () => {
  const chart: ChartData = {
    id: 5,
    type: 'BAR',
    ranges: [{ sheetId: 0, range: { top: 0, bottom: 3, left: 0, right: 3 } }],
    options: {},
    row: 6,
    column: 0,
    offsetX: 4,
    offsetY: 8,
    headers: 1,
    transpose: false,
    merge: '',
    hidden: '',
  };

  it('reads a chart that a script built', () => {
    const options = {
      title: 'Tiến độ',
      isStacked: 'percent',
      'legend.position': 'top',
      series: { 0: { color: '#0a5ca8' } },
      width: 500,
    };

    const view = chartView(bookOf(PROGRESS), { ...chart, options });

    expect(view).toMatchObject({
      kind: 'bar',
      stacked: 'percent',
      title: 'Tiến độ',
      legend: 'top',
      width: 500,
      categories: ['Bến Phú', 'Gò Mây'],
      series: [
        { name: 'Đã đánh giá', values: [160, 84], colour: '#0a5ca8' },
        { name: 'Còn lại', values: [21, null], colour: null },
      ],
    });
  });

  it('reads a chart that the Sheets service was given', () => {
    const source = (column: number) => ({
      sourceRange: {
        sources: [
          {
            sheetId: 0,
            startRowIndex: 0,
            endRowIndex: 3,
            startColumnIndex: column,
            endColumnIndex: column + 1,
          },
        ],
      },
    });
    const spec = {
      title: 'Tiến độ',
      basicChart: {
        chartType: 'BAR',
        legendPosition: 'TOP_LEGEND',
        stackedType: 'STACKED',
        headerCount: 1,
        domains: [{ domain: source(0) }],
        series: [{ series: source(1), colorStyle: { rgbColor: { blue: 1 } } }, { series: source(2) }],
      },
    };

    const view = chartView(bookOf(PROGRESS), { ...chart, spec });

    expect(view).toMatchObject({
      kind: 'bar',
      stacked: 'yes',
      categories: ['Bến Phú', 'Gò Mây'],
      series: [
        { name: 'Đã đánh giá', values: [160, 84], colour: '#0000ff' },
        { name: 'Còn lại', values: [21, null], colour: null },
      ],
    });
  });

  it('leaves out a kind that is not drawn', () => {
    expect(chartView(bookOf(PROGRESS), { ...chart, type: 'GEO' })).toBeNull();
  });
});
