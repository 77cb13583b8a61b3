import {
  type Emulated,
  type Execution,
  GoogleError,
  HostObject,
  type ServiceModule,
  defineType,
} from '../kernel/host';

type Google = GoogleAppsScript.Properties.Properties;

/** One property store. Values are text; limits are of the whole store [limits.json, propertyStoreBytes]. */
class PropertiesObject
  extends HostObject
  implements
    Emulated<
      Google,
      | 'getProperty'
      | 'getProperties'
      | 'getKeys'
      | 'setProperty'
      | 'setProperties'
      | 'deleteProperty'
      | 'deleteAllProperties'
    >
{
  constructor(
    execution: Execution,
    private readonly store: string,
  ) {
    super(execution);
  }

  getProperty(key: string): string | null {
    this.use();
    return this.read()[key] ?? null;
  }

  getProperties(): Record<string, string> {
    this.use();
    return { ...this.read() };
  }

  getKeys(): string[] {
    this.use();
    return Object.keys(this.read());
  }

  setProperty(key: string, value: unknown): this {
    return this.write({ ...this.read(), [named(key)]: String(value) }, [String(value)]);
  }

  setProperties(properties: Record<string, unknown>, deleteAllOthers = false): this {
    const added = Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [named(key), String(value)]),
    );
    return this.write(deleteAllOthers ? added : { ...this.read(), ...added }, Object.values(added));
  }

  deleteProperty(key: string): this {
    const kept = Object.entries(this.read()).filter(([name]) => name !== key);
    return this.write(Object.fromEntries(kept), []);
  }

  deleteAllProperties(): this {
    return this.write({}, []);
  }

  private read(): Readonly<Record<string, string>> {
    return this.execution.state.properties[this.store] ?? {};
  }

  private write(properties: Record<string, string>, values: readonly string[]): this {
    this.use();
    const { limits, settings } = this.execution.core;
    if (
      settings.strictPropertySize &&
      values.some((value) => Buffer.byteLength(value) > limits.propertyValueBytes.warn)
    ) {
      throw new GoogleError('Exception', 'Argument too large: value');
    }
    const bytes = Object.entries(properties).reduce(
      (sum, [key, value]) => sum + Buffer.byteLength(key) + Buffer.byteLength(value),
      0,
    );
    if (bytes > limits.propertyStoreBytes.refuse) {
      throw new GoogleError(
        'Exception',
        'You have exceeded the property storage quota. Please remove some properties and try again.',
      );
    }
    this.execution.state.properties[this.store] = properties;
    return this;
  }

  private use(): void {
    if (!this.execution.take('propertyOperations')) {
      throw new GoogleError('Exception', 'Service invoked too many times for one day: properties.');
    }
  }
}

function named(key: string | null | undefined): string {
  if (key === null || key === undefined || key === '') {
    throw new GoogleError('Exception', 'Invalid argument: the property name must not be null or empty');
  }
  return key;
}

class PropertiesServiceObject
  extends HostObject
  implements
    Emulated<GoogleAppsScript.Properties.PropertiesService, 'getScriptProperties' | 'getUserProperties'>
{
  getScriptProperties(): PropertiesObject {
    return this.store(`script:${this.execution.project.id}`);
  }

  getUserProperties(): PropertiesObject {
    return this.store(`user:${this.execution.project.id}:${this.execution.effectiveUser}`);
  }

  /** null outside a document, whatever Google's types say [facts 8]. */
  getDocumentProperties(): PropertiesObject | null {
    const { container, project } = this.execution;
    return container ? this.store(`document:${project.id}:${container.id}`) : null;
  }

  private store(name: string): PropertiesObject {
    return this.execution.memo(`properties:${name}`, () => new PropertiesObject(this.execution, name));
  }
}

const read = { latency: 'Properties.get' } as const;
const write = { latency: 'Properties.set' } as const;
const uncounted = { counted: false } as const;

/** PropertiesService with its three stores. */
export const propertiesModule: ServiceModule = {
  types: [
    defineType({
      name: 'PropertiesService',
      google: 'Properties.PropertiesService',
      class: PropertiesServiceObject,
      needs: 'properties',
      methods: {
        getScriptProperties: uncounted,
        getUserProperties: uncounted,
        getDocumentProperties: uncounted,
      },
    }),
    defineType({
      name: 'Properties',
      google: 'Properties.Properties',
      fullName: 'PropertiesService.Properties',
      class: PropertiesObject,
      needs: 'properties',
      methods: {
        getProperty: read,
        getProperties: read,
        getKeys: read,
        setProperty: write,
        setProperties: write,
        deleteProperty: write,
        deleteAllProperties: write,
      },
    }),
  ],
  globals: { PropertiesService: (execution) => new PropertiesServiceObject(execution) },
};
