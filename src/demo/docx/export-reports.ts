import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentData } from '../../local/docs/model/doc-data';
import { documentDocx } from '../../local/server/document-docx';
import { documentPdf } from '../../local/server/document-pdf';
import type { World } from '../world/world';

/** What the name of a report's appendices begins with, before the report's own. */
const APPENDICES = 'Phụ lục ';

/** Writes each wave's report as .docx (its appendices are the last section) and both documents as .pdf into a folder; the paths. */
export async function exportReports({ workspace }: World, dir: string): Promise<readonly string[]> {
  mkdirSync(dir, { recursive: true });
  const documents = Object.values(workspace.state.files).filter(
    (file) => file.kind === 'document' && !file.trashed,
  );
  const paths: string[] = [];
  const write = (name: string, bytes: Buffer): void => {
    const path = join(dir, name);
    writeFileSync(path, bytes);
    paths.push(path);
  };
  for (const { id, name, data } of documents) {
    write(`${name}.pdf`, await documentPdf(id, name, data as DocumentData));
    if (name.startsWith(APPENDICES)) continue;
    const appendices = documents.find((one) => one.name === APPENDICES + name);
    const sections = appendices ? [appendices.data as DocumentData] : [];
    write(`${name}.docx`, await documentDocx(name, [data as DocumentData, ...sections]));
  }
  return paths;
}
