import { GoogleError } from './errors';
import type { AuthMode } from './execution-types';
import type { MethodFacts, Need, TypeDefinition } from './host';
import type { ProjectRecord } from './state';

const AUTH = 'https://www.googleapis.com/auth/';
const NEEDS_BY_MODE: Readonly<Record<AuthMode, readonly Need[]>> = {
  NONE: ['nothing'],
  LIMITED: ['nothing', 'document', 'properties'],
  CUSTOM_FUNCTION: ['nothing', 'document', 'properties'],
  FULL: ['nothing', 'document', 'properties', 'user'],
};

/** What a method asks for, with the scopes as Google names them in its refusals. */
interface Asked {
  readonly need: Need;
  /** Full addresses; any one of them does. */
  readonly scopes: readonly string[];
  readonly words: string;
}

const askedBy = new WeakMap<TypeDefinition, Map<string, Asked>>();

/** Google's refusal of a call for want of a scope or in this auth mode [facts 2.2, 2.5]; null when it is allowed. */
export function refusalOf(
  caller: { readonly authMode: AuthMode; readonly project: ProjectRecord },
  type: TypeDefinition,
  method: string,
): GoogleError | null {
  const { need, scopes, words } = asked(type, method);
  if (!NEEDS_BY_MODE[caller.authMode].includes(need)) {
    const why = words === '' ? '' : ` Required permissions: ${words}`;
    return new GoogleError('Exception', `You do not have permission to call ${type.name}.${method}.${why}`);
  }
  const granted = caller.project.manifest.oauthScopes;
  if (granted === null || scopes.length === 0 || scopes.some((scope) => granted.includes(scope))) return null;
  return new GoogleError(
    'Exception',
    `Specified permissions are not sufficient to call ${type.name}.${method}. Required permissions: ${words}`,
  );
}

function asked(type: TypeDefinition, method: string): Asked {
  let ofType = askedBy.get(type);
  if (!ofType) askedBy.set(type, (ofType = new Map()));
  let one = ofType.get(method);
  if (!one) {
    const facts = type.methods[method] as MethodFacts;
    const scopes = (facts.scopes ?? type.scopes).map((scope) =>
      scope.startsWith('http') ? scope : AUTH + scope,
    );
    const words = scopes.length > 1 ? `(${scopes.join(' || ')})` : (scopes[0] ?? '');
    one = { need: facts.needs ?? type.needs, scopes, words };
    ofType.set(method, one);
  }
  return one;
}
