import {
  type DocumentData,
  createDocumentData,
  newParagraph,
  newTable,
} from '../../../src/local/docs/model/doc-data';
import { documentView } from '../../../src/local/server/document-view';
import { createWorkspace } from '../../../src/local/workspace';
import { ON_DUTY, OTHER, OWNER } from './duty-book';
import { visitor, withServer } from './visitor';

function report(): DocumentData {
  const data = createDocumentData();
  const title = newParagraph('BÁO CÁO <Đợt I>');
  Object.assign(title.attributes, { HORIZONTAL_ALIGNMENT: 'CENTER', BOLD: true });
  const heading = newParagraph('I. Tình hình');
  Object.assign(heading.attributes, { HEADING: 'HEADING1' });
  const items = ['Đã trực: 5', 'Còn lại: 2'].map((text) => newParagraph(text, 'LIST_ITEM'));
  const table = newTable([['Nơi nhận', 'T/M BAN CHẤP HÀNH']]);
  Object.assign(table.attributes, { BORDER_WIDTH: 0 });
  data.body.children = [title, heading, ...items, table, newParagraph()];
  return data;
}

describe('documentView', () => {
  it('writes paragraphs, headings, lists and tables, and escapes every text', () => {
    const { html } = documentView('d', 'Báo cáo', report());

    expect(html).toBe(
      [
        '<p style="font-weight: bold; text-align: center">BÁO CÁO &lt;Đợt I&gt;</p>',
        '<h2>I. Tình hình</h2>',
        '<ul><li>Đã trực: 5</li><li>Còn lại: 2</li></ul>',
        '<table><tbody><tr><td class="bare"><p>Nơi nhận</p></td><td class="bare"><p>T/M BAN CHẤP HÀNH</p></td></tr></tbody></table>',
        '<p><br></p>',
      ].join(''),
    );
  });

  it('takes no address but one of the web, and no look that could be more than a look', () => {
    const data = createDocumentData();
    const link = (address: string) => {
      const paragraph = newParagraph('đây');
      const [text] = paragraph.children;
      if (text?.type !== 'TEXT') throw new Error('There is no text');
      text.runs[0]!.style = { LINK_URL: address, FONT_FAMILY: 'x;background:url(//la)' };
      return paragraph;
    };
    data.body.children = [link('javascript:alert(1)'), link('https://docs.google.com/document/d/a/edit')];

    const { html } = documentView('d', 'Báo cáo', data);

    expect(html).toBe('<p>đây</p><p><a href="/document/d/a/edit">đây</a></p>');
  });
});

describe('a document', () => {
  it('is read by those it is shared with', async () => {
    const workspace = createWorkspace();
    for (const email of [OWNER, ON_DUTY, OTHER]) workspace.addPerson({ email });
    const { core } = workspace;
    const mimeType = 'application/vnd.google-apps.document';
    const file = core.addFile({
      kind: 'document',
      mimeType,
      name: 'Báo cáo Đợt I',
      owner: OWNER,
      data: report(),
    });
    workspace.share(file.id, ON_DUTY, 'reader');

    await withServer({ workspace }, async ({ url }) => {
      const [an, binh] = [visitor(url), visitor(url)];
      await an.signIn(ON_DUTY);
      await binh.signIn(OTHER);
      const [ofAn, ofBinh] = [
        await an.get(`/api/documents/${file.id}`),
        await binh.get(`/api/documents/${file.id}`),
      ];

      expect(ofAn.body).toMatchObject({
        title: 'Báo cáo Đợt I',
        html: expect.stringContaining('I. Tình hình'),
      });
      expect(ofBinh.status).toBe(403);
    });
  });
});
