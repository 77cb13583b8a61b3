import type { BranchView } from '../../contract/committee';
import { classWords, memberStateWords } from '../parts/words';

const yearOf = (view: BranchView): string => view.wave.code.slice(0, 4);

/** The branch's members with what they sent in and what became of it, to be ticked off at a meeting. */
export function MemberList({ view }: { readonly view: BranchView }) {
  const klass = (code: string | null | undefined): string =>
    code === null || code === undefined ? '' : classWords(view.preset, code);
  return (
    <section class="sheet" aria-label={`Danh sách đoàn viên ${view.name}`}>
      <div class="title">
        <h2>DANH SÁCH ĐOÀN VIÊN</h2>
        <p>{`${view.name} · ${view.unit.name}`}</p>
        <p>{`${view.wave.name} năm ${yearOf(view)}`}</p>
      </div>
      <table>
        <thead>
          <tr>
            <th scope="col">STT</th>
            <th scope="col">Họ và tên</th>
            <th scope="col">Năm sinh</th>
            <th scope="col">Đăng ký</th>
            <th scope="col">Tự xếp loại</th>
            <th scope="col">Chi đoàn xếp loại</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {view.members.map((member, index) => (
            <tr key={member.code}>
              <td class="mid">{index + 1}</td>
              <td>{member.name}</td>
              <td class="mid">{member.birthYear}</td>
              <td class="mid">{`${member.registered.split('1').length - 1}/10`}</td>
              <td>{member.selfClass === '' ? '' : klass(member.selfClass)}</td>
              <td>{member.classed ? klass(member.grade?.class) : 'Chỉ nhận xét'}</td>
              <td>{memberStateWords(member.state, view.unit.kind)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
