import type { RunResult, Workspace, WorkspaceOptions } from '../../../src/local/workspace';
import type { FormFile } from '../../../src/local/forms/form-file';
import { OWNER, load, workspaceWithPeople } from '../kernel/scripts';

/** A workspace with one form, and scripts that see it as `form`. */
export interface FormBench {
  readonly workspace: Workspace;
  readonly file: FormFile;
  /** Runs a function's body; its value, or what it threw, is in the result. */
  readonly run: (body: string, of?: { as?: string }) => RunResult;
  /** As `run`, but gives the value and throws what the script threw. */
  readonly value: (body: string) => unknown;
}

/** Makes a form, published to whoever has the link, and builds it with `build`. */
export function formBench(build = '', options: WorkspaceOptions = {}): FormBench {
  const workspace = workspaceWithPeople(options);
  const create = load(
    workspace,
    `function create() { return FormApp.create('Phiếu', true).setTitle('Phiếu').getId(); }`,
  );
  const id = workspace.run(create, 'create').value as string;
  const run: FormBench['run'] = (body, of = {}) =>
    workspace.run(
      load(workspace, `function go() { var form = FormApp.openById('${id}'); ${body} }`, {
        id: 'form-script',
      }),
      'go',
      { as: of.as ?? OWNER },
    );
  const value: FormBench['value'] = (body) => {
    const result = run(body);
    if (!result.ok) throw new Error(`${result.error?.name}: ${result.error?.message}`);
    return result.value;
  };
  if (build !== '') value(build);
  return { workspace, file: workspace.core.file(id) as FormFile, run, value };
}
