import type { DriveModule } from '../kernel/acts';
import { HostObject, defineType } from '../kernel/host';
import { FilesService, filesType } from './files-service';
import { PermissionsService, permissionsType } from './permissions-service';

/** The symbol Drive of a script that has switched the service on. */
class DriveService extends HostObject {
  get Files(): FilesService {
    return this.execution.memo('drive:files', () => new FilesService(this.execution));
  }

  get Permissions(): PermissionsService {
    return this.execution.memo('drive:permissions', () => new PermissionsService(this.execution));
  }
}

/** The advanced service Drive, version 3. */
export const driveModule: DriveModule = {
  types: [
    defineType({
      name: 'Drive',
      google: 'Drive',
      class: DriveService,
      methods: { Files: { property: true }, Permissions: { property: true } },
    }),
    filesType,
    permissionsType,
  ],
  globals: {},
  advanced: { drive: (execution) => new DriveService(execution) },
};
