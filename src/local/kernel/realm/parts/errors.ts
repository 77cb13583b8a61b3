/** Shows errors' places as Google does: those in the script's files alone (they are compiled as `script:<file>`). */
export function installErrors(): void {
  const toText: (value: unknown) => string = String;
  const prepare = (error: unknown, frames: NodeJS.CallSite[]): string => {
    const lines = frames
      .filter((frame) => toText(frame.getFileName()).startsWith('script:'))
      .map((frame) => {
        const file = toText(frame.getFileName()).slice('script:'.length);
        const place = `${file}:${frame.getLineNumber()}:${frame.getColumnNumber()}`;
        const name = frame.getFunctionName();
        return name === null ? `    at ${place}` : `    at ${name} (${place})`;
      });
    return [toText(error), ...lines].join('\n');
  };
  // A script's own would be handed the host's functions, which lead out of the realm: it is taken and never called.
  Object.defineProperty(Error, 'prepareStackTrace', { get: () => prepare, set() {}, enumerable: false });
}
