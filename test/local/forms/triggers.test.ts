import { load } from '../kernel/scripts';
import { formBench } from './form-script';

const CODE = `
  function install(id) { ScriptApp.newTrigger('onSubmit').forForm(FormApp.openById(id)).onFormSubmit().create(); }
  function onSubmit(e) {
    var seen = [e.source.getId(), e.response.getId(), e.response.getItemResponses()[0].getResponse()];
    PropertiesService.getScriptProperties().setProperty('seen', JSON.stringify(seen));
  }
  function submitByScript(id) {
    var form = FormApp.openById(id);
    form.createResponse().withItemResponse(form.getItems()[0].asTextItem().createResponse('script')).submit();
  }`;

describe('a form’s submit trigger', () => {
  it('is given the response of a person, and hears nothing of a script’s', () => {
    const { workspace, file } = formBench(`form.addTextItem().setTitle('a');`);
    const project = load(workspace, CODE);
    const installed = workspace.run(project, 'install', { args: [file.id] });

    const sent = workspace.submitForm(file.id, { as: '', answers: { a: 'x' } });
    workspace.run(project, 'submitByScript', { args: [file.id] });

    expect(installed.error).toBeUndefined();
    expect(sent.runs.map((run) => run.result.error)).toEqual([undefined]);
    expect(workspace.state.properties[`script:${project.id}`]).toEqual({
      seen: JSON.stringify([file.id, sent.ok && sent.responseId, 'x']),
    });
    expect(file.data.responses.ids).toHaveLength(2);
  });
});
