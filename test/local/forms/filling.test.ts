import { OTHER, OWNER } from '../kernel/scripts';
import { type FormBench, formBench } from './form-script';

const WAYS = `
  form.addTextItem().setTitle('Họ tên').setRequired(true);
  var day = form.addTextItem().setTitle('Ngày sinh').setValidation(FormApp.createTextValidation()
    .setHelpText('Ghi ngày/tháng/năm').requireTextMatchesPattern('^\\\\d{1,2}/\\\\d{1,2}/\\\\d{4}$').build());
  var way = form.addMultipleChoiceItem().setTitle('Phiếu').setRequired(true);
  var a = form.addPageBreakItem().setTitle('Đăng ký');
  form.addMultipleChoiceItem().setTitle('Việc').setChoiceValues(['Như gợi ý', 'Chưa']).showOtherOption(true).setRequired(true);
  var b = form.addPageBreakItem().setTitle('Tự đánh giá');
  form.addCheckboxItem().setTitle('Mức').setChoiceValues(['Tốt', 'Khá', 'Yếu']).setRequired(true);
  b.setGoToPage(FormApp.PageNavigationType.SUBMIT);
  way.setChoices([way.createChoice('Đăng ký', a), way.createChoice('Tự đánh giá', b)]);`;

function answersOf({ value }: FormBench): unknown {
  return value(`return form.getResponses().map(function (response) {
    return response.getItemResponses().map(function (one) { return [one.getItem().getTitle(), one.getResponse()]; });
  });`);
}

describe('filling a form in', () => {
  it('keeps the answers of the pages passed, and drops those of others', () => {
    const bench = formBench(WAYS);

    const sent = bench.workspace.submitForm(bench.file.id, {
      as: '',
      answers: { 'Họ tên': 'Lê Thị Thử', Phiếu: 'Đăng ký', Việc: { other: 'Đọc sách' }, Mức: ['Tốt'] },
    });

    expect(sent).toMatchObject({ ok: true, confirmation: 'Câu trả lời của bạn đã được ghi lại.', row: null });
    expect(answersOf(bench)).toEqual([
      [
        ['Họ tên', 'Lê Thị Thử'],
        ['Ngày sinh', ''],
        ['Phiếu', 'Đăng ký'],
        ['Việc', 'Đọc sách'],
      ],
    ]);
  });

  it('puts ticks in the order of the form', () => {
    const bench = formBench(WAYS);

    bench.workspace.submitForm(bench.file.id, {
      as: OTHER,
      answers: { 'Họ tên': 'Lê Thị Thử', Phiếu: 'Tự đánh giá', Mức: ['Yếu', 'Tốt'] },
    });

    expect(answersOf(bench)).toEqual([expect.arrayContaining([['Mức', ['Tốt', 'Yếu']]])]);
  });

  it.each([
    ['nothing at all', {}, { 'Họ tên': 'Đây là một câu hỏi bắt buộc', Phiếu: 'Đây là một câu hỏi bắt buộc' }],
    ['blanks', { 'Họ tên': '  ', Phiếu: 'Đăng ký' }, { 'Họ tên': 'Đây là một câu hỏi bắt buộc' }],
    [
      'a text against the rule',
      { 'Họ tên': 'A', 'Ngày sinh': 'hôm nay', Phiếu: 'Đăng ký' },
      { 'Ngày sinh': 'Ghi ngày/tháng/năm' },
    ],
    [
      'a required question of a later page left out',
      { 'Họ tên': 'A', Phiếu: 'Đăng ký' },
      { Việc: 'Đây là một câu hỏi bắt buộc' },
    ],
    [
      'empty words of one’s own',
      { 'Họ tên': 'A', Phiếu: 'Đăng ký', Việc: { other: '' } },
      { Việc: 'Đây là một câu hỏi bắt buộc' },
    ],
    [
      'a choice that is not there',
      { 'Họ tên': 'A', Phiếu: 'Khác' },
      { Phiếu: 'Câu trả lời này không có trong các lựa chọn' },
    ],
  ])('refuses %s', (_, answers, expected) => {
    const { workspace, file } = formBench(WAYS);

    const sent = workspace.submitForm(file.id, { as: '', answers });

    const titles = new Map(file.data.items.map((item) => [String(item.id), item.title]));
    const messages = sent.ok ? {} : sent.messages;
    expect(Object.fromEntries(Object.entries(messages).map(([id, text]) => [titles.get(id), text]))).toEqual(
      expected,
    );
    expect(file.data.responses.ids).toEqual([]);
  });

  it.each([
    ['form.setPublished(false)', '', /chưa được xuất bản/],
    ['form.setAcceptingResponses(false)', '', /không còn nhận câu trả lời/],
    [`form.setAcceptingResponses(false).setCustomClosedFormMessage('Hết hạn rồi.')`, '', /^Hết hạn rồi\.$/],
    ['form.setLimitOneResponsePerUser(true)', '', /phải đăng nhập/],
    ['form.setCollectEmail(true)', '', /phải đăng nhập/],
  ])('is refused after %s', (change, as, message) => {
    const { workspace, file } = formBench(`form.addTextItem().setTitle('a'); ${change};`);

    const sent = workspace.submitForm(file.id, { as, answers: { a: 'x' } });

    expect(sent).toMatchObject({ ok: false, message: expect.stringMatching(message) });
  });

  it('is for those the form was opened to', () => {
    const { workspace, file, value } = formBench(`form.addTextItem().setTitle('a');`);
    file.permissions = file.permissions.filter((one) => one.view !== 'published');
    const send = (as: string) => workspace.submitForm(file.id, { as, answers: { a: 'x' } });

    expect(send('')).toMatchObject({ ok: false, message: expect.stringContaining('phải đăng nhập') });
    expect(send(OTHER)).toMatchObject({ ok: false, message: expect.stringContaining('quyền truy cập') });
    value(`form.addPublishedReader('${OTHER}');`);
    expect(send(OTHER).ok).toBe(true);
    expect(send(OWNER).ok).toBe(true);
  });

  it('can be limited to once', () => {
    const { workspace, file } = formBench(
      `form.addTextItem().setTitle('a'); form.setLimitOneResponsePerUser(true);`,
    );
    const send = (as: string) => workspace.submitForm(file.id, { as, answers: { a: 'x' } });

    expect([send(OTHER).ok, send(OTHER).ok, send(OWNER).ok]).toEqual([true, false, true]);
  });

  it('can ask for the address', () => {
    const { workspace, file, value } = formBench(
      `form.addTextItem().setTitle('a'); form.setCollectEmail(true);`,
    );

    workspace.submitForm(file.id, { as: OTHER, answers: { a: 'x' } });

    expect(value('return form.getResponses()[0].getRespondentEmail();')).toBe(OTHER);
  });

  it('stops where a form leads round in a circle', () => {
    const { workspace, file } = formBench(
      `var q = form.addMultipleChoiceItem().setTitle('a'); form.addPageBreakItem();
       q.setChoices([q.createChoice('lại', FormApp.PageNavigationType.RESTART)]);`,
    );

    expect(workspace.submitForm(file.id, { as: '', answers: { a: 'lại' } }).ok).toBe(false);
  });

  it.each([
    ['requireNumberGreaterThan(5)', '5', '6'],
    ['requireNumberNotBetween(1, 3)', '2', '4'],
    ['requireWholeNumber()', '1.5', '2'],
    ['requireTextIsEmail()', 'a@b', 'a@b.vn'],
    ['requireTextIsUrl()', 'không', 'https://quan.example/a'],
    [`requireTextContainsPattern('[0-9]')`, 'a', 'a1'],
    [`requireTextDoesNotMatchPattern('a+')`, 'aa', 'ab'],
    [`requireTextMatchesPattern('a+')`, 'xaax', 'aa'],
    ['requireTextLengthLessThanOrEqualTo(2)', 'abc', 'ab'],
  ])('holds people to %s', (rule, wrong, right) => {
    const { workspace, file } = formBench(
      `form.addTextItem().setTitle('a').setValidation(FormApp.createTextValidation().${rule}.build());`,
    );
    const send = (a: string) => workspace.submitForm(file.id, { as: '', answers: { a } }).ok;

    expect([send(wrong), send(right), send('')]).toEqual([false, true, true]);
  });
});

describe('an address that fills a form in', () => {
  it('carries every kind of answer to whoever opens it', () => {
    const build = `
      form.addTextItem().setTitle('chữ');
      form.addMultipleChoiceItem().setTitle('một').setChoiceValues(['a b', 'c']).showOtherOption(true);
      form.addCheckboxItem().setTitle('nhiều').setChoiceValues(['x', 'y']);
      form.addGridItem().setTitle('lưới').setRows(['1', '2']).setColumns(['p', 'q']);
      form.addDateItem().setTitle('ngày');`;
    const bench = formBench(build);
    const url = bench.value(`
      var items = form.getItems();
      return form.createResponse()
        .withItemResponse(items[0].asTextItem().createResponse('Chi đoàn 1 & 2 – tổ+'))
        .withItemResponse(items[1].asMultipleChoiceItem().createResponse('của tôi'))
        .withItemResponse(items[2].asCheckboxItem().createResponse(['x', 'y']))
        .withItemResponse(items[3].asGridItem().createResponse(['q', 'p']))
        .withItemResponse(items[4].asDateItem().createResponse(new Date(2014, 7, 1)))
        .toPrefilledUrl();`) as string;

    bench.workspace.submitForm(bench.file.id, { as: '', answers: {}, prefilledUrl: url });

    expect(url).toMatch(
      /^https:\/\/docs\.google\.com\/forms\/d\/e\/1FAIpQLS[\w-]+\/viewform\?usp=pp_url&entry\.\d+=Chi\+/,
    );
    expect(answersOf(bench)).toEqual([
      [
        ['chữ', 'Chi đoàn 1 & 2 – tổ+'],
        ['một', 'của tôi'],
        ['nhiều', ['x', 'y']],
        ['lưới', ['q', 'p']],
        ['ngày', '2014-08-01'],
      ],
    ]);
  });
});
