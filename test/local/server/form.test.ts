import { createWorkspace } from '../../../src/local/workspace';
import { ON_DUTY, OWNER } from './duty-book';
import { type DutyForm, dutyForm } from './duty-form';
import { type Visitor, visitor, withServer } from './visitor';

async function withForm(
  act: (form: DutyForm, someone: Visitor, path: string) => Promise<void>,
): Promise<void> {
  const workspace = createWorkspace({ seed: 3 });
  for (const email of [OWNER, ON_DUTY]) workspace.addPerson({ email });
  const form = dutyForm(workspace);
  await withServer({ workspace }, ({ url }) =>
    act(form, visitor(url), `/api/forms/${form.file.data.publishedId}`),
  );
}

describe('a form', () => {
  it('shows its pages to anybody, signed in or not', async () => {
    await withForm(async (_, someone, path) => {
      const { body } = await someone.get(path);

      expect(body).toMatchObject({
        title: 'Phiếu đăng ký trực',
        accepting: true,
        signedInAs: '',
        prefilled: {},
      });
      expect(
        body.pages.map((page: { title: string; submits: boolean }) => [page.title, page.submits]),
      ).toEqual([
        ['', false],
        ['Ngày trực', true],
        ['Lý do', true],
      ]);
      expect(body.pages[1].items[1]).toMatchObject({
        title: 'Việc',
        question: { kind: 'radio', choices: ['Trực cổng'], other: true },
      });
    });
  });

  it('refuses to leave a page with a fault, in the words of the rule', async () => {
    await withForm(async (form, someone, path) => {
      const { body } = await someone.post(`${path}/page`, { page: 0, answers: { [form.id('name')]: 'An' } });

      expect(body).toEqual({
        ok: false,
        messages: {
          [form.id('name')]: 'Ghi cả họ và tên.',
          [form.id('comes')]: expect.stringMatching(/bắt buộc/),
        },
      });
    });
  });

  it.each([
    ['Có', 1],
    ['Không', 2],
  ])('goes where the answer %s leads', async (answer, next) => {
    await withForm(async (form, someone, path) => {
      const answers = { [form.id('name')]: 'Lê An', [form.id('comes')]: answer };
      const { body } = await someone.post(`${path}/page`, { page: 0, answers });

      expect(body).toEqual({ ok: true, next });
    });
  });

  it('keeps what was sent, without the pages that were not passed', async () => {
    await withForm(async (form, someone, path) => {
      const answers = {
        [form.id('name')]: 'Lê An',
        [form.id('comes')]: 'Có',
        [form.id('days')]: ['Thứ Ba'],
        [form.id('help')]: { other: 'Nấu cơm' },
        [form.id('reason')]: 'không tới trang này',
      };
      const { body } = await someone.post(`${path}/responses`, { answers, address: '' });
      const [kept] = form.file.data.responses.answers;

      expect(body).toMatchObject({ ok: true, again: true });
      expect(JSON.parse(kept ?? '')).toEqual({
        [form.id('name')]: 'Lê An',
        [form.id('comes')]: 'Có',
        [form.id('days')]: ['Thứ Ba'],
        [form.id('help')]: 'Nấu cơm',
      });
    });
  });

  it('fills in what its address says, own words too, and nothing it does not know', async () => {
    await withForm(async (form, someone, path) => {
      const query = new URLSearchParams([
        ['usp', 'pp_url'],
        [`entry.${form.entry('name')}`, 'Lê An'],
        [`entry.${form.entry('comes')}`, 'Có lẽ'],
        [`entry.${form.entry('days')}`, 'Thứ Hai'],
        [`entry.${form.entry('days')}`, 'Chủ Nhật'],
        [`entry.${form.entry('help')}`, '__other_option__'],
        [`entry.${form.entry('help')}.other_option_response`, 'Nấu cơm'],
        ['entry.12345', 'lạc'],
      ]);
      const { body } = await someone.get(`${path}?${query}`);

      expect(body.prefilled).toEqual({
        [form.id('name')]: 'Lê An',
        [form.id('days')]: ['Thứ Hai'],
        [form.id('help')]: { other: 'Nấu cơm' },
      });
    });
  });

  it('is changed through its edit link', async () => {
    await withForm(async (form, someone, path) => {
      form.file.data.allowEdits = true;
      const answers = { [form.id('name')]: 'Lê An', [form.id('comes')]: 'Không', [form.id('reason')]: 'Ốm' };
      const sent = await someone.post(`${path}/responses`, { answers, address: '' });
      const address = sent.body.edit.slice(sent.body.edit.indexOf('?'));
      const again = await someone.get(`${path}${address}`);
      await someone.post(`${path}/responses`, {
        answers: { ...again.body.prefilled, [form.id('reason')]: 'Đã khỏe' },
        address,
      });
      const { responses } = form.file.data;

      expect(again.body.prefilled).toEqual(answers);
      expect(responses.ids).toHaveLength(1);
      expect(JSON.parse(responses.answers[0] ?? '')[form.id('reason')]).toBe('Đã khỏe');
    });
  });

  it('says why when it is closed, shows no question, and takes nothing', async () => {
    await withForm(async (form, someone, path) => {
      form.file.data.accepting = false;
      form.file.data.closedMessage = 'Phiếu đã đóng từ ngày 29/3/2014.';
      const { body } = await someone.get(path);
      const answers = { [form.id('name')]: 'Lê An', [form.id('comes')]: 'Không' };
      const sent = await someone.post(`${path}/responses`, { answers, address: '' });

      expect(body).toMatchObject({
        accepting: false,
        closedMessage: 'Phiếu đã đóng từ ngày 29/3/2014.',
        pages: [],
      });
      expect(sent.body).toEqual({ ok: false, message: 'Phiếu đã đóng từ ngày 29/3/2014.' });
      expect(form.file.data.responses.ids).toEqual([]);
    });
  });
});
