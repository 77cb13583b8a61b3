import type { MemberBrief, MemberTexts } from '../../src/contract/committee';
import { memberMessages } from '../../src/pages/grading/state/receipts';
import { momentOf } from '../../src/programme/dates';
import { branch, member } from './page-builder';

const AT = momentOf('2014-03-25', 20, 15);
const REGISTERED = `${AT / 1000}/`;
const ASSESSED = `${AT / 1000}/${momentOf('2014-04-06', 7, 5) / 1000}`;

const GRADE = {
  levels: '3333333333',
  class: 'AVERAGE',
  proposed: 'AVERAGE',
  reason: 'Tiêu chí 3: chưa xong',
  remark: 'Cần cố gắng thêm',
  how: 'grade' as const,
  by: 'bithu@example.com',
  at: AT,
  seq: 1,
  operation: 'x/01',
};

function messages(one: Partial<MemberBrief>, texts: Readonly<Record<string, MemberTexts>> = {}) {
  const own = member('DV-1', { name: 'Nguyễn Thị Ánh', selfLevels: '', selfClass: '', ...one });
  const view = branch([own], { now: AT });
  const wave = { ...view.wave, registrationCloses: '2014-03-31', selfCloses: '2014-04-08' };
  return memberMessages({ ...view, wave }, texts);
}

const TEXTS: Readonly<Record<string, MemberTexts>> = {
  'DV-1': {
    code: 'DV-1',
    commitments: { R1: { kind: 'OWN', text: 'Dạy hai em lớp 3' }, A5: { kind: 'OWN', text: '=1+1' } },
    evidence: {},
    difficulties: '',
  },
};

describe('messages to one member', () => {
  it('are none where nothing was sent', () => {
    expect(messages({ submission: '/', registered: '0000000000' })).toEqual([]);
  });

  it('tell what was registered, once its words are there', () => {
    const waiting = messages({ submission: REGISTERED });
    const [message] = messages({ submission: REGISTERED }, TEXTS);

    expect(waiting).toEqual([]);
    expect(message).toMatchObject({ code: 'DV-1', name: 'Nguyễn Thị Ánh', kind: 'SHEET' });
    expect(message?.text).toMatch(
      /^Chào Ánh, chi đoàn đã nhận phiếu của bạn lúc 20:15 ngày 25\/3\/2014\. Bạn đã đăng ký: 1\. .+: Dạy hai em lớp 3 · 10\. .+: =1\+1\. Muốn sửa, gửi lại phiếu trước hết ngày 31\/3\/2014\./,
    );
  });

  it('tell the self-assessment after it', () => {
    const [message] = messages({ submission: ASSESSED, selfLevels: '4330000000', selfClass: 'GOOD' });

    expect(message?.text).toMatch(
      /đã nhận phiếu tự đánh giá của bạn lúc 07:05 ngày 06\/4\/2014\. Bạn đã tự đánh giá: 1\. /,
    );
    expect(message?.text).toContain('Bạn tự xếp loại: Khá.');
  });

  it('tell the result with every reason there is, and until when it may be asked about', () => {
    const result = { at: AT, reason: '', until: '2014-04-19' };
    const [message] = messages({
      submission: ASSESSED,
      state: 'RECOGNISED',
      grade: GRADE,
      recognised: 'AVERAGE',
      result,
    });

    expect(message?.kind).toBe('RESULT');
    expect(message?.text).toMatch(/^Chào Ánh, kết quả Đợt I của bạn đã được công nhận: Trung bình\. /);
    expect(message?.text).toContain('Nhận xét của chi đoàn: “Cần cố gắng thêm”.');
    expect(message?.text).toContain('Căn cứ: Phần Rèn luyện: Trung bình (5/5 hoàn thành)');
    expect(message?.text).toContain('Lý do của chi đoàn: “Tiêu chí 3: chưa xong”.');
    expect(message?.text).toMatch(/bạn nhắn Bí thư chi đoàn trước ngày 20\/4\/2014 để được xem lại\.$/);
  });

  it('tell why the level above adjusted it, and no class to whom none is given', () => {
    const result = { at: AT, reason: 'Có minh chứng của phường', until: '2014-04-19' };
    const about = { submission: ASSESSED, grade: GRADE, result } as const;
    const [adjusted] = messages({ ...about, state: 'ADJUSTED', recognised: 'GOOD' });
    const [unclassed] = messages({ ...about, state: 'RECOGNISED', recognised: '', classed: false });

    expect(adjusted?.text).toContain('Lý do điều chỉnh của cấp công nhận: “Có minh chứng của phường”.');
    expect(unclassed?.text).toMatch(
      /^Chào Ánh, chi đoàn đã nhận xét kết quả Đợt I của bạn \(không thuộc diện xếp loại\)\./,
    );
    expect(unclassed?.text).not.toContain('Trung bình');
  });
});
