import { startServer } from '../../../src/local/server/start-server';
import { createWorkspace } from '../../../src/local/workspace';
import { ON_DUTY, OTHER, OWNER, dutyBook, plainHome } from './duty-book';
import { visitor, withServer } from './visitor';

describe('the home page', () => {
  it('shows people in their groups, and the others', async () => {
    const { workspace } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const { body } = await visitor(url).get('/api/home');

      expect(body).toMatchObject({ title: 'Sổ trực ban', me: null, files: [], canStartOver: false });
      expect(body.groups).toEqual([
        {
          name: 'Người trực',
          people: [{ email: ON_DUTY, name: 'Lê Thị An', description: 'Trực thứ Hai', waiting: 2 }],
        },
        { name: 'Đội', people: [{ email: OTHER, name: 'Phạm Bình', description: '', waiting: 0 }] },
      ]);
      expect(body.others.map((person: { email: string }) => person.email)).toContain(OWNER);
    });
  });

  it('lists the files of whoever is signed in, and names the closed ones', async () => {
    const { workspace, book } = dutyBook();
    workspace.createSpreadsheet({ name: 'Sổ riêng', owner: OWNER });

    await withServer({ workspace }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      const { body } = await an.get('/api/home');

      expect(body.me.name).toBe('Lê Thị An');
      expect(body.files).toHaveLength(1);
      expect(body.files[0]).toMatchObject({
        title: 'Sổ trực ban',
        href: `/spreadsheets/d/${book.id}/edit`,
        open: 'edit',
      });
      expect(body.closed).toEqual(['Sổ riêng']);
    });
  });

  it('signs nobody in who does not exist', async () => {
    await withServer({ workspace: dutyBook().workspace }, async ({ url }) => {
      const { status, body } = await visitor(url).signIn('la@vidu.vn');

      expect(status).toBe(401);
      expect(body.message).toMatch(/Chưa chọn vai/);
    });
  });

  it('gives the focus, links and notes of the person they are for', async () => {
    const { workspace, book } = dutyBook();
    const home = () => ({
      ...plainHome(),
      focus: [{ email: ON_DUTY, title: 'Hôm nay bạn trực', text: '', link: '/', linkLabel: 'Mở' }],
      fileNotes: { [book.id]: 'Lịch của tuần này' },
      links: [{ email: OTHER, title: 'Phiếu của Bình', note: 'Hạn 22/3', href: '/forms/d/e/x/viewform' }],
    });

    await withServer({ workspace, home }, async ({ url }) => {
      const [an, binh] = [visitor(url), visitor(url)];
      await an.signIn(ON_DUTY);
      await binh.signIn(OTHER);
      const [ofAn, ofBinh] = [await an.get('/api/home'), await binh.get('/api/home')];

      expect(ofAn.body.focus.title).toBe('Hôm nay bạn trực');
      expect(ofAn.body.files[0].note).toBe('Lịch của tuần này');
      expect(ofBinh.body.focus).toBeNull();
      expect(ofBinh.body.files[0]).toMatchObject({ title: 'Phiếu của Bình', open: 'answer' });
    });
  });
});

describe('the clock', () => {
  it('moves on, and never back', async () => {
    const workspace = createWorkspace({ now: '2014-03-31T14:05:00+07:00' });

    await withServer({ workspace }, async ({ url }) => {
      const someone = visitor(url);
      const start = workspace.now();
      const moved = await someone.post('/api/clock', { to: start + 3 * 3_600_000 });
      const back = await someone.post('/api/clock', { to: start });

      expect(moved.body.now).toBe(start + 3 * 3_600_000);
      expect(back).toMatchObject({ status: 400, body: { message: expect.stringMatching(/chỉ đi tới/) } });
      expect(workspace.now()).toBe(start + 3 * 3_600_000);
    });
  });

  it('stands still until it is told to run', async () => {
    const workspace = createWorkspace();

    await withServer({ workspace }, async ({ url }) => {
      const someone = visitor(url);
      const before = await someone.get('/api/home');
      const running = await someone.post('/api/clock', { running: true });

      expect(before.body.clock.running).toBe(false);
      expect(running.body.running).toBe(true);
    });
  });
});

describe('starting over', () => {
  it('calls whoever set the workspace up', async () => {
    let calls = 0;
    const onStartOver = () => {
      calls += 1;
    };

    await withServer({ workspace: createWorkspace(), onStartOver }, async ({ url }) => {
      const { status } = await visitor(url).post('/api/start-over');

      expect([status, calls]).toEqual([200, 1]);
    });
  });
});

describe('starting over while a script waits for an answer', () => {
  it('closes the question first, so that nothing is running', async () => {
    const { workspace, book, script } = dutyBook();
    const first = workspace.snapshot();

    await withServer({ workspace, onStartOver: () => workspace.restore(first) }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      const run = { project: script.id, fn: 'askName' };
      const { body } = await an.post(`/api/spreadsheets/${book.id}/run`, run);
      const over = await an.post('/api/start-over');
      const late = await an.post(`/api/answers/${body.question.id}`, { button: 'OK' });

      expect([over.status, late.status]).toEqual([200, 404]);
    });
  });
});

describe('a port that is taken', () => {
  it('is told in words', async () => {
    const { workspace } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const { port } = new URL(url);
      const second = startServer({ workspace, port: Number(port), home: plainHome });

      await expect(second).rejects.toThrow(`Cổng ${port} đang có chương trình khác dùng.`);
    });
  });
});

describe('a page of another site', () => {
  it('may not act as the person signed in', async () => {
    const { workspace } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const response = await fetch(new URL('/api/session', url), {
        method: 'POST',
        headers: { origin: 'http://127.0.0.1:9', 'content-type': 'application/json' },
        body: JSON.stringify({ email: ON_DUTY }),
      });

      expect(response.status).toBe(403);
      expect(response.headers.get('set-cookie')).toBeNull();
    });
  });
});
