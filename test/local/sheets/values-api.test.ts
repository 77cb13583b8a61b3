import { OTHER, cellsOf, desk } from './sheets-script';

const byFilter = (filters: unknown[], more: object = {}): string =>
  `return Sheets.Spreadsheets.Values.batchGetByDataFilter(${JSON.stringify({
    dataFilters: filters,
    majorDimension: 'ROWS',
    valueRenderOption: 'UNFORMATTED_VALUE',
    dateTimeRenderOption: 'SERIAL_NUMBER',
    ...more,
  })}, id);`;

describe('Sheets.Spreadsheets.Values.batchGetByDataFilter', () => {
  it('leaves out trailing blanks, and zeros of the filters', () => {
    const { run } = desk();
    run(`sheet.getRange('A1:C3').setValues([['x','','z'],['','',''],['', 5, '']]);`);

    const answer = run(
      byFilter([
        {
          gridRange: {
            sheetId: 0,
            startRowIndex: 0,
            endRowIndex: 10,
            startColumnIndex: 0,
            endColumnIndex: 5,
          },
        },
        { gridRange: { sheetId: 0, startRowIndex: 5 } },
      ]),
    );

    expect(answer).toMatchObject({
      valueRanges: [
        {
          valueRange: {
            range: "'Trang tính1'!A1:E10",
            majorDimension: 'ROWS',
            values: [['x', '', 'z'], [], ['', 5]],
          },
          dataFilters: [{ gridRange: { endRowIndex: 10, endColumnIndex: 5 } }],
        },
        { dataFilters: [{ gridRange: { startRowIndex: 5 } }] },
      ],
    });
    const [first, second] = (answer as { valueRanges: { dataFilters: object[]; valueRange: object }[] })
      .valueRanges;
    expect(Object.keys((first!.dataFilters[0] as { gridRange: object }).gridRange)).toEqual([
      'endRowIndex',
      'endColumnIndex',
    ]);
    expect('values' in second!.valueRange).toBe(false);
  });

  it('gives dates as serial numbers of the book’s zone', () => {
    const { run } = desk();
    run(`sheet.getRange('A1').setValue(new Date('2014-08-01T10:30:00+07:00'));`);

    const answer = run(byFilter([{ gridRange: { sheetId: 0, endRowIndex: 1 } }]));

    expect(answer).toMatchObject({ valueRanges: [{ valueRange: { values: [[41_852.4375]] } }] });
  });

  it('refuses the whole read for one tab that is not there', () => {
    const { run } = desk();

    expect(() => run(byFilter([{ gridRange: { sheetId: 0 } }, { gridRange: { sheetId: 77 } }]))).toThrow(
      'API call to sheets.spreadsheets.values.batchGetByDataFilter failed with error: Invalid dataFilters[1]: No grid with id: 77',
    );
  });

  it('does not see what SpreadsheetApp has not flushed', () => {
    const { run } = desk();
    const read = `Sheets.Spreadsheets.Values.get(id, 'A1').values`;

    expect(
      run(
        `sheet.getRange('A1').setValue('mới'); var before = ${read}; SpreadsheetApp.flush(); return [before === undefined, ${read}];`,
      ),
    ).toEqual([true, [['mới']]]);
  });
});

describe('Sheets.Spreadsheets.Values', () => {
  it.each([
    ['RAW', '=1+1', '=1+1'],
    ['USER_ENTERED', '=1+1', 2],
    ['RAW', '12,5', '12,5'],
    ['USER_ENTERED', '12,5', 12.5],
    ['USER_ENTERED', "'007", '007'],
    ['USER_ENTERED', '31/08/2014', 41_882],
    ['USER_ENTERED', 'TRUE', true],
    ['RAW', true, true],
  ])('takes %s %j as %j', (option, input, expected) => {
    const { run } = desk();

    const value = run(
      `Sheets.Spreadsheets.Values.update({values: [[${JSON.stringify(input)}]]}, id, 'A1', {valueInputOption: '${option}'});
       return Sheets.Spreadsheets.Values.get(id, 'A1', {valueRenderOption: 'UNFORMATTED_VALUE'}).values[0][0];`,
    );

    expect(value).toBe(expected);
  });

  it('leaves cells given null as they are and empties those given nothing', () => {
    const { book, run } = desk();
    run(`sheet.getRange('A1:C1').setValues([['a','b','c']]);`);

    run(
      `Sheets.Spreadsheets.Values.update({values: [[null, '', 'x']]}, id, 'A1:C1', {valueInputOption: 'RAW'});`,
    );

    expect(cellsOf(book)).toEqual([['a', '', 'x']]);
  });

  it('appends below the table and tells where', () => {
    const { run } = desk();
    run(`sheet.getRange('A1:B2').setValues([['a','b'],['c','d']]);`);

    expect(
      run(
        `return Sheets.Spreadsheets.Values.append({values: [['e','f']]}, id, 'A1', {valueInputOption: 'RAW'}).updates.updatedRange;`,
      ),
    ).toBe("'Trang tính1'!A3:B3");
  });

  it('shows dates and numbers as the grid does, by default', () => {
    const { run } = desk();
    run(`sheet.getRange('A1:B1').setValues([['31/08/2014', '50%']]);`);

    expect(
      run(`return Sheets.Spreadsheets.Values.batchGet(id, {ranges: ['A1:B1']}).valueRanges[0].values;`),
    ).toEqual([['31/08/2014', '50%']]);
  });

  it.each([
    [
      `Sheets.Spreadsheets.Values.get('khong-co', 'A1')`,
      'sheets.spreadsheets.values.get failed with error: Requested entity was not found.',
    ],
    [`Sheets.Spreadsheets.Values.get(id, 'Khác!A1')`, 'Unable to parse range: Khác!A1'],
    [`Sheets.Spreadsheets.Values.get(id, 'A2000')`, 'exceeds grid limits. Max rows: 1000, max columns: 26'],
    [
      `Sheets.Spreadsheets.Values.update({values: [[1]]}, id, 'A1')`,
      "'valueInputOption' is required but not specified",
    ],
    [
      `Sheets.Spreadsheets.Values.update({values: [[1],[2]]}, id, 'A1:B1', {valueInputOption: 'RAW'})`,
      'but tried writing to row [2]',
    ],
  ])('refuses %s', (call, message) => {
    const { run } = desk();

    expect(() => run(call)).toThrow(message);
  });

  it('asks for protections as the effective user', () => {
    const { run } = desk();
    run(`var p = sheet.getRange('A1:A5').protect(); p.removeEditors(p.getEditors());`);
    const write = (range: string): string =>
      `Sheets.Spreadsheets.Values.update({values: [[1]]}, id, '${range}', {valueInputOption: 'RAW'});`;

    expect(() => run(write('A3'), { as: OTHER })).toThrow(
      'You are trying to edit a protected cell or object.',
    );
    expect(() => run(write('B3'), { as: OTHER })).not.toThrow();
    expect(() => run(write('A3'))).not.toThrow();
  });
});

describe('Sheets.Spreadsheets', () => {
  it('tells of a book what the fields name', () => {
    const { run } = desk();
    run(`ss.insertSheet('Đợt 1'); sheet.protect().setDescription('khoá');`);

    expect(
      run(
        `return Sheets.Spreadsheets.get(id, {fields: 'sheets(properties(sheetId,title,gridProperties.rowCount),protectedRanges.description,charts.chartId)'});`,
      ),
    ).toEqual({
      sheets: [
        {
          properties: { sheetId: 0, title: 'Trang tính1', gridProperties: { rowCount: 1000 } },
          protectedRanges: [{ description: 'khoá' }],
        },
        { properties: { sheetId: expect.any(Number), title: 'Đợt 1', gridProperties: { rowCount: 1000 } } },
      ],
    });
  });

  it('creates a book as it is described', () => {
    const { workspace, run } = desk();

    const made = run(
      `return Sheets.Spreadsheets.create({properties: {title: 'Sổ mới', locale: 'vi_VN'}, sheets: [{properties: {sheetId: 3, title: 'Một'}}]});`,
    ) as { spreadsheetId: string };

    expect(made).toMatchObject({
      properties: { title: 'Sổ mới' },
      sheets: [{ properties: { sheetId: 3, title: 'Một' } }],
    });
    expect(workspace.state.files[made.spreadsheetId]?.name).toBe('Sổ mới');
  });
});
