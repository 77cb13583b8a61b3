import { createCall } from '../../src/pages/parts/call';

interface Endpoints {
  readonly greet: {
    readonly request: { readonly wave: string };
    readonly answer: { readonly email: string };
  };
}

describe('a call to the script', () => {
  it('carries one text in the envelope of the contract and opens the answer', async () => {
    const sent: string[] = [];
    const call = createCall<Endpoints>((name, text) => {
      sent.push(`${name} ${text}`);
      return Promise.resolve('{"v":1,"ok":true,"value":{"email":"a@thu.example"}}');
    });

    const result = await call('greet', { wave: '2014-C1' });

    expect(sent).toEqual(['greet {"v":1,"body":{"wave":"2014-C1"}}']);
    expect(result).toEqual({ kind: 'VALUE', value: { email: 'a@thu.example' } });
  });

  it.each([
    ['problems', '{"v":1,"ok":false,"problems":[{"code":"LOCKED","at":"","data":{}}]}', 'LOCKED'],
    ['an answer of another version', '{"v":2,"ok":true,"value":{}}', 'OLD_PAGE'],
  ])('tells %s apart', async (_what, text, code) => {
    const result = await createCall<Endpoints>(() => Promise.resolve(text))('greet', { wave: '' });

    expect(result).toMatchObject({ kind: 'PROBLEMS', problems: [{ code }] });
  });

  it.each([
    ['NetworkError: Connection failure due to HTTP 0', 'NETWORK', ''],
    [
      "We're sorry, a server error occurred while reading from storage. Error code PERMISSION_DENIED.",
      'SEVERAL_ACCOUNTS',
      '',
    ],
    ['ScriptError: fault 7F3-A', 'OURS', '7F3-A'],
  ])('turns "%s" into a fault', async (message, kind, number) => {
    const result = await createCall<Endpoints>(() => Promise.reject(new Error(message)))('greet', {
      wave: '',
    });

    expect(result).toEqual({ kind: 'FAULT', fault: { class: kind, number } });
  });

  it('takes an answer that is no JSON for a fault of ours', async () => {
    const result = await createCall<Endpoints>(() => Promise.resolve('<html>'))('greet', { wave: '' });

    expect(result).toMatchObject({ kind: 'FAULT', fault: { class: 'OURS' } });
  });
});
