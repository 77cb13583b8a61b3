import type { Workspace } from '../../../src/local/workspace';
import { bookFile } from '../forms/book-file';
import { OTHER, OWNER, load, workspaceWithPeople } from '../kernel/scripts';

const ADVANCED = {
  enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }],
};

/** Runs a function's body in a script with the Drive service, under drive.file unless `scopes` says otherwise. */
function run(workspace: Workspace, body: string, of: { id?: string; as?: string; scopes?: string[] } = {}) {
  const project = load(workspace, `function go() { ${body} }`, {
    id: of.id ?? 'project-1',
    manifest: {
      dependencies: ADVANCED,
      oauthScopes: (of.scopes ?? ['drive.file']).map((scope) => `https://www.googleapis.com/auth/${scope}`),
    },
  });
  return workspace.run(project, 'go', { as: of.as ?? OWNER });
}

const MAKE = `var file = Drive.Files.create({
  name: 'Sổ Đoàn phường', mimeType: 'application/vnd.google-apps.spreadsheet',
  writersCanShare: false, appProperties: { tag: 'book:P05' } });`;

describe('Drive.Files', () => {
  it('makes a workbook in the account language, found again by its property and by nobody else’s', () => {
    const workspace = workspaceWithPeople();
    const list = `return Drive.Files.list({ q: "trashed = false and appProperties has { key='tag' and value='book:P05' }",
      fields: 'nextPageToken,files(id,appProperties,createdTime)' });`;

    const made = run(workspace, `${MAKE} ${list}`);
    const id = (made.value as { files: { id: string }[] }).files[0]!.id;

    expect(made.value).toEqual({
      files: [
        { id, appProperties: { tag: 'book:P05' }, createdTime: expect.stringMatching(/^2014-08-01T01:/) },
      ],
    });
    expect(workspace.state.files[id]).toMatchObject({
      kind: 'spreadsheet',
      name: 'Sổ Đoàn phường',
      writersCanShare: false,
      createdBy: 'project-1',
      data: { id, locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh' },
    });
    expect(run(workspace, list, { id: 'project-2', scopes: ['drive'] }).value).toEqual({ files: [] });
  });

  it('gives four fields when none are asked for', () => {
    const workspace = workspaceWithPeople();

    const { value } = run(workspace, `${MAKE} return file;`);

    expect(Object.keys(value as object).sort()).toEqual(['id', 'kind', 'mimeType', 'name']);
  });

  it('pages in the order asked for', () => {
    const workspace = workspaceWithPeople();

    const { value } = run(
      workspace,
      `['b', 'c', 'a'].forEach(function (name) { Drive.Files.create({ name: name, mimeType: MimeType.FOLDER }); });
       var names = [], token;
       do {
         var page = Drive.Files.list({ orderBy: 'name', pageSize: 2, pageToken: token, fields: 'nextPageToken,files/name' });
         names.push(page.files.map(function (file) { return file.name; }));
         token = page.nextPageToken;
       } while (token);
       return names;`,
    );

    expect(value).toEqual([['a', 'b'], ['c']]);
  });

  it.each([
    ["name = 'Sổ Đoàn phường'", 1],
    ["name contains 'đoàn'", 1],
    ["name contains 'phươn'", 0],
    ["mimeType = 'application/vnd.google-apps.form'", 0],
    ["mimeType contains 'application/vnd.google-apps.' and not trashed = true", 1],
    ["(name = 'x' or trashed = false) and 'root' in parents", 1],
    [`'${OWNER}' in owners`, 1],
    [`'${OTHER}' in writers`, 0],
    ["createdTime > '2014-07-31T00:00:00'", 1],
    ["appProperties has { key='tag' and value='other' }", 0],
  ])('searches by %s', (q, count) => {
    const workspace = workspaceWithPeople();

    const { value, error } = run(
      workspace,
      `${MAKE} return Drive.Files.list({ q: ${JSON.stringify(q)} }).files.length;`,
    );

    expect(error).toBeUndefined();
    expect(value).toBe(count);
  });

  it('under drive.file sees only what the project made', () => {
    const workspace = workspaceWithPeople();
    const { id } = bookFile(workspace);
    const body = `return [Drive.Files.list().files.length, Drive.Files.get('${id}').name];`;

    const narrow = run(workspace, body);
    const wide = run(workspace, body, { scopes: ['drive'] });

    expect(narrow.error).toMatchObject({
      name: 'GoogleJsonResponseException',
      message: `API call to drive.files.get failed with error: File not found: ${id}.`,
    });
    expect(wide.value).toEqual([1, 'Sổ thử']);
  });

  it('changes, copies and deletes', () => {
    const workspace = workspaceWithPeople();

    const { value } = run(
      workspace,
      `${MAKE}
       var copy = Drive.Files.copy({ name: 'Bản hai' }, file.id, { fields: 'id,name,ownedByMe' });
       Drive.Files.update({ name: 'Tên mới', appProperties: { tag: null, other: '1' } }, file.id);
       var changed = Drive.Files.get(file.id, { fields: 'name,appProperties' });
       Drive.Files.remove(copy.id);
       Drive.Files.update({ trashed: true }, file.id);
       return [copy.name, copy.ownedByMe, changed, Drive.Files.list({ q: 'trashed = false' }).files.length];`,
    );

    expect(value).toEqual(['Bản hai', true, { name: 'Tên mới', appProperties: { other: '1' } }, 0]);
  });

  it.each([
    ["Drive.Files.list({ q: 'nonsense' })", 'drive.files.list failed with error: Invalid Value'],
    ["Drive.Files.list({ fields: 'files(id),bogus' })", 'Invalid field selection bogus'],
    ['Drive.Files.list({ pageSize: 0 })', 'Invalid Value'],
    ["Drive.Files.get('nope')", 'File not found: nope.'],
  ])('refuses %s', (call, message) => {
    const { error } = run(workspaceWithPeople(), `return ${call};`);

    expect(error?.name).toBe('GoogleJsonResponseException');
    expect(error?.message).toContain(message);
  });

  it('asks for its scope', () => {
    const { error } = run(workspaceWithPeople(), 'return Drive.Files.list();', { scopes: ['forms'] });

    expect(error?.message).toMatch(/Specified permissions are not sufficient to call Drive\.Files\.list/);
  });

  it('takes from the day’s workbooks', () => {
    const workspace = workspaceWithPeople({
      limits: { spreadsheetsCreatedPerDay: { consumer: 1, workspace: 1 } },
    });

    const { error } = run(workspace, `${MAKE} ${MAKE}`);

    expect(error?.message).toContain('User rate limit exceeded');
  });
});
