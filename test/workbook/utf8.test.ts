import * as fc from 'fast-check';
import { utf8 } from '../../src/workbook/utf8';

describe('utf8', () => {
  it('gives the bytes every other program gives', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...utf8(text)]).toEqual([...Buffer.from(text, 'utf8')]);
      }),
    );
  });

  it('takes half a pair for the sign of what cannot be shown', () => {
    expect([...utf8('\ud800')]).toEqual([0xef, 0xbf, 0xbd]);
  });
});
