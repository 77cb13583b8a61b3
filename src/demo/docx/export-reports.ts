import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DocumentData } from '../../local/docs/model/doc-data';
import { documentDocx } from '../../local/server/document-docx';
import { documentPdf } from '../../local/server/document-pdf';
import { Refusal } from '../../local/server/router';
import type { World } from '../world/world';

/** What the name of a report's appendices begins with, before the report's own. */
const APPENDICES = 'Phụ lục ';

/**
 * Writes each wave's report as .docx (its appendices are the last section) and, where there is a browser to print them, both documents as .pdf
 * into a folder; the paths.
 */
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
    // oxlint-disable-next-line no-await-in-loop -- one browser at a time
    const pdf = await printed(id, name, data as DocumentData);
    if (pdf) write(`${name}.pdf`, pdf);
    if (name.startsWith(APPENDICES)) continue;
    const appendices = documents.find((one) => one.name === APPENDICES + name);
    const sections = appendices ? [appendices.data as DocumentData] : [];
    // oxlint-disable-next-line no-await-in-loop -- the list of paths keeps the order
    const docx = await documentDocx(name, [data as DocumentData, ...sections]);
    write(`${name}.docx`, docx);
  }
  return paths;
}

/** Null on a machine without a browser. */
async function printed(id: string, name: string, data: DocumentData): Promise<Buffer | null> {
  try {
    return await documentPdf(id, name, data);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
