import { baseBook, SECRETARY } from './base-book';

describe('the menu', () => {
  it('is there on opening, with items that work and nothing else', () => {
    const book = baseBook();

    const { menus, runs } = book.workspace.openDocument(book.file, { as: SECRETARY });

    expect(runs.map(({ result }) => result.ok)).toEqual([true]);
    const items = menus[0]?.menu.items ?? [];
    expect(items.map(({ caption }) => caption)).toEqual([
      'Mở bảng đánh giá',
      'Mở bảng rộng (cả chi đoàn)',
      'Nhập phiếu giấy',
      'Chép tin nhắn gửi Zalo',
      'In danh sách, phiếu, biên bản',
      'Lập báo cáo của đơn vị',
      'Trợ giúp',
    ]);
    for (const { run } of items) {
      if (run === 'openHelp') book.workspace.answer('OK');
      const result = book.workspace.run(book.project, String(run), {
        as: SECRETARY,
        from: 'menu',
        document: book.file,
      });
      expect(result.error).toBeUndefined();
    }
  });

  it('opens the page as a sidebar and as a wide window', () => {
    const book = baseBook();
    const open = (name: string) =>
      book.workspace.run(book.project, name, { as: SECRETARY, from: 'menu', document: book.file }).ui[0];

    expect(open('openGrading')).toMatchObject({ kind: 'sidebar', page: { title: 'Rèn luyện và hành động' } });
    expect(open('openWide')).toMatchObject({ kind: 'modeless', page: { width: 1180, height: 720 } });
  });

  it.each([
    ['openPaperEntry', [], 'PAPER'],
    ['openMessages', [], 'MESSAGES'],
    ['openPapers', [], 'MEMBERS'],
    ['openPapers', ['MINUTES'], 'MINUTES'],
    ['openPapers', ['"><script>alert(1)</script>'], 'MEMBERS'],
    ['openUnitReport', [], 'REPORT'],
  ])(
    '%s %j tells the page the screen it begins with, and nothing a page could have made up',
    (name, args, screen) => {
      const book = baseBook();

      const { ui } = book.workspace.run(book.project, name, {
        as: SECRETARY,
        from: 'menu',
        document: book.file,
        args,
      });

      expect(JSON.stringify(ui[0])).toContain(`data-screen=\\"${screen}\\"`);
    },
  );
});
