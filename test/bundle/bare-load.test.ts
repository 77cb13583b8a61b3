import { loadBare, loadShipped } from './bare-load';
import { SCRIPTS } from './shipped';

describe.each(SCRIPTS)('the code of the %s script', (script) => {
  it('loads in a bare context without touching Google', () => {
    expect(loadShipped(script).touched).toEqual([]);
  });

  it('has a function of the bundle behind every public name', () => {
    const { functions, loose } = loadShipped(script);

    expect(functions.length).toBeGreaterThan(0);
    expect(loose).toEqual([]);
  });
});

describe('the bare context', () => {
  it('sees a service that is touched at load', () => {
    expect(loadBare('var x = typeof PropertiesService; var App = {};').touched).toEqual([
      'PropertiesService',
    ]);
  });

  it.each(['setTimeout', 'URL', 'TextEncoder', 'fetch', 'atob', 'process', 'console'])(
    'has no %s',
    (name) => {
      expect(() => loadBare(`${name};`)).toThrow(`${name} is not defined`);
    },
  );

  it('sees a public name with nothing behind it', () => {
    expect(loadBare('var App = {}; function open() { return App.open(); }').loose).toEqual(['open']);
  });
});
