import type { RunningServer } from '../../../src/local/server/start-server';
import { type DutyBook, ON_DUTY, OTHER, dutyBook } from './duty-book';
import { type Answer, visitor, withServer } from './visitor';

interface OpenSidebar {
  readonly page: URL;
  readonly run: (fn: string, ...args: unknown[]) => Promise<Answer>;
}

async function openSidebar(
  server: RunningServer,
  { book, script }: DutyBook,
  as: string,
): Promise<OpenSidebar> {
  const person = visitor(server.url);
  await person.signIn(as);
  const { body } = await person.post(`/api/spreadsheets/${book.id}/run`, {
    project: script.id,
    fn: 'openSidebar',
  });
  const page = new URL(body.effects[0].page.url as string);
  const token = page.pathname.split('/').pop();
  return { page, run: (fn, ...args) => visitor(page.origin).post(`/run/${token}`, { fn, args }) };
}

describe("a script's page", () => {
  it('comes from another site, with the calls Google adds and without its comments', async () => {
    const duty = dutyBook();

    await withServer(duty, async (server) => {
      const { page } = await openSidebar(server, duty, ON_DUTY);
      const response = await fetch(page);
      const html = await response.text();

      expect(page.hostname).not.toBe(new URL(server.url).hostname);
      expect(response.headers.get('content-security-policy')).toContain('sandbox allow-same-origin');
      expect(html).toMatch(
        /<head><script src="\/static\/script-frame\.js" data-functions="[^"]*\bwriteDuty\b/,
      );
      expect(html).not.toContain('dutyCell_');
      expect(html).not.toContain('Google strips this comment');
    });
  });

  it('reads and writes as the person whose window it stands in', async () => {
    const duty = dutyBook();

    await withServer(duty, async (server) => {
      const { run } = await openSidebar(server, duty, ON_DUTY);
      const read = await run('readDuty');
      const written = await run('writeDuty', 'Lê Thị An');

      expect(read.body).toMatchObject({ ok: true, value: 'Chưa có' });
      expect(written.body).toMatchObject({ ok: true, value: { name: 'Lê Thị An', by: ON_DUTY } });
    });
  });

  it('is refused what its person may not write', async () => {
    const duty = dutyBook();

    await withServer(duty, async (server) => {
      const { run } = await openSidebar(server, duty, OTHER);
      const written = await run('writeDuty', 'Phạm Bình');
      const read = await run('readDuty');

      expect(written.body).toMatchObject({ ok: false, error: { name: 'ScriptError' } });
      expect(written.body.error.message).toMatch(/protected/);
      expect(read.body.value).toBe('Chưa có');
    });
  });

  it.each([
    ['a function that ends in _', 'dutyCell_', []],
    ['one that is not there', 'noSuchThing', []],
    ['one that returns a date', 'today', []],
    ['one that throws', 'breakDown', []],
  ])('gets an error from %s', async (_, fn, args) => {
    const duty = dutyBook();

    await withServer(duty, async (server) => {
      const { run } = await openSidebar(server, duty, ON_DUTY);
      const { body } = await run(fn, ...args);

      expect(body).toMatchObject({ ok: false, error: { name: 'ScriptError' } });
    });
  });

  it('gets back what it sent, as JSON carries it', async () => {
    const duty = dutyBook();
    const sent = { chữ: 'Ễ', số: [1, null, true], trong: { sâu: '' } };

    await withServer(duty, async (server) => {
      const { run } = await openSidebar(server, duty, ON_DUTY);
      const { body } = await run('echo', sent);

      expect(body.value).toEqual(sent);
    });
  });

  it('is not served under a made-up name, nor is the workspace beside it', async () => {
    const duty = dutyBook();

    await withServer(duty, async (server) => {
      const { page } = await openSidebar(server, duty, ON_DUTY);
      const site = visitor(page.origin);
      const answers = [
        await site.get('/page/doan-mo'),
        await site.get('/api/home'),
        await site.get('/static/home.js'),
      ];

      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    });
  });
});
