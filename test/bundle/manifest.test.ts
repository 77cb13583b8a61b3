import { SCRIPTS, shipped, type ScriptName } from './shipped';

interface Manifest {
  readonly timeZone: string;
  readonly runtimeVersion: string;
  readonly exceptionLogging: string;
  readonly oauthScopes: readonly string[];
  readonly dependencies: {
    readonly enabledAdvancedServices?: readonly { readonly userSymbol: string; readonly version: string }[];
  };
}

const SCOPES: Readonly<Record<ScriptName, readonly string[]>> = {
  district: [
    'documents',
    'drive.file',
    'forms',
    'script.container.ui',
    'script.scriptapp',
    'script.send_mail',
    'spreadsheets',
    'userinfo.email',
  ],
  // Every committee member grants these: one scope more needs a decision of its own (docs/decisions/0001).
  committee: ['script.container.ui', 'spreadsheets.currentonly', 'userinfo.email'],
};

const SERVICES: Readonly<Record<ScriptName, readonly string[]>> = {
  district: ['Drive v3', 'Sheets v4'],
  committee: [],
};

function manifestOf(script: ScriptName): Manifest {
  return JSON.parse(shipped(script, 'appsscript.json')) as Manifest;
}

describe.each(SCRIPTS)('the manifest of the %s script', (script) => {
  it('asks for exactly its scopes', () => {
    const scopes = [...manifestOf(script).oauthScopes].sort();

    expect(scopes).toEqual(SCOPES[script].map((name) => `https://www.googleapis.com/auth/${name}`));
  });

  it('switches on exactly its advanced services', () => {
    const services = manifestOf(script).dependencies.enabledAdvancedServices ?? [];

    expect(services.map(({ userSymbol, version }) => `${userSymbol} ${version}`).sort()).toEqual(
      SERVICES[script],
    );
  });

  it('sets the zone, the runtime and the log', () => {
    expect(manifestOf(script)).toMatchObject({
      timeZone: 'Asia/Ho_Chi_Minh',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
    });
  });
});
