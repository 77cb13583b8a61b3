import type { DocumentData } from '../../../src/local/docs/model/doc-data';
import { documentView } from '../../../src/local/server/document-view';
import type { Workspace } from '../../../src/local/workspace';
import { OTHER, OWNER, load, workspaceWithPeople } from '../kernel/scripts';

/** Runs a function's body in a script where `doc` is a new document and `body` its body. */
function run(body: string, workspace: Workspace = workspaceWithPeople()) {
  const project = load(
    workspace,
    `function go() { var doc = DocumentApp.create('Báo cáo'); var body = doc.getBody(); ${body} }`,
  );
  const result = workspace.run(project, 'go');
  const file = Object.values(workspace.state.files).find((one) => one.kind === 'document');
  return {
    ...result,
    workspace,
    file: file!,
    html: () => documentView(file!.id, file!.name, file!.data as DocumentData).html,
  };
}

describe('a document', () => {
  it('begins with one empty paragraph, and reads back as text', () => {
    const { value, error } = run(`
      var before = body.getNumChildren();
      body.appendParagraph('Kính gửi: Thành Đoàn').setHeading(DocumentApp.ParagraphHeading.HEADING1);
      body.appendTable([['Đơn vị', 'Đoàn viên'], ['Phường 5', '120']]);
      body.appendListItem('một'); body.appendListItem('hai');
      return [before, body.getText(), body.getChild(1).getHeading().name(), String(body.getChild(2)), body.getTables().length,
        body.getListItems().map(function (item) { return item.getText(); })];`);

    expect(error).toBeUndefined();
    expect(value).toEqual([
      1,
      '\nKính gửi: Thành Đoàn\nĐơn vị\nĐoàn viên\nPhường 5\n120\nmột\nhai',
      'HEADING1',
      'Table',
      1,
      ['một', 'hai'],
    ]);
  });

  it.each([
    [`p.setAlignment(DocumentApp.HorizontalAlignment.CENTER)`, 'text-align: center'],
    [`p.setSpacingBefore(6).setSpacingAfter(12)`, 'margin-top: 6pt; margin-bottom: 12pt'],
    [`p.setIndentStart(36).setLineSpacing(1.5)`, 'margin-left: 36pt; line-height: 1.5'],
    [`p.editAsText().setBold(true)`, '<span style="font-weight: bold">chữ</span>'],
    [`p.editAsText().setItalic(0, 1, true)`, '<span style="font-style: italic">ch</span>ữ'],
    [`p.appendText(' đậm').setBold(true)`, 'chữ<span style="font-weight: bold"> đậm</span>'],
    [
      `p.editAsText().setFontFamily('Times New Roman').setFontSize(14)`,
      'font-size: 14pt; font-family: Times New Roman',
    ],
    [`p.editAsText().setForegroundColor('#b71c1c')`, 'color: #b71c1c'],
    [`p.editAsText().setLinkUrl('https://quan.example')`, '<a href="https://quan.example">chữ</a>'],
    [
      `p.setAttributes({ BOLD: true, HORIZONTAL_ALIGNMENT: DocumentApp.HorizontalAlignment.RIGHT })`,
      'font-weight: bold; text-align: right',
    ],
    [`p.setHeading(DocumentApp.ParagraphHeading.TITLE)`, '<h1>chữ</h1>'],
    [`body.appendPageBreak()`, '<span class="page-break"></span>'],
    [`body.appendListItem('a').setGlyphType(DocumentApp.GlyphType.BULLET)`, '<ul><li>a</li></ul>'],
    [`body.appendListItem('a'); body.appendListItem('b')`, '<ol><li>a</li><li>b</li></ol>'],
    [`body.appendTable([['a']]).setBorderWidth(0)`, '<td class="bare"><p>a</p></td>'],
    [`body.appendTable([['a', 'b']]).setColumnWidth(1, 200)`, '<td style="width: 200pt"><p>b</p></td>'],
    [
      `body.appendTable([['a']]).getCell(0, 0).setWidth(90).setBackgroundColor('#eeeeee')`,
      'width: 90pt; background-color: #eeeeee',
    ],
    [`doc.addFooter().appendParagraph('chân')`, 'chân</p></footer>'],
  ])('shows %s', (code, expected) => {
    const made = run(`var p = body.appendParagraph('chữ'); ${code};`);

    expect(made.error).toBeUndefined();
    expect(made.html()).toContain(expected);
  });

  it('keeps its page as it was set, in points', () => {
    const { value } = run(`
      body.setMarginLeft(85).setMarginTop(57).setPageWidth(595);
      return [body.getMarginLeft(), body.getMarginTop(), body.getMarginRight(), body.getPageWidth()];`);

    expect(value).toEqual([85, 57, 72, 595]);
  });

  it('never lets text, fonts or links out of their place', () => {
    const made = run(`
      body.appendParagraph('<script>&"').editAsText().setFontFamily('x";}<b>').setLinkUrl('javascript:alert(1)');`);

    expect(made.html()).toContain('&lt;script&gt;&amp;&quot;');
    expect(made.html()).not.toMatch(/<script|javascript:|<b>/);
  });

  it('tells the look that all of a text has, and null where it differs', () => {
    const { value } = run(`
      var text = body.appendParagraph('abcd').editAsText().setBold(0, 1, true);
      return [text.isBold(), text.isBold(0), text.isBold(3), text.setBold(true).isBold(), text.getFontSize()];`);

    expect(value).toEqual([null, true, null, true, null]);
  });

  it('is edited: replaced, inserted, removed, copied', () => {
    const { value } = run(`
      var p = body.appendParagraph('Đợt {đợt}'); body.replaceText('\\\\{đợt\\\\}', 'I');
      body.insertParagraph(0, 'đầu');
      var row = body.appendTable([['a', 'b']]).getRow(0);
      row.getParentTable().appendTableRow(row.copy()).getCell(1).setText('mới');
      p.copy(); body.appendParagraph(p.copy());
      body.getChild(1).removeFromParent();
      return body.getText();`);

    expect(value).toBe('đầu\nĐợt I\na\nb\na\nmới\nĐợt I');
  });

  it.each([
    [`body.getChild(0).removeFromParent()`, "Can't remove the last paragraph in a document section."],
    [`body.appendParagraph(body.getChild(0))`, 'Element must be detached.'],
    [
      `body.appendTable([['a']]).getCell(0, 3)`,
      'Child index (3) must be less than the number of child elements (1).',
    ],
    [`doc.saveAndClose(); doc.getBody()`, 'Document is closed, its contents cannot be updated.'],
    [
      `body.appendParagraph('ab').editAsText().setBold(0, 5, true)`,
      'Index (5) must be less than the content length (2).',
    ],
    [`DocumentApp.openById('nope')`, 'Document is missing'],
    [`body.appendImage(null)`, 'Body.appendImage'],
  ])('refuses %s', (code, message) => {
    expect(run(code).error?.message).toContain(message);
  });

  it('keeps named ranges from one execution to the next', () => {
    const made = run(`
      doc.addNamedRange('số liệu', doc.newRange().addElement(body.appendParagraph('giữ')).build());
      body.insertParagraph(0, 'trước'); doc.saveAndClose();`);
    const project = load(
      made.workspace,
      `function go() { var doc = DocumentApp.openById('${made.file.id}'); var range = doc.getNamedRanges('số liệu')[0];
         var text = range.getRange().getRangeElements()[0].getElement().getText(); range.remove();
         return [text, doc.getNamedRanges().length]; }`,
    );

    expect(made.workspace.run(project, 'go').value).toEqual(['giữ', 0]);
  });

  it('survives a snapshot, and belongs to whoever made it', () => {
    const made = run(`body.appendParagraph('giữ');`);

    made.workspace.restore(made.workspace.snapshot());

    const project = load(
      made.workspace,
      `function go() { return DocumentApp.openById('${made.file.id}').getBody().getText(); }`,
    );
    expect(made.workspace.run(project, 'go', { as: OWNER }).value).toBe('\ngiữ');
    expect(made.workspace.run(project, 'go', { as: OTHER }).ok).toBe(false);
  });
});
