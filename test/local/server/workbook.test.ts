import { ON_DUTY, OTHER, OWNER, READER, dutyBook } from './duty-book';
import { visitor, withServer } from './visitor';

describe('a workbook', () => {
  it('opens with its tabs and the menu of its script', async () => {
    const { workspace, book, script } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      const { body } = await an.post(`/api/spreadsheets/${book.id}/open`);

      expect(body).toMatchObject({ title: 'Sổ trực ban', canEdit: true, addOns: [] });
      expect(body.tabs).toMatchObject([{ name: 'Lịch trực', hidden: false, protected: true }]);
      expect(body.menus).toEqual([
        {
          caption: 'Sổ trực',
          items: [
            { caption: 'Mở thanh bên', run: { project: script.id, fn: 'openSidebar' } },
            { caption: 'Hỏi tên', run: { project: script.id, fn: 'askName' } },
            { caption: '', separator: true },
            { caption: 'Báo hỏng', run: { project: script.id, fn: 'breakDown' } },
          ],
        },
      ]);
    });
  });

  it('shows the cells of a tab', async () => {
    const { workspace, book } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      const { body } = await an.get(`/api/spreadsheets/${book.id}/sheets/0`);

      expect(body.rows.map((row: { cells: string[] }) => row.cells)).toEqual([
        ['Ngày', 'Người trực'],
        ['Thứ Hai', 'Chưa có'],
      ]);
      expect(body.frozenRows).toBe(1);
    });
  });

  it('stays shut for whoever it is not shared with', async () => {
    const { workspace } = dutyBook();
    const own = workspace.createSpreadsheet({ name: 'Sổ riêng', owner: OWNER });

    await withServer({ workspace }, async ({ url }) => {
      const an = visitor(url);
      const nobody = await an.get(`/api/spreadsheets/${own.id}`);
      await an.signIn(ON_DUTY);
      const refused = await an.get(`/api/spreadsheets/${own.id}`);
      const missing = await an.get('/api/spreadsheets/khong-co');

      expect([nobody.status, refused.status, missing.status]).toEqual([401, 403, 404]);
      expect(refused.body.message).toMatch(/cần có quyền truy cập/);
    });
  });

  it('hides hidden tabs from readers alone', async () => {
    const { workspace, book, script } = dutyBook();
    expect(workspace.run(script, 'hideTab', { as: OWNER }).ok).toBe(true);

    await withServer({ workspace }, async ({ url }) => {
      const [an, cuc] = [visitor(url), visitor(url)];
      await an.signIn(ON_DUTY);
      await cuc.signIn(READER);
      const [ofAn, ofCuc] = [
        await an.get(`/api/spreadsheets/${book.id}`),
        await cuc.get(`/api/spreadsheets/${book.id}`),
      ];
      const { sheetId } = ofAn.body.tabs.find((tab: { hidden: boolean }) => tab.hidden);
      const looked = await cuc.get(`/api/spreadsheets/${book.id}/sheets/${sheetId}`);

      expect(ofAn.body.tabs.map((tab: { name: string }) => tab.name)).toEqual(['Lịch trực', '_ẩn']);
      expect(ofCuc.body.tabs.map((tab: { name: string }) => tab.name)).toEqual(['Lịch trực']);
      expect(looked.status).toBe(404);
    });
  });
});

describe('typing into a workbook', () => {
  const type = (text: string) => ({ sheetId: 0, cells: [{ row: 1, column: 1, text }] });

  it('writes as the person signed in', async () => {
    const { workspace, book } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      const typed = await an.post(`/api/spreadsheets/${book.id}/cells`, type('Lê Thị An'));
      const { body } = await an.get(`/api/spreadsheets/${book.id}/sheets/0`);

      expect(typed.body).toEqual({ ok: true });
      expect(body.rows[1].cells[1]).toBe('Lê Thị An');
    });
  });

  it('is refused in a protected tab of others', async () => {
    const { workspace, book } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const binh = visitor(url);
      await binh.signIn(OTHER);
      const typed = await binh.post(`/api/spreadsheets/${book.id}/cells`, type('Phạm Bình'));
      const { body } = await binh.get(`/api/spreadsheets/${book.id}/sheets/0`);

      expect(typed.body).toEqual({ ok: false, message: expect.stringMatching(/bảo vệ/) });
      expect(body.rows[1].cells[1]).toBe('Chưa có');
    });
  });

  it.each([
    ['listed', 'Hãy nhập một trong các giá trị sau: Sáng, Chiều.'],
    ['helped', 'Ca nào?'],
  ])('is refused what breaks a rule of the cell (%s), with what would keep it', async (kind, advice) => {
    const { workspace, book, script } = dutyBook();
    expect(workspace.run(script, 'setShiftRule', { as: OWNER, args: [kind] }).ok).toBe(true);

    await withServer({ workspace }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      const typed = await an.post(`/api/spreadsheets/${book.id}/cells`, type('Khuya'));

      expect(typed.body).toEqual({
        ok: false,
        message: `Dữ liệu bạn nhập vào ô B2 vi phạm quy tắc xác thực dữ liệu đặt cho ô này. ${advice}`,
      });
    });
  });

  it('pastes a block', async () => {
    const { workspace, book } = dutyBook();
    const cells = [
      { row: 2, column: 0, text: 'Thứ Ba' },
      { row: 2, column: 1, text: 'Bình' },
      { row: 3, column: 0, text: 'Thứ Tư' },
      { row: 3, column: 1, text: 'Cúc' },
    ];

    await withServer({ workspace }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      await an.post(`/api/spreadsheets/${book.id}/cells`, { sheetId: 0, cells });
      const { body } = await an.get(`/api/spreadsheets/${book.id}/sheets/0`);

      expect(body.rows.slice(2).map((row: { cells: string[] }) => row.cells)).toEqual([
        ['Thứ Ba', 'Bình'],
        ['Thứ Tư', 'Cúc'],
      ]);
    });
  });
});

describe('a menu of a script', () => {
  it('stops at a question, and goes on with the answer of whoever was asked', async () => {
    const { workspace, book, script } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const [an, binh] = [visitor(url), visitor(url)];
      await an.signIn(ON_DUTY);
      await binh.signIn(OTHER);
      const asked = await an.post(`/api/spreadsheets/${book.id}/run`, { project: script.id, fn: 'askName' });
      const answerTo = `/api/answers/${asked.body.question.id}`;
      const meddled = await binh.post(answerTo, { button: 'OK', text: 'Bình' });
      const done = await an.post(answerTo, { button: 'OK', text: 'Lê Thị An' });
      const late = await an.post(answerTo, { button: 'OK', text: 'Lần nữa' });

      expect(asked.body.question).toMatchObject({
        kind: 'prompt',
        title: 'Tên người trực',
        buttons: [{ name: 'CANCEL' }, { name: 'OK' }],
      });
      expect(meddled.status).toBe(404);
      expect(done.body).toMatchObject({ ok: true, value: 'Lê Thị An' });
      expect(done.body.effects).toEqual([
        { kind: 'toast', title: 'Đã ghi tên', message: 'Lê Thị An', seconds: 5 },
      ]);
      expect(late.status).toBe(404);
    });
  });

  it('tells what the script threw', async () => {
    const { workspace, book, script } = dutyBook();

    await withServer({ workspace }, async ({ url }) => {
      const an = visitor(url);
      await an.signIn(ON_DUTY);
      const run = await an.post(`/api/spreadsheets/${book.id}/run`, { project: script.id, fn: 'breakDown' });

      expect(run.body).toEqual({
        ok: false,
        error: { name: 'Error', message: 'Máy in hết giấy.' },
        effects: [],
      });
    });
  });
});
