import { OTHER, OWNER, evaluate, load, workspaceWithPeople } from '../kernel/scripts';
import { formBench } from './form-script';

const STATE = '[form.isPublished(), form.isAcceptingResponses()]';

describe('publishing a form', () => {
  it.each([
    [false, '', [false, true]],
    [true, '', [true, true]],
    [false, ', false', [false, false]],
    [true, ', false', [false, false]],
    [false, ', true', [true, true]],
  ])('formsBornPublished %s: FormApp.create(title%s) is %j', (formsBornPublished, argument, state) => {
    const workspace = workspaceWithPeople({ settings: { formsBornPublished } });

    expect(evaluate(workspace, STATE, `var form = FormApp.create('Phiếu'${argument})`)).toEqual(state);
  });

  it.each([
    ['setPublished(true)', [true, true]],
    ['setPublished(true).setAcceptingResponses(false)', [true, false]],
    ['setPublished(true).setPublished(false)', [false, false]],
    ['setPublished(true).setAcceptingResponses(false).setPublished(true)', [true, true]],
  ])('%s leaves %j', (calls, state) => {
    const setup = `var form = FormApp.create('Phiếu', false); form.${calls}`;

    expect(evaluate(workspaceWithPeople(), STATE, setup)).toEqual(state);
  });

  it('must come before accepting responses', () => {
    const setup = `var form = FormApp.create('Phiếu', false)`;

    expect(() => evaluate(workspaceWithPeople(), 'form.setAcceptingResponses(true)', setup)).toThrow(
      'Exception: Cannot accept responses on an unpublished form.',
    );
  });

  it('is beyond an old form', () => {
    const { file, run, value } = formBench();
    Object.assign(file.data, { publishable: false });

    expect(value('return form.supportsAdvancedResponderPermissions()')).toBe(false);
    expect(run('form.setPublished(true)').error?.message).toBe('This form does not support publishing.');
  });

  it('opens a form to people by name', () => {
    const { value } = formBench();

    const readers = 'form.getPublishedReaders().map(function (user) { return user.getEmail(); })';
    expect(value(`form.addPublishedReader('${OTHER}'); return ${readers};`)).toEqual([OTHER]);
    expect(value(`form.removePublishedReader('${OTHER}'); return ${readers};`)).toEqual([]);
  });

  it('has the title that the workspace’s setting says', () => {
    const workspace = workspaceWithPeople({ settings: { formTitleAfterCreate: true } });

    expect(evaluate(workspace, `FormApp.create('Phiếu').getTitle()`)).toBe('Phiếu');
  });
});

describe('opening a form', () => {
  it.each([
    ['an unknown id', `FormApp.openById('nope')`, OWNER],
    ['somebody who may not edit it', `FormApp.openById('ID')`, OTHER],
  ])('is refused to %s', (_, call, as) => {
    const { workspace, file } = formBench();
    const project = load(workspace, `function go() { return ${call.replace('ID', file.id)}.getId(); }`);

    const { error } = workspace.run(project, 'go', { as });

    expect(error?.message).toMatch(/No item with the given ID|do not have permission/);
  });

  it('needs the wide scope; the form once open does not', () => {
    const { workspace, file } = formBench();
    const manifest = { oauthScopes: ['https://www.googleapis.com/auth/forms.currentonly'] };
    const project = load(workspace, `function go() { return FormApp.openById('${file.id}').getId(); }`, {
      manifest,
    });

    expect(workspace.run(project, 'go').error?.message).toBe(
      'Specified permissions are not sufficient to call FormApp.openById. Required permissions: https://www.googleapis.com/auth/forms',
    );
  });

  it('finds a form by its edit address, not by the one people answer at', () => {
    const { value, run } = formBench();

    expect(value('return FormApp.openByUrl(form.getEditUrl()) === form')).toBe(true);
    expect(run('FormApp.openByUrl(form.getPublishedUrl())').error?.message).toBe('Invalid argument: url');
  });
});
