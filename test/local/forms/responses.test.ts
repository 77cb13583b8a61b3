import type { SpreadsheetData } from '../../../src/local/sheets/model/book';
import type { WorkspaceSettings } from '../../../src/local/workspace';
import { OTHER } from '../kernel/scripts';
import { bookFile } from './book-file';
import { formBench } from './form-script';

const ONE = `form.addTextItem().setTitle('a');`;
const TEXTS = `.map(function (response) { return response.getItemResponses()[0].getResponse(); })`;

/** Sends `texts` a second apart; the ids of the responses. */
function sendAll(bench: ReturnType<typeof formBench>, texts: readonly string[]): readonly string[] {
  return texts.map((a) => {
    const sent = bench.workspace.submitForm(bench.file.id, { as: '', answers: { a } });
    bench.workspace.advance(1000);
    if (!sent.ok) throw new Error(sent.message);
    return sent.responseId;
  });
}

describe('responses', () => {
  it('come oldest first, and from a moment on', () => {
    const bench = formBench(ONE, { settings: { executionsTakeTime: false } });
    const start = bench.workspace.now();
    sendAll(bench, ['1', '2', '3']);

    expect(bench.value(`return form.getResponses()${TEXTS};`)).toEqual(['1', '2', '3']);
    expect(bench.value(`return form.getResponses(new Date(${start + 1000}))${TEXTS};`)).toEqual(['2', '3']);
    expect(bench.value(`return form.getResponses(new Date(${start + 2001})).length;`)).toBe(0);
  });

  it('keep their id when edited by link; only the last state is there, at the time of the edit', () => {
    const bench = formBench(ONE, { settings: { executionsTakeTime: false } });
    const start = bench.workspace.now();
    const [first] = sendAll(bench, ['cũ', '2']);
    const url = bench.value(`return form.getResponse('${first}').getEditResponseUrl();`) as string;

    const edited = bench.workspace.submitForm(bench.file.id, { as: '', answers: { a: 'mới' }, editOf: url });

    expect(edited).toMatchObject({ ok: true, responseId: first, timestamp: start + 2000 });
    expect(bench.value(`return form.getResponses()${TEXTS};`)).toEqual(['2', 'mới']);
    expect(bench.value(`return form.getResponse('${first}').getTimestamp().getTime();`)).toBe(start + 2000);
  });

  it('are deleted one by one or all', () => {
    const bench = formBench(ONE);
    const [first] = sendAll(bench, ['1', '2', '3']);

    expect(bench.value(`form.deleteResponse('${first}'); return form.getResponses().length;`)).toBe(2);
    expect(bench.value(`form.deleteAllResponses(); return form.getResponses().length;`)).toBe(0);
    expect(bench.run(`form.deleteResponse('${first}');`).error?.message).toBe('Invalid argument: responseId');
  });

  it('lose what was answered to a deleted item', () => {
    const bench = formBench(`${ONE} form.addTextItem().setTitle('b');`);
    bench.workspace.submitForm(bench.file.id, { as: '', answers: { a: '1', b: '2' } });

    const found = bench.value(`form.deleteItem(0); return form.getResponses()${TEXTS};`);

    expect(found).toEqual(['2']);
  });

  it.each([
    ['form.setCollectEmail(true)', 'Invalid data updating form.'],
    ['form.setLimitOneResponsePerUser(true)', 'Invalid data updating form.'],
    ['form.setAcceptingResponses(false)', 'This form is not currently accepting responses.'],
  ])('cannot be sent by a script after %s', (change, message) => {
    const { run } = formBench(ONE);

    expect(run(`${change}; form.createResponse().submit();`).error?.message).toBe(message);
  });

  it('cost 500 ms and 5 ms each to fetch, and nothing to read', () => {
    const bench = formBench(ONE);
    sendAll(bench, ['1', '2', '3', '4']);

    const opened = bench.run('');
    const read = bench.run(`form.getResponses()${TEXTS};`);

    expect(read.simulatedMs - opened.simulatedMs).toBeCloseTo((500 + 4 * 5) * 1.65);
    expect(read.calls.byService).toEqual({ 'FormApp.openById': 1, 'Form.getResponses': 1 });
  });

  it('are kept as a few columns of plain values, however many they are', () => {
    const bench = formBench(ONE);
    sendAll(bench, ['1', '2', '3']);

    const columns = Object.values(bench.file.data.responses) as unknown[][];

    expect(columns.map((column) => column.length)).toEqual([3, 3, 3, 3, 3]);
    expect(columns.flat().every((value) => typeof value === 'string' || typeof value === 'number')).toBe(
      true,
    );
  });
});

describe('a linked sheet', () => {
  const LINKED = `${ONE} form.addGridItem().setTitle('g').setRows(['r1', 'r2']).setColumns(['x', 'y']);`;

  function linked(settings: Partial<WorkspaceSettings> = {}) {
    const bench = formBench(LINKED, { settings: { executionsTakeTime: false, ...settings } });
    const book = bookFile(bench.workspace);
    const link = `form.setDestination(FormApp.DestinationType.SPREADSHEET, '${book.id}');`;
    const rows = () => (book.data as SpreadsheetData).sheets[0]!.rows.map((row) => row?.v.slice(1));
    return { ...bench, bench, book, link, rows };
  }

  it('is a new first tab with a heading and what the form holds', () => {
    const { bench, book, link, rows, value } = linked();
    bench.workspace.submitForm(bench.file.id, { as: '', answers: { a: 'một', g: ['y', 'x'] } });

    value(link);

    expect((book.data as SpreadsheetData).sheets.map((sheet) => sheet.name)).toEqual([
      'Câu trả lời biểu mẫu 1',
      'Trang tính1',
    ]);
    expect(rows()).toEqual([
      ['a', 'g [r1]', 'g [r2]'],
      ['một', 'y', 'x'],
    ]);
  });

  it('gets a row for each submission, told to whoever listens; an edit changes its own row', () => {
    const { bench, book, link, rows, value } = linked();
    value(link);

    const sent = bench.workspace.submitForm(bench.file.id, { as: OTHER, answers: { a: 'một' } });
    if (!sent.ok) throw new Error(sent.message);
    bench.workspace.submitForm(bench.file.id, { as: OTHER, answers: { a: 'hai' } });
    bench.workspace.submitForm(bench.file.id, { as: OTHER, answers: { a: 'ba' }, editOf: sent.responseId });

    expect(sent.row).toMatchObject({
      file: book.id,
      a1: 'A2:D2',
      values: ['01/08/2014 08:00:00', 'một', '', ''],
      namedValues: { a: ['một'] },
    });
    expect(
      rows()
        .slice(1)
        .map((row) => row?.[0]),
    ).toEqual(['ba', 'hai']);
  });

  it('gets columns for questions added later, and keeps its rows when responses are deleted', () => {
    const { bench, book, link, rows, value } = linked();
    value(`${link} form.addTextItem().setTitle('thêm'); form.deleteItem(0);`);

    bench.workspace.submitForm(bench.file.id, { as: '', answers: { thêm: 'mới' } });
    const linkedTo = (book.data as SpreadsheetData).sheets[0]!.formUrl;
    value('form.deleteAllResponses(); form.removeDestination();');

    expect(linkedTo).toBe(`https://docs.google.com/forms/d/${bench.file.id}/viewform`);
    expect((book.data as SpreadsheetData).sheets[0]!.formUrl).toBeNull();

    expect(rows()).toEqual([
      ['a', 'g [r1]', 'g [r2]', 'thêm'],
      [null, null, null, 'mới'],
    ]);
  });

  it.each([
    [false, 60, 60],
    [true, 35, 35],
  ])(
    'with linkedSheetLosesRows %s keeps of %i sent in one second %i rows',
    (linkedSheetLosesRows, sent, kept) => {
      const { bench, link, rows, value } = linked({ linkedSheetLosesRows });
      value(link);

      for (let n = 0; n < sent; n += 1)
        bench.workspace.submitForm(bench.file.id, { as: '', answers: { a: String(n) } });

      expect(rows()).toHaveLength(kept + 1);
    },
  );

  it('loses rows of more than 35 in one second where it is set so; the form itself loses none', () => {
    const { bench, link, rows, value } = linked({ linkedSheetLosesRows: true });
    value(link);

    const told = Array.from({ length: 80 }, (_one, n) =>
      bench.workspace.submitForm(bench.file.id, { as: '', answers: { a: String(n) } }),
    );

    const withRow = told.filter((one) => one.ok && one.row !== null);
    expect(told.every((one) => one.ok)).toBe(true);
    expect(rows()).toHaveLength(withRow.length + 1);
    expect(withRow.length).toBeGreaterThan(35);
    expect(withRow.length).toBeLessThan(54);
    expect(bench.file.data.responses.ids).toHaveLength(80);
  });

  it.each([
    ['form.getDestinationId()', 'The form currently has no response destination.'],
    ['form.getDestinationType()', 'The form currently has no response destination.'],
    [`form.setDestination(FormApp.DestinationType.SPREADSHEET, 'nope')`, 'Invalid destination id'],
  ])('%s without one is refused', (call, message) => {
    expect(formBench(ONE).run(call).error?.message).toBe(message);
  });
});
