import type { DocumentData } from '../docs/model/doc-data';
import { documentDocx } from './document-docx';
import { documentPdf } from './document-pdf';
import { needFile } from './file-views';
import { needPerson, personViews } from './people';
import { Refusal, SENT, type Routes } from './router';
import { signedIn } from './who';
import type { Site } from './workspace-routes';

const TYPES: Readonly<Record<string, string>> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
};

/** A document as a file to keep, at Google's own address: `/document/d/ID/export?format=docx` or `pdf`. Only for who may open it. */
export function exportRoutes({ workspace, home }: Pick<Site, 'workspace' | 'home'>): Routes {
  return {
    'GET /document/d/:id/export': async ({ request, response, param, query }) => {
      const me = needPerson(personViews(workspace, home()), signedIn(request));
      const file = needFile<DocumentData>(workspace, param('id'), 'document', me.email);
      const format = query.get('format') ?? '';
      const type = TYPES[format];
      if (type === undefined) throw new Refusal(400, 'Chỉ tải được tệp .docx hoặc .pdf.');
      const bytes =
        format === 'docx'
          ? await documentDocx(file.name, [file.data])
          : await documentPdf(file.id, file.name, file.data);
      response.writeHead(200, {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(`${file.name}.${format}`)}`,
      });
      response.end(bytes);
      return SENT;
    },
  };
}
