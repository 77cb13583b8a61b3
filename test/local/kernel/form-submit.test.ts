import { OTHER, OWNER, load, workspaceWithPeople } from './scripts';

const code = `
  function make(bookId) {
    const form = FormApp.create('Phiếu', true);
    form.addTextItem().setTitle('Họ tên');
    ScriptApp.newTrigger('sent').forForm(form).onFormSubmit().create();
    if (bookId) {
      form.setDestination(FormApp.DestinationType.SPREADSHEET, bookId);
      ScriptApp.newTrigger('rowed').forSpreadsheet(bookId).onFormSubmit().create();
    }
    return form.getId();
  }
  function sent(e) {
    console.log('sent', Session.getEffectiveUser().getEmail(), e.source.getId() === e.source.getId(), e.triggerUid.length > 0,
      e.response ? e.response.getItemResponses().map(function (one) { return one.getResponse(); }) : 'blank');
  }
  function rowed(e) { console.log('rowed', e.namedValues['Họ tên'], e.values.length, e.range.getRow()); }
  function submitBySelf(id) {
    const form = FormApp.openById(id);
    form.createResponse().withItemResponse(form.getItems()[0].asTextItem().createResponse('Tự gửi')).submit();
    return form.getResponses().length;
  }`;

function formWith(linked: boolean) {
  const workspace = workspaceWithPeople();
  const project = load(workspace, code);
  const book = linked ? workspace.createSpreadsheet({ name: 'Sổ', owner: OWNER }).id : null;
  const made = workspace.run(project, 'make', { args: [book] });
  const send = (name: string) =>
    workspace
      .submitForm(String(made.value), { as: OTHER, answers: { 'Họ tên': name } })
      .runs.map(({ result }) => result.logs[0]?.line ?? result.error);
  return { workspace, project, id: made.value, send };
}

describe('a form somebody sends', () => {
  it('tells the trigger on the form, in the name of whoever made it', () => {
    expect(formWith(false).send('An')).toEqual([`sent ${OWNER} true true ["An"]`]);
  });

  it('tells the trigger on the linked workbook its row', () => {
    expect(formWith(true).send('An')).toEqual([`sent ${OWNER} true true ["An"]`, 'rowed ["An"] 2 2']);
  });

  it('tells nobody when a script sends it', () => {
    const { workspace, project, id } = formWith(false);

    const result = workspace.run(project, 'submitBySelf', { args: [id] });

    expect(result).toMatchObject({ value: 1, logs: [] });
  });

  it('can come with an event that is blank, seconds after the real one', () => {
    const { workspace, send } = formWith(false);
    workspace.faults([{ at: 'trigger', do: 'blank' }]);

    expect(send('An')).toEqual([`sent ${OWNER} true true ["An"]`, `sent ${OWNER} true true blank`]);
  });
});
