import { join } from 'node:path';
import { loadWorkspace } from '../../../src/local/workspace';
import { type GasProgram, buildGas } from './gas-program';

const PROJECT = join(__dirname, '..', '..', 'fixtures', 'gas-bound');
const AI = 'ai.do@vi-du.example';

let program: GasProgram;

beforeAll(() => {
  program = buildGas();
});

afterAll(() => {
  program.remove();
});

/** Runs a function of the project in test/fixtures/gas-bound. */
function gas(fn: string, ...more: readonly string[]) {
  return program.run('--project', PROJECT, '--function', fn, ...more);
}

describe('npm run gas, with a project of several files', () => {
  it('bound to a spreadsheet keeps rows from run to run and shows them in a sidebar made from a template', () => {
    const data = join(program.folder, 'sheet');
    const options = ['--bound', 'spreadsheet', '--data', data, '--user', AI];

    const added = gas('addNames', ...options, '--args', '[["Nguyễn Thị Ánh","<Bảo>"]]');
    const shown = gas('showList', ...options);

    expect(added).toEqual({ status: 0, last: 2, stderr: '' });
    expect(shown).toMatchObject({ status: 0, stderr: 'info: mở danh sách 2 người\n' });
    expect(String(shown.last).replaceAll(/\s*\n\s*/g, '')).toBe(
      `<ul><li>Nguyễn Thị Ánh</li><li>&lt;Bảo&gt;</li></ul><p>${AI}</p>`,
    );
  });

  it('bound to a form makes its trigger, which runs when a person sends the form', () => {
    const data = join(program.folder, 'form');
    const options = ['--bound', 'form', '--data', data, '--user', AI];

    const made = gas('prepareForm', ...options);
    const workspace = loadWorkspace(data);
    const sent = workspace.submitForm(String(made.last), {
      as: AI,
      answers: { 'Họ và tên': 'Trần Văn Bảo' },
    });
    workspace.save(data);

    expect(made).toMatchObject({ status: 0, stderr: 'info: biểu mẫu Đăng ký đã sẵn sàng\n' });
    expect(sent.runs).toMatchObject([{ handler: 'answered', result: { ok: true } }]);
    expect(gas('listNames', ...options)).toEqual({ status: 0, last: ['Trần Văn Bảo'], stderr: '' });
  });

  it('knows which document it is in', () => {
    expect(gas('prepareForm', '--bound', 'spreadsheet')).toMatchObject({
      status: 1,
      last: { error: { name: 'TypeError' } },
    });
  });

  it('ends with Google’s own words where Google refuses', () => {
    expect(gas('tooFar', '--bound', 'spreadsheet')).toEqual({
      status: 1,
      last: { error: { name: 'Exception', message: 'The starting row of the range is too small.' } },
      stderr: '',
    });
  });

  it('shows nobody a window of a document that is none', () => {
    expect(gas('onOpen')).toMatchObject({ status: 1, last: { error: { name: 'Exception' } } });
    expect(gas('onOpen', '--bound', 'spreadsheet')).toEqual({ status: 0, last: null, stderr: '' });
  });
});
