import { load } from '../kernel/scripts';
import { OTHER, OWNER, cellsOf, desk } from './sheets-script';

describe('a person who types', () => {
  it('has it read as the workbook’s locale reads it', () => {
    const { workspace, book } = desk();

    const typed = workspace.typeInto(book.id, 0, 'B2', '31/08/2014', { as: OTHER });

    expect(typed).toMatchObject({ ok: true, a1: 'B2', value: '41882' });
    expect(cellsOf(book)).toEqual([[], ['', 41_882]]);
  });

  it('pastes a table from the cell on', () => {
    const { workspace, book } = desk();

    const typed = workspace.typeInto(
      book.id,
      0,
      'A1',
      [
        ['a', '1'],
        ['b', '2,5'],
      ],
      { as: OWNER },
    );

    expect(typed).toMatchObject({ ok: true, a1: 'A1:B2' });
    expect(cellsOf(book)).toEqual([
      ['a', 1],
      ['b', 2.5],
    ]);
  });

  it.each([
    [
      'a protected cell',
      `var p = sheet.getRange('A1').protect(); p.removeEditors(p.getEditors());`,
      'You are trying to edit a protected cell or object.',
    ],
    [
      'a cell whose rule refuses it',
      `sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().requireNumberEqualTo(1).setAllowInvalid(false).build());`,
      'The data you entered in cell A1 violates the data validation rules set on this cell.',
    ],
  ])('is refused in %s, and nothing stays', (_, setup, message) => {
    const { workspace, book, run } = desk();
    run(setup);

    const typed = workspace.typeInto(book.id, 0, 'A1', [['x', 'y']], { as: OTHER });

    expect(typed).toMatchObject({ ok: false, message: expect.stringContaining(message) });
    expect(
      cellsOf(book)
        .flat()
        .filter((value) => value !== ''),
    ).toEqual([]);
  });

  it('may not when he may only look', () => {
    const { workspace, book } = desk();
    workspace.addPerson({ email: 'xem@quan.example' });
    workspace.share(book.id, 'xem@quan.example', 'reader');

    expect(workspace.typeInto(book.id, 0, 'A1', 'x', { as: 'xem@quan.example' }).ok).toBe(false);
  });

  it('tells onEdit what was there and what is', () => {
    const { workspace, book } = desk();
    const project = load(
      workspace,
      `function onEdit(e) { console.log([e.range.getA1Notation(), e.range.getSheet().getName(), e.value, e.oldValue, e.source.getId() === '${book.id}'].join('|')); }`,
      { container: book.id },
    );
    workspace.typeInto(book.id, 0, 'C1', 'trước', { as: OWNER });

    const { runs } = workspace.typeInto(book.id, 0, 'C1', 'sau', { as: OWNER });

    expect(runs.map((run) => [run.project, run.result.logs[0]?.line])).toEqual([
      [project.id, 'C1|Trang tính1|sau|trước|true'],
    ]);
  });

  it('sees formulas calculated', () => {
    const { workspace, book } = desk();
    workspace.typeInto(book.id, 0, 'A1', '20', { as: OWNER });

    workspace.typeInto(book.id, 0, 'B1', '=A1*2+2', { as: OWNER });

    expect(cellsOf(book)).toEqual([[20, 42]]);
  });
});
