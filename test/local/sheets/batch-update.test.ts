import { OTHER, cellsOf, desk } from './sheets-script';

const rows = (...lines: unknown[][]): unknown[] =>
  lines.map((line) => ({
    values: line.map((value) => {
      if (value === '') return {};
      if (typeof value === 'number') return { userEnteredValue: { numberValue: value } };
      return { userEnteredValue: { stringValue: value } };
    }),
  }));

const batch = (requests: unknown[]): string =>
  `return Sheets.Spreadsheets.batchUpdate(${JSON.stringify({ requests })}, id);`;

describe('Sheets.Spreadsheets.batchUpdate', () => {
  it('writes texts as they are, whatever they look like', () => {
    const { book, run } = desk();

    run(
      batch([
        {
          updateCells: {
            start: { sheetId: 0, rowIndex: 0, columnIndex: 0 },
            rows: rows(['=1+1', '01/02/2014', 7]),
            fields: 'userEnteredValue',
          },
        },
      ]),
    );

    expect(cellsOf(book)).toEqual([['=1+1', '01/02/2014', 7]]);
  });

  it('does all requests or none', () => {
    const { book, run } = desk();
    run(batch([{ addSheet: { properties: { sheetId: 5, title: 'Đợt 1' } } }]));

    expect(() =>
      run(
        batch([
          { updateCells: { start: { sheetId: 5 }, rows: rows(['một']), fields: 'userEnteredValue' } },
          { addProtectedRange: { protectedRange: { protectedRangeId: 5, range: { sheetId: 5 } } } },
          { deleteSheet: { sheetId: 99 } },
        ]),
      ),
    ).toThrow(
      'GoogleJsonResponseException: API call to sheets.spreadsheets.batchUpdate failed with error: Invalid requests[2].deleteSheet: No grid with id: 99',
    );

    expect(cellsOf(book, 1)).toEqual([]);
    expect(book.data.sheets[1]?.protections).toEqual([]);
  });

  it('adds a tab with the id, place, size and look it is given', () => {
    const { book, run } = desk();

    const answer = run(
      batch([
        {
          addSheet: {
            properties: {
              sheetId: 71,
              title: 'Kết quả',
              index: 0,
              hidden: true,
              gridProperties: { rowCount: 12, columnCount: 4, frozenRowCount: 2, frozenColumnCount: 1 },
            },
          },
        },
      ]),
    );

    expect(answer).toMatchObject({
      replies: [{ addSheet: { properties: { sheetId: 71, title: 'Kết quả', index: 0 } } }],
    });
    expect(book.data.sheets[0]).toMatchObject({
      sheetId: 71,
      hidden: true,
      maxRows: 12,
      maxColumns: 4,
      frozenRows: 2,
      frozenColumns: 1,
    });
  });

  it('appends behind the last row with a value, and grows the tab', () => {
    const { book, run } = desk({}, { rows: 2, columns: 2 });

    run(
      batch([
        { appendCells: { sheetId: 0, rows: rows(['a', 1], ['b', 2]), fields: 'userEnteredValue' } },
        { appendCells: { sheetId: 0, rows: rows(['c', 3, 'x']), fields: 'userEnteredValue' } },
      ]),
    );

    expect(cellsOf(book)).toEqual([
      ['a', 1],
      ['b', 2],
      ['c', 3, 'x'],
    ]);
    expect(book.data.sheets[0]).toMatchObject({ maxRows: 3, maxColumns: 3 });
  });

  it('clears open ranges of what the fields name, and of nothing else', () => {
    const { book, run } = desk();
    run(
      `sheet.getRange('A1:B3').setValues([['a','b'],['c','d'],['e','f']]).setBackground('red').setNote('n');`,
    );

    run(batch([{ updateCells: { range: { sheetId: 0, startRowIndex: 1 }, fields: 'userEnteredValue' } }]));

    expect(cellsOf(book)).toEqual([
      ['a', 'b'],
      ['', ''],
      ['', ''],
    ]);
    expect(run(`return [sheet.getRange('B3').getBackground(), sheet.getRange('B3').getNote()];`)).toEqual([
      '#ff0000',
      'n',
    ]);
  });

  it('refuses to write beyond the grid', () => {
    const { run } = desk({}, { rows: 2, columns: 2 });

    expect(() =>
      run(
        batch([
          { updateCells: { start: { rowIndex: 1 }, rows: rows(['a'], ['b']), fields: 'userEnteredValue' } },
        ]),
      ),
    ).toThrow(
      'Invalid requests[0].updateCells: Attempting to write row: 2, beyond the last requested row of: 1',
    );
  });

  it('changes only the parts of a look that the fields name', () => {
    const { run } = desk();
    run(`sheet.getRange('A1').setBackground('#00ff00').setFontSize(14);`);

    run(
      batch([
        {
          repeatCell: {
            range: { sheetId: 0, endRowIndex: 2, endColumnIndex: 2 },
            cell: {
              userEnteredFormat: { textFormat: { bold: true }, numberFormat: { type: 'TEXT', pattern: '@' } },
            },
            fields: 'userEnteredFormat(textFormat.bold,numberFormat)',
          },
        },
      ]),
    );

    expect(
      run(
        `var r = sheet.getRange('A1'); return [r.getBackground(), r.getFontSize(), r.getFontWeight(), r.getNumberFormat(), sheet.getRange('B2').getFontWeight(), sheet.getRange('C1').getFontWeight()];`,
      ),
    ).toEqual(['#00ff00', 14, 'bold', '@', 'bold', 'normal']);
  });

  it.each([
    ['title', { title: 'Tổng hợp' }, { name: 'Tổng hợp' }],
    ['hidden', { hidden: true }, { hidden: true }],
    ['gridProperties.frozenRowCount', { gridProperties: { frozenRowCount: 3 } }, { frozenRows: 3 }],
    [
      'gridProperties(rowCount,columnCount)',
      { gridProperties: { rowCount: 5, columnCount: 2 } },
      { maxRows: 5, maxColumns: 2 },
    ],
    ['tabColor', { tabColor: { red: 1 } }, { tabColor: '#ff0000' }],
  ])('sets a tab’s %s', (fields, properties, expected) => {
    const { book, run } = desk();
    run(batch([{ addSheet: { properties: { sheetId: 9, title: 'Đợt' } } }]));

    run(batch([{ updateSheetProperties: { properties: { sheetId: 9, ...properties }, fields } }]));

    expect(book.data.sheets[1]).toMatchObject(expected);
  });

  it('keeps charts by the id they were given, and moves and changes them', () => {
    const { run } = desk();
    const spec = (title: string): object => ({
      title,
      basicChart: {
        chartType: 'COLUMN',
        headerCount: 1,
        domains: [
          { domain: { sourceRange: { sources: [{ sheetId: 0, endRowIndex: 3, endColumnIndex: 1 }] } } },
        ],
        series: [],
      },
    });
    const at = (rowIndex: number): object => ({
      overlayPosition: { anchorCell: { sheetId: 0, rowIndex, columnIndex: 2 } },
    });

    run(batch([{ addChart: { chart: { chartId: 40, spec: spec('Trước'), position: at(1) } } }]));
    run(
      batch([
        { updateChartSpec: { chartId: 40, spec: spec('Sau') } },
        { updateEmbeddedObjectPosition: { objectId: 40, newPosition: at(6), fields: '*' } },
      ]),
    );

    expect(
      run(
        `return Sheets.Spreadsheets.get(id, {fields: 'sheets.charts(chartId,spec.title,position.overlayPosition.anchorCell)'});`,
      ),
    ).toEqual({
      sheets: [
        {
          charts: [
            {
              chartId: 40,
              spec: { title: 'Sau' },
              position: { overlayPosition: { anchorCell: { rowIndex: 6, columnIndex: 2 } } },
            },
          ],
        },
      ],
    });
    run(batch([{ deleteEmbeddedObject: { objectId: 40 } }]));
    expect(run(`return sheet.getCharts().length;`)).toBe(0);
  });

  it('protects a tab for its writers, with the protection’s id its own', () => {
    const { book, run } = desk();
    const before = { editors: { users: ['bi.thu@co-so.example'], domainUsersCanEdit: false } };

    run(
      batch([
        { addProtectedRange: { protectedRange: { protectedRangeId: 0, range: { sheetId: 0 }, ...before } } },
      ]),
    );

    expect(book.data.sheets[0]?.protections).toMatchObject([{ id: 0, type: 'SHEET', editors: [OTHER] }]);
    run(`sheet.getRange('A1').setValue(1);`, { as: OTHER });
    run(
      batch([
        {
          updateProtectedRange: {
            protectedRange: { protectedRangeId: 0, editors: { users: [] } },
            fields: 'editors',
          },
        },
      ]),
    );
    expect(() => run(`sheet.getRange('A1').setValue(2);`, { as: OTHER })).toThrow(
      'Exception: You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.',
    );
    expect(() =>
      run(
        batch([{ updateCells: { start: { sheetId: 0 }, rows: rows(['x']), fields: 'userEnteredValue' } }]),
        { as: OTHER },
      ),
    ).toThrow('Invalid requests[0].updateCells: You are trying to edit a protected cell or object.');
    expect(cellsOf(book)).toEqual([[1]]);
  });

  it('inserts, deletes and appends rows and columns, and moves what lies behind', () => {
    const { book, run } = desk({}, { rows: 5, columns: 3 });
    run(`sheet.getRange('A1:C2').setValues([['a','b','c'],['d','e','f']]);`);

    run(
      batch([
        { insertDimension: { range: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 2 } } },
        { deleteDimension: { range: { sheetId: 0, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 } } },
        { appendDimension: { sheetId: 0, dimension: 'COLUMNS', length: 2 } },
      ]),
    );

    expect(cellsOf(book)).toEqual([['a', 'c'], [], ['d', 'f']]);
    expect(book.data.sheets[0]).toMatchObject({ maxRows: 6, maxColumns: 4 });
  });

  it('says by name what it does not emulate, and what nobody knows', () => {
    const { run } = desk();

    expect(() => run(batch([{ addSlicer: {} }]))).toThrow(
      'NotEmulatedError: Sheets.Spreadsheets.batchUpdate.addSlicer',
    );
    expect(() => run(batch([{ addMagic: {} }]))).toThrow(
      'Unknown name "addMagic" at \'requests[0]\': Cannot find field.',
    );
  });

  it.each([
    [
      'fields left out',
      { updateCells: { start: {}, rows: [] } },
      "At least one field must be listed in 'fields'",
    ],
    [
      'a name that is taken',
      { addSheet: { properties: { title: 'Trang tính1' } } },
      'A sheet with the name "Trang tính1" already exists',
    ],
    ['an id that is taken', { addSheet: { properties: { sheetId: 0, title: 'Khác' } } }, 'already in use'],
    [
      'the last tab',
      { deleteSheet: { sheetId: 0 } },
      "You can't remove all the visible sheets in a document.",
    ],
    ['a chart nobody has', { deleteEmbeddedObject: { objectId: 3 } }, 'No chart with id: 3'],
    [
      'a protection nobody has',
      { deleteProtectedRange: { protectedRangeId: 3 } },
      'No protected range with id: 3',
    ],
  ])('refuses %s', (_, request, message) => {
    const { run } = desk();

    expect(() => run(batch([request]))).toThrow(message);
  });

  it('sets locale, zone and name of the book', () => {
    const { workspace, book, run } = desk();

    run(
      batch([
        {
          updateSpreadsheetProperties: {
            properties: { title: 'Tên mới', locale: 'en_US', timeZone: 'Asia/Tokyo' },
            fields: 'title,locale,timeZone',
          },
        },
      ]),
    );

    expect(workspace.state.files[book.id]?.name).toBe('Tên mới');
    expect(run(`return [ss.getName(), ss.getSpreadsheetLocale(), ss.getSpreadsheetTimeZone()];`)).toEqual([
      'Tên mới',
      'en_US',
      'Asia/Tokyo',
    ]);
  });

  it('leaves the name that Drive gave the file', () => {
    const { workspace, book, run } = desk();
    workspace.state.files[book.id]!.name = 'Đổi tên ở Drive';

    run(batch([{ addSheet: { properties: { title: 'Đợt' } } }]));

    expect(workspace.state.files[book.id]?.name).toBe('Đổi tên ở Drive');
  });

  it('offers words in cells, and clears the offer', () => {
    const { run } = desk();
    const rule = {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Đạt' }] },
      strict: true,
      showCustomUi: true,
    };
    const range = { sheetId: 0, endRowIndex: 1, endColumnIndex: 1 };

    run(batch([{ setDataValidation: { range, rule } }]));

    expect(() => run(`sheet.getRange('A1').setValue('Khá');`)).toThrow(
      'The data you entered in cell A1 violates the data validation rules set on this cell.',
    );
    run(batch([{ setDataValidation: { range } }]));
    expect(run(`sheet.getRange('A1').setValue('Khá'); return sheet.getRange('A1').getValue();`)).toBe('Khá');
  });

  it('stands in the quota of a minute', () => {
    const { run } = desk();
    const call = `Sheets.Spreadsheets.batchUpdate({requests: [{appendCells: {sheetId: 0, rows: [], fields: '*'}}]}, id);`;

    const said = run(
      `for (var n = 0; n < 60; n++) ${call}
       try { ${call} } catch (e) { var said = e.message; }
       Utilities.sleep(60000);
       ${call}
       return said;`,
    );

    expect(said).toMatch(
      /^API call to sheets\.spreadsheets\.batchUpdate failed with error: Quota exceeded for quota metric 'Write requests' and limit 'Write requests per minute per user'/,
    );
  });
});
