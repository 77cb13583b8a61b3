import { CONTRACT_VERSION } from '../../src/contract/answer';
import { bookNamed, recordsOf, tabIn } from './books';
import { assessedDistrict, gradeAndSend } from './grading';
import { BASE, must, SECRETARY, valueOf, WAVE, type SmallDistrict } from './small-district';

const P05 = 'Sổ cơ sở – Đoàn Phường 5';
const KEY = { wave: WAVE.code, branch: 'P05-KP1' };

/** Asks the shipped committee script in the ward's workbook. */
function ask({ workspace }: SmallDistrict, fn: string, body: unknown, as: string): void {
  const project = Object.values(workspace.state.projects).find((one) => one.kind === 'addon')?.id ?? '';
  const args = [JSON.stringify({ v: CONTRACT_VERSION, body })];
  const result = workspace.run(project, fn, {
    as,
    args,
    from: 'page',
    document: bookNamed(workspace, P05).id,
  });
  if (!String(result.value).startsWith('{"v":1,"ok":true')) throw new Error(String(result.value));
}

function lockStep(district: SmallDistrict) {
  must(district.press('collectLedgers', WAVE.code));
  return valueOf(district.ask('consoleState', { wave: WAVE.code })).steps.find(({ step }) => step === 'LOCK');
}

function marks(district: SmallDistrict): unknown {
  const rows = recordsOf(tabIn(bookNamed(district.workspace, P05).data, 'Đợt I'));
  return rows.find((row) => row.code === 'DV-01')?.marks;
}

describe('second looks at the district', () => {
  const district = assessedDistrict();
  gradeAndSend(district, 'P05-KP1', P05, SECRETARY);
  const judgement = { kind: 'recogniseAll', exceptions: [] };
  ask(district, 'judge', { ...KEY, operation: '4'.repeat(32), judgement }, BASE);
  const none = lockStep(district);
  const record = { kind: 'secondLook', member: 'DV-01', text: 'Em có minh chứng tiêu chí 3' };
  ask(district, 'record', { ...KEY, operation: '5'.repeat(32), record }, SECRETARY);
  const open = lockStep(district);
  const shownOpen = marks(district);
  const answer = { kind: 'answerLook', member: 'DV-01', look: `${'5'.repeat(32)}/01`, text: 'Đã xem lại' };
  ask(
    district,
    'judge',
    { ...KEY, operation: '6'.repeat(32), judgement: { ...answer, agreed: false } },
    BASE,
  );
  const answered = lockStep(district);

  it('are counted beside what was sent and recognised, those that wait apart', () => {
    expect(none?.sentence).not.toContain('Đề nghị xem lại');
    expect([open?.state, open?.sentence]).toEqual([
      'REVIEW',
      expect.stringContaining(' Đề nghị xem lại: 1, chưa trả lời 1.'),
    ]);
    expect([answered?.state, answered?.sentence]).toEqual([
      'DOING',
      expect.stringContaining(' Đề nghị xem lại: 1, chưa trả lời 0.'),
    ]);
  });

  it('stand beside the member in the unit’s workbook', () => {
    expect(shownOpen).toContain('Đề nghị xem lại');
    expect(marks(district)).toContain('Đã trả lời đề nghị xem lại');
  });
});
