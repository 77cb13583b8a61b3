import { createDocumentData, newParagraph } from '../../src/local/docs/model/doc-data';
import { documentPdf } from '../../src/local/server/document-pdf';

it('a document is printed as PDF on its own paper, a page a page break', async () => {
  const data = createDocumentData();
  data.body.children = [
    newParagraph('BÁO CÁO'),
    { ...newParagraph(), children: [{ type: 'PAGE_BREAK', attributes: {} }] },
    newParagraph('Phụ lục 2'),
  ];

  const pdf = (await documentPdf('d', 'Báo cáo', data)).toString('latin1');

  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  const box = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf);
  expect(Number(box?.[1])).toBeCloseTo(595, -0.5);
  expect(Number(box?.[2])).toBeCloseTo(842, -0.5);
}, 60_000);
