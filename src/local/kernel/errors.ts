/**
 * An error Google throws at a script. `name` is `Exception` for built-in services and `GoogleJsonResponseException` for advanced ones;
 * the message is Google's own wording without the name. `details` becomes a property of the script's error.
 */
export class GoogleError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly details?: Readonly<Record<string, unknown>>,
  ) {
    super(message);
  }
}

/** A member of Google's interface that this workspace does not have; the message is its name, `Range.createFilter`. */
export class NotEmulatedError extends Error {
  override readonly name = 'NotEmulatedError';
}

/** The error of an advanced service, `API call to sheets.spreadsheets.get failed with error: …`. */
export function apiError(method: string, code: number, message: string): GoogleError {
  return new GoogleError(
    'GoogleJsonResponseException',
    `API call to ${method} failed with error: ${message}`,
    {
      details: { code, message, errors: [{ message, domain: 'global', reason: reasonOf(code) }] },
    },
  );
}

function reasonOf(code: number): string {
  const reasons: Record<number, string> = {
    400: 'badRequest',
    403: 'forbidden',
    404: 'notFound',
    429: 'rateLimitExceeded',
  };
  return reasons[code] ?? 'backendError';
}
