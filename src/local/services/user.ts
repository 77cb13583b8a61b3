import { type Emulated, type Execution, HostObject, defineType } from '../kernel/host';

/** A person as scripts see one: an address and no more. */
export class UserObject extends HostObject implements Emulated<GoogleAppsScript.Base.User, 'getEmail'> {
  constructor(
    execution: Execution,
    private readonly email: string,
  ) {
    super(execution);
  }

  getEmail(): string {
    return this.email;
  }

  getUserLoginId(): string {
    return this.email;
  }

  override toString(): string {
    return this.email;
  }
}

/** The type User, which several services give. */
export const userType = defineType({
  name: 'User',
  google: 'Base.User',
  class: UserObject,
  methods: { getEmail: { counted: false }, getUserLoginId: { counted: false }, toString: { counted: false } },
});
