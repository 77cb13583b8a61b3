const { transformSync } = require('esbuild');
const { createHash } = require('node:crypto');

/** Turns one TypeScript file into CommonJS for jest. */
module.exports = {
  process(source, path) {
    const { code, map } = transformSync(source, {
      loader: path.endsWith('x') ? 'tsx' : 'ts',
      format: 'cjs',
      target: 'node20',
      sourcefile: path,
      sourcemap: true,
      jsx: 'automatic',
      jsxImportSource: 'preact',
    });
    return { code, map };
  },
  getCacheKey(source, path) {
    return createHash('sha256').update(source).update(path).update('1').digest('hex');
  },
};
