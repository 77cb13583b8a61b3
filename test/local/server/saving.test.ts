import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSaving } from '../../../src/local/server/saving';
import { loadWorkspace } from '../../../src/local/workspace';
import { ON_DUTY, dutyBook } from './duty-book';
import { visitor, withServer } from './visitor';

describe('saving', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'workspace-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('puts the new state in place of the old one as a whole', () => {
    const place = join(folder, 'state');
    mkdirSync(place);
    writeFileSync(join(place, 'old.json'), 'cũ');
    const saving = createSaving(place, (to) => {
      mkdirSync(to);
      writeFileSync(join(to, 'new.json'), 'mới');
    });

    saving.soon();
    saving.flush();

    expect(readdirSync(folder)).toEqual(['state']);
    expect(readdirSync(place)).toEqual(['new.json']);
    expect(readFileSync(join(place, 'new.json'), 'utf8')).toBe('mới');
  });

  it('leaves the old state alone when the new one could not be written', () => {
    const place = join(folder, 'state');
    mkdirSync(place);
    writeFileSync(join(place, 'old.json'), 'cũ');
    const saving = createSaving(place, () => {
      throw new Error('Đĩa đầy');
    });

    saving.soon();

    expect(() => saving.flush()).toThrow('Đĩa đầy');
    expect(readdirSync(place)).toEqual(['old.json']);
  });

  it('keeps what people did for a workspace that is loaded later', async () => {
    const place = join(folder, 'state');
    const { workspace, book } = dutyBook();
    const cells = [{ row: 1, column: 1, text: 'Lê Thị An' }];

    await withServer({ workspace, saveTo: place }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      await an.post(`/api/spreadsheets/${book.id}/cells`, { sheetId: 0, cells });
    });
    const loaded = loadWorkspace(place);

    await withServer({ workspace: loaded }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      const { body } = await an.get(`/api/spreadsheets/${book.id}/sheets/0`);

      expect(body.rows[1].cells).toEqual(['Thứ Hai', 'Lê Thị An']);
    });
    expect(loaded.now()).toBe(workspace.now());
  });

  it('writes nothing when nothing has changed', () => {
    const saving = createSaving(join(folder, 'state'), () => {
      throw new Error('Không được gọi');
    });

    saving.flush();

    expect(readdirSync(folder)).toEqual([]);
  });
});
