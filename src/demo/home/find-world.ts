import type { Workspace } from '../../local/workspace';
import { inventDistrict } from '../invent/district';
import { createMeter } from '../world/meter';
import { scriptFolder, type World } from '../world/world';
import { DEMO_SEED } from './seed';

/** The demo in a workspace that was saved; its scripts are replaced by those built now. Null when it holds no such demo. */
export function findWorld(workspace: Workspace): World | null {
  const district = inventDistrict('demo', DEMO_SEED);
  const owner = district.roleAccount.email;
  const projects = Object.values(workspace.state.projects);
  const script = projects.find((one) => one.kind === 'bound' && one.owner === owner);
  const addOn = projects.find((one) => one.kind === 'addon' && one.owner === owner);
  if (!script?.container || !addOn || !workspace.state.files[script.container]) return null;
  for (const [project, name] of [
    [script, 'district'],
    [addOn, 'committee'],
  ] as const)
    workspace.loadProject({
      dir: scriptFolder(name),
      kind: project.kind,
      owner,
      id: project.id,
      name: project.name,
      ...(project.container === null ? {} : { container: project.container }),
    });
  return {
    workspace,
    district,
    meter: createMeter(),
    book: script.container,
    districtScript: script.id,
    committeeScript: addOn.id,
  };
}
