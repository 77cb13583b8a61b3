import type { Workspace } from '../../../src/local/workspace';
import { OTHER, OWNER, load, workspaceWithPeople } from '../kernel/scripts';

/** Runs a function's body in a script with Drive and FormApp; `file` and `form` are a workbook and a form it has made. */
function run(workspace: Workspace, body: string, of: { as?: string; setup?: string } = {}) {
  const setup =
    of.setup ??
    `var file = Drive.Files.create({ name: 'Sổ', mimeType: MimeType.GOOGLE_SHEETS, writersCanShare: false });
     var form = FormApp.create('Phiếu', false);`;
  const project = load(workspace, `function go() { ${setup} ${body} }`, {
    id: 'project-1',
    manifest: {
      dependencies: { enabledAdvancedServices: [{ userSymbol: 'Drive', serviceId: 'drive', version: 'v3' }] },
    },
  });
  return workspace.run(project, 'go', { as: of.as ?? OWNER });
}

const PUBLISHED = `Drive.Permissions.list(form.getId(), { includePermissionsForView: 'published',
  fields: 'permissions(type,role,view)' }).permissions`;

describe('Drive.Permissions', () => {
  it('opens a form to whoever has the link', () => {
    const { value, error } = run(
      workspaceWithPeople(),
      `form.setPublished(true);
       var before = ${PUBLISHED}.length;
       Drive.Permissions.create({ type: 'anyone', role: 'reader', view: 'published' }, form.getId());
       return [before, ${PUBLISHED}, Drive.Permissions.list(form.getId()).permissions.length];`,
    );

    expect(error).toBeUndefined();
    expect(value).toEqual([
      1,
      [
        { type: 'user', role: 'owner' },
        { type: 'anyone', role: 'reader', view: 'published' },
      ],
      1,
    ]);
  });

  it('makes an editor, with a mail unless told otherwise, and takes the right away again', () => {
    const workspace = workspaceWithPeople();

    const { value } = run(
      workspace,
      `var one = Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: '${OTHER}' }, file.id, { sendNotificationEmail: false });
       var again = Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: '${OTHER}' }, form.getId());
       var lower = Drive.Permissions.update({ role: 'reader' }, file.id, one.id).role;
       Drive.Permissions.remove(file.id, one.id);
       return [one.role, lower, Drive.Permissions.list(file.id).permissions.length];`,
    );

    expect(value).toEqual(['writer', 'reader', 1]);
    expect(workspace.outbox().map((mail) => [mail.to, mail.subject])).toEqual([
      [OTHER, 'Đã chia sẻ tệp với bạn: Phiếu'],
    ]);
  });

  it.each([
    [
      'an address without an account',
      `Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: 'khong.co@quan.example' }, file.id)`,
      'there is no Google account associated',
    ],
    ['no type', `Drive.Permissions.create({ role: 'reader' }, file.id)`, 'type field is required'],
    ['no role', `Drive.Permissions.create({ type: 'anyone' }, file.id)`, 'role field is required'],
    [
      'responders of a workbook',
      `Drive.Permissions.create({ type: 'anyone', role: 'reader', view: 'published' }, file.id)`,
      'The specified view is invalid',
    ],
    [
      'the owner’s own right taken',
      `Drive.Permissions.remove(file.id, Drive.Permissions.list(file.id).permissions[0].id)`,
      'sufficient permissions',
    ],
    ['a permission that is not there', `Drive.Permissions.get(file.id, '99')`, 'Permission not found: 99.'],
  ])('refuses %s', (_, call, message) => {
    const { error } = run(workspaceWithPeople(), `return ${call};`);

    expect(error?.name).toBe('GoogleJsonResponseException');
    expect(error?.message).toContain(message);
  });

  it('keeps editors from sharing on where writersCanShare is false', () => {
    const workspace = workspaceWithPeople();
    workspace.addPerson({ email: 'ban.moi@co-so.example' });
    const shared = run(
      workspace,
      `[false, true].forEach(function (can) {
         Drive.Files.update({ writersCanShare: can }, file.id);
       });
       Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: '${OTHER}' }, file.id);
       return file.id;`,
    );
    const id = shared.value as string;
    const share = `return Drive.Permissions.create({ type: 'user', role: 'reader', emailAddress: 'ban.moi@co-so.example' }, '${id}').role;`;

    const allowed = run(workspace, share, { as: OTHER, setup: '' });
    workspace.state.files[id]!.writersCanShare = false;
    const refused = run(workspace, share, { as: OTHER, setup: '' });

    expect(allowed.value).toBe('reader');
    expect(refused.error?.message).toContain('The user does not have sufficient permissions for this file.');
  });

  it('stops at the number of shares Google allows', () => {
    const workspace = workspaceWithPeople({ limits: { directSharesPerFile: { value: 1, source: 'test' } } });
    workspace.addPerson({ email: 'ban.moi@co-so.example' });

    const { error } = run(
      workspace,
      `['${OTHER}', 'ban.moi@co-so.example'].forEach(function (email) {
         Drive.Permissions.create({ type: 'user', role: 'writer', emailAddress: email }, file.id);
       });`,
    );

    expect(error?.message).toContain('maximum number of permissions');
  });
});
