import { createHash } from 'node:crypto';
import type { RunningExecution } from '../kernel/execution';
import { type Emulated, HostObject, type ServiceModule, defineType } from '../kernel/host';
import { UserObject, userType } from './user';

const KEY_LIFE_MS = 30 * 86_400_000;

/** Who is at the keyboard, and in whose name the script runs [facts 3]. */
class SessionService
  extends HostObject
  implements
    Emulated<
      GoogleAppsScript.Base.Session,
      | 'getActiveUser'
      | 'getEffectiveUser'
      | 'getActiveUserLocale'
      | 'getScriptTimeZone'
      | 'getTemporaryActiveUserKey'
    >
{
  getActiveUser(): UserObject {
    return new UserObject(this.execution, this.execution.activeUser);
  }

  getEffectiveUser(): UserObject {
    return new UserObject(this.execution, (this.execution as RunningExecution).toldEffectiveUser);
  }

  getActiveUserLocale(): string {
    return this.execution.state.locale.slice(0, 2);
  }

  getScriptTimeZone(): string {
    return this.execution.project.manifest.timeZone;
  }

  /** One key a person and script; another one every 30 days. */
  getTemporaryActiveUserKey(): string {
    const { effectiveUser, project } = this.execution;
    const period = Math.floor(this.execution.now() / KEY_LIFE_MS);
    return createHash('sha256')
      .update(`${effectiveUser}\n${project.id}\n${period}`)
      .digest('base64')
      .slice(0, 24);
  }
}

const uncounted = { counted: false } as const;
const email = { counted: false, scopes: ['userinfo.email'] } as const;

/** Session and the type User. */
export const sessionModule: ServiceModule = {
  types: [
    defineType({
      name: 'Session',
      google: 'Base.Session',
      class: SessionService,
      methods: {
        getActiveUser: email,
        getEffectiveUser: email,
        getActiveUserLocale: uncounted,
        getScriptTimeZone: uncounted,
        getTemporaryActiveUserKey: uncounted,
      },
    }),
    userType,
  ],
  globals: { Session: (execution) => new SessionService(execution) },
};
