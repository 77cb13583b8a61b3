import { formBench } from './form-script';

describe('an item', () => {
  it.each([
    ['CheckboxGridItem', 'CHECKBOX_GRID'],
    ['CheckboxItem', 'CHECKBOX'],
    ['DateItem', 'DATE'],
    ['DateTimeItem', 'DATETIME'],
    ['DurationItem', 'DURATION'],
    ['GridItem', 'GRID'],
    ['ListItem', 'LIST'],
    ['MultipleChoiceItem', 'MULTIPLE_CHOICE'],
    ['PageBreakItem', 'PAGE_BREAK'],
    ['ParagraphTextItem', 'PARAGRAPH_TEXT'],
    ['RatingItem', 'RATING'],
    ['ScaleItem', 'SCALE'],
    ['SectionHeaderItem', 'SECTION_HEADER'],
    ['TextItem', 'TEXT'],
    ['TimeItem', 'TIME'],
  ])('%s is added, found by id and kind, narrowed to itself', (name, kind) => {
    const { value } = formBench();

    const found = value(`
      var made = form.add${name}().setTitle('Tên').setHelpText('Giúp');
      var any = form.getItems(FormApp.ItemType.${kind})[0];
      var same = form.getItemById(made.getId()).as${name}();
      return [String(made), String(any), any.getType().name(), same === made, any.getTitle(), same.getHelpText(), any.getIndex()];`);

    expect(found).toEqual([name, 'Item', kind, true, 'Tên', 'Giúp', 0]);
  });

  it('keeps its id when it is moved, and has another when it is copied', () => {
    const { value } = formBench();

    const found = value(`
      var a = form.addTextItem().setTitle('a'), b = form.addTextItem().setTitle('b');
      var id = b.getId();
      form.moveItem(b, 0);
      form.addTextItem().setTitle('c');
      var copy = a.duplicate();
      return [b.getIndex(), b.getId() === id, copy.getId() === a.getId(),
        form.getItems().map(function (item) { return item.getTitle(); })];`);

    expect(found).toEqual([0, true, false, ['b', 'a', 'c', 'a']]);
  });

  it('is gone when it is deleted', () => {
    const { value } = formBench();

    const found = value(`
      var a = form.addTextItem(); var id = a.getId(); form.addListItem();
      form.deleteItem(a);
      var said = ''; try { a.getTitle(); } catch (error) { said = error.message; }
      return [form.getItemById(id), form.getItems().length, said];`);

    expect(found).toEqual([null, 1, 'Invalid data updating form.']);
  });

  it.each([
    ['form.addTextItem(); form.getItems()[0].asListItem()', 'Invalid conversion for item type: TEXT.'],
    [`form.addListItem().setChoiceValues(['a', 'b', 'a'])`, 'Questions cannot have duplicate choice values.'],
    ['form.addListItem().setChoices([])', 'Array is empty: choices'],
    [
      `var q = form.addMultipleChoiceItem(); var p = form.addPageBreakItem(); q.setChoices([q.createChoice('a', p), q.createChoice('b')])`,
      'Invalid data updating form.',
    ],
    [
      `var q = form.addMultipleChoiceItem(); q.setChoices([q.createChoice('a', FormApp.PageNavigationType.SUBMIT)]); q.showOtherOption(true)`,
      'Invalid data updating form.',
    ],
    [
      `var q = form.addMultipleChoiceItem(); var p = form.addPageBreakItem(); q.setChoices([q.createChoice('a', p)]); form.deleteItem(p)`,
      'Invalid data updating form.',
    ],
    [
      'var p = form.addPageBreakItem(); form.addPageBreakItem().setGoToPage(p); form.deleteItem(p)',
      'Invalid data updating form.',
    ],
    [
      `var other = FormApp.create('khác', false).addPageBreakItem(); var q = form.addListItem(); q.setChoices([q.createChoice('a', other)])`,
      'Invalid data updating form.',
    ],
    [
      `var q = form.addListItem(); q.createChoice('a', FormApp.PageNavigationType.GO_TO_PAGE)`,
      'Invalid argument: navigationType',
    ],
    ['form.addScaleItem().setBounds(2, 5)', 'Invalid argument: lower'],
    ['form.addScaleItem().setBounds(1, 11)', 'Invalid argument: upper'],
    ['form.addGridItem().setColumns([])', 'Array is empty: columns'],
    ['form.moveItem(0, 3)', 'Invalid argument: from'],
    [
      `form.addTextItem().setValidation(FormApp.createTextValidation().requireTextMatchesPattern('(').build())`,
      'Invalid data updating form.',
    ],
    ['form.addTextItem().setRequired()', "don't match the method signature for FormApp.TextItem.setRequired"],
    ['form.addImageItem()', 'Form.addImageItem'],
  ])('refuses %s', (code, message) => {
    const { error } = formBench().run(code);

    expect(error?.message).toContain(message);
  });

  it('leads where its choices and page breaks say', () => {
    const { value } = formBench();

    const found = value(`
      var q = form.addMultipleChoiceItem(), a = form.addPageBreakItem(), b = form.addPageBreakItem();
      q.setChoices([q.createChoice('đến b', b), q.createChoice('gửi', FormApp.PageNavigationType.SUBMIT)]);
      b.setGoToPage(FormApp.PageNavigationType.SUBMIT);
      var choices = q.getChoices();
      return [choices[0].getGotoPage().getId() === b.getId(), choices[1].getGotoPage(), String(choices[1].getPageNavigationType()),
        String(a.getPageNavigationType()), String(b.getPageNavigationType()), b.getGoToPage()];`);

    expect(found).toEqual([true, null, 'SUBMIT', 'CONTINUE', 'SUBMIT', null]);
  });
});

describe('a choice', () => {
  it('can be the right one', () => {
    const { value } = formBench();

    const found = value(`
      return [form.addMultipleChoiceItem(), form.addListItem(), form.addCheckboxItem()].map(function (item) {
        item.setChoices([item.createChoice('a', true), item.createChoice('b', false), item.createChoice('c')]);
        return item.getChoices().map(function (choice) { return choice.isCorrectAnswer(); });
      });`);

    expect(found).toEqual(Array.from({ length: 3 }, () => [true, false, false]));
  });
});

describe('an answer that a script makes', () => {
  it.each([
    [`form.addTextItem().createResponse('chữ')`, 'chữ'],
    [`form.addDateItem().createResponse(new Date(2014, 7, 1))`, '2014-08-01'],
    [`form.addDateItem().setIncludesYear(false).createResponse(new Date(2014, 7, 1))`, '08-01'],
    [`form.addDateTimeItem().createResponse(new Date(2014, 7, 1, 8, 30))`, '2014-08-01 08:30'],
    [`form.addTimeItem().createResponse(8, 5)`, '08:05'],
    [`form.addDurationItem().createResponse(1, 2, 3)`, '01:02:03'],
    [`form.addScaleItem().createResponse(4)`, '4'],
    [`form.addRatingItem().createResponse(2)`, '2'],
    [`form.addCheckboxItem().setChoiceValues(['a', 'b']).createResponse(['b', 'a'])`, ['b', 'a']],
    [
      `form.addGridItem().setRows(['1', '2']).setColumns(['x', 'y']).createResponse(['y', null])`,
      ['y', null],
    ],
  ])('%s reads %j', (code, expected) => {
    expect(formBench().value(`return ${code}.getResponse();`)).toEqual(expected);
  });

  it.each([
    `form.addTextItem().setValidation(FormApp.createTextValidation().requireNumberBetween(1, 5).build()).createResponse('7')`,
    `form.addCheckboxItem().setChoiceValues(['a', 'b']).setValidation(FormApp.createCheckboxValidation().requireSelectExactly(2).build()).createResponse(['a'])`,
    `form.addGridItem().setRows(['1', '2']).setColumns(['x']).setValidation(FormApp.createGridValidation().requireLimitOneResponsePerColumn().build()).createResponse(['x', 'x'])`,
    `form.addTimeItem().createResponse(24, 0)`,
    `form.addListItem().setChoiceValues(['a']).createResponse('b')`,
  ])('%s is refused', (code) => {
    expect(formBench().run(code).error?.message).toMatch(/^Invalid response submitted to .+ question\.$/);
  });
});
