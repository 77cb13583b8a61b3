import { strFromU8, unzipSync } from 'fflate';
import {
  createDocumentData,
  newParagraph,
  newTable,
  type DocumentData,
} from '../../../src/local/docs/model/doc-data';
import { documentDocx } from '../../../src/local/server/document-docx';
import { printedPage } from '../../../src/local/server/document-pdf';
import { createWorkspace } from '../../../src/local/workspace';
import { ON_DUTY, OTHER, OWNER } from './duty-book';
import { withServer } from './visitor';

function paper(landscape = false): DocumentData {
  const data = createDocumentData();
  const { attributes } = data.body;
  if (landscape) Object.assign(attributes, { PAGE_WIDTH: 841.89, PAGE_HEIGHT: 595.28 });
  Object.assign(attributes, { MARGIN_LEFT: 85.04 });
  data.headings['NORMAL'] = { FONT_FAMILY: 'Times New Roman', FONT_SIZE: 14 };
  const title = newParagraph('BÁO CÁO <Đợt I> & phụ lục');
  Object.assign(title.attributes, { HORIZONTAL_ALIGNMENT: 'CENTER', BOLD: true });
  data.body.children = [
    title,
    { ...newParagraph(), children: [{ type: 'PAGE_BREAK', attributes: {} }] },
    newTable([
      ['Đơn vị', 'Số chi đoàn'],
      ['Đoàn Phường 5', '4'],
    ]),
    newParagraph(),
  ];
  return data;
}

async function documentXml(...documents: readonly [DocumentData, ...DocumentData[]]): Promise<string> {
  const files = unzipSync(new Uint8Array(await documentDocx('Báo cáo', documents)));
  const xml = files['word/document.xml'];
  if (!xml) throw new Error(`No document in ${Object.keys(files).join(', ')}`);
  return strFromU8(xml);
}

describe('documentDocx', () => {
  it('keeps words, looks, breaks and tables', async () => {
    const xml = await documentXml(paper());

    expect(xml).toContain('BÁO CÁO &lt;Đợt I&gt; &amp; phụ lục');
    expect(xml).toContain('<w:jc w:val="center"/>');
    expect(xml).toContain('<w:br w:type="page"/>');
    expect(xml.match(/<w:tc>/g)).toHaveLength(4);
    expect(xml).toContain('Đoàn Phường 5');
  });

  it('keeps paper and margins, and lays a wide page on its side', async () => {
    const xml = await documentXml(paper(), paper(true));

    expect(xml).toContain('<w:pgSz w:w="11906" w:h="16838" w:orient="portrait"/>');
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    expect(xml).toContain('w:left="1701"');
  });
});

describe('printedPage', () => {
  it('prints on the document’s own paper', () => {
    expect(printedPage('d', 'Báo cáo', paper())).toContain(
      '@page { size: 595.28pt 841.89pt; margin: 72.00pt 72.00pt 72.00pt 85.04pt; }',
    );
  });
});

describe('a document’s address to keep it', () => {
  it('gives a .docx to who may open it, and to nobody else', async () => {
    const workspace = createWorkspace();
    for (const email of [OWNER, ON_DUTY, OTHER]) workspace.addPerson({ email });
    const file = workspace.core.addFile({
      kind: 'document',
      mimeType: 'application/vnd.google-apps.document',
      name: 'Báo cáo Đợt I',
      owner: OWNER,
      data: paper(),
    });
    workspace.share(file.id, ON_DUTY, 'reader');

    await withServer({ workspace }, async ({ url }) => {
      const ask = async (email: string, format: string): Promise<Response> => {
        const session = await fetch(`${url}api/session`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ email }),
        });
        const cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
        return fetch(`${url}document/d/${file.id}/export?format=${format}`, { headers: { cookie } });
      };

      const given = await ask(ON_DUTY, 'docx');
      const refused = await ask(OTHER, 'docx');
      const unknown = await ask(ON_DUTY, 'odt');

      expect(given.status).toBe(200);
      expect(given.headers.get('content-disposition')).toContain(
        `${encodeURIComponent('Báo cáo Đợt I')}.docx`,
      );
      expect(unzipSync(new Uint8Array(await given.arrayBuffer()))['word/document.xml']).toBeDefined();
      expect(refused.status).toBe(403);
      expect(unknown.status).toBe(400);
    });
  });
});
