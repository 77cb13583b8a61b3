import type { BranchView } from '../../contract/committee';
import { longDay, countSaid } from '../../programme/report-words';
import { classWords } from '../parts/words';
import { Letterhead, Signature, Signatures, Title, Write } from './letterhead';

/** *Biên bản* of the committee's meeting (P10; the shape of wording.md 5): time and people, result of each member, own assessment, vote. */
export function Minutes({ view, place }: { readonly view: BranchView; readonly place: string }) {
  const own = view.branchAssessment;
  const present = (own?.present ?? []).filter((name) => name.trim() !== '');
  const graded = view.members.filter(({ grade }) => grade !== null);
  const said = (label: string, text: string | undefined) => (
    <p>
      {`- ${label}: `}
      <Write name={label} text={text ?? ''} />
    </p>
  );
  return (
    <section class="sheet paper" aria-label={`Biên bản của ${view.name}`}>
      <Letterhead above={view.unit.name} body={view.name} numberEnd="-BB/CĐ" place={place} at={view.now} />
      <Title
        title="BIÊN BẢN"
        lines={[
          `Họp Ban Chấp hành chi đoàn đánh giá kết quả ${view.wave.name} năm ${view.wave.code.slice(0, 4)}`,
        ]}
      />
      <h3>I- Thời gian, địa điểm, thành phần</h3>
      <p>
        {`- Thời gian: ${own?.day ? longDay(own.day) : ''} `}
        <Write name="Giờ họp" />
      </p>
      <p>
        - Địa điểm: <Write name="Địa điểm" />
      </p>
      <p>
        - Chủ trì: <Write name="Chủ trì" text={present[0] ?? ''} />
      </p>
      <p>
        - Thư ký: <Write name="Thư ký" />
      </p>
      <p>
        {`- Có mặt: ${countSaid(present.length)}/`}
        <Write name="Tổng số ủy viên" />
        {present.length === 0 ? '' : `: ${present.join(', ')}.`}
      </p>
      <h3>II- Nội dung</h3>
      <p>{`1- Kết quả từng đoàn viên: ${countSaid(graded.length)} đoàn viên (bảng kèm theo).`}</p>
      <p>
        {'2- Chi đoàn tự xếp loại: '}
        <b>{own && own.class !== '' ? classWords(view.preset, own.class) : '…'}</b>.
      </p>
      {said('Mặt làm được', own?.doneWell)}
      {said('Hạn chế', own?.limits)}
      {said('Nguyên nhân', own?.causes)}
      {said('Kiến nghị', own?.proposals)}
      {said('Bài học kinh nghiệm', own?.lessons)}
      <h3>III- Biểu quyết</h3>
      <p>
        <Write name="Số người tán thành" text={own?.vote ?? ''} />
        {own?.vote === undefined || own.vote === '' ? ` /${countSaid(present.length)} tán thành.` : ''}
      </p>
      <Signatures>
        <Signature office="THƯ KÝ" name="Tên thư ký" />
        <Signature office="CHỦ TRÌ" name="Tên người chủ trì" />
      </Signatures>
      <h3 class="annex">Kết quả từng đoàn viên</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">STT</th>
            <th scope="col">Họ và tên</th>
            <th scope="col">Tự xếp loại</th>
            <th scope="col">Chi đoàn xếp loại</th>
            <th scope="col">Nhận xét</th>
          </tr>
        </thead>
        <tbody>
          {view.members.map((member, index) => (
            <tr key={member.code}>
              <td class="mid">{index + 1}</td>
              <td>{member.name}</td>
              <td>{member.selfClass === '' ? '' : classWords(view.preset, member.selfClass)}</td>
              <td>
                {!member.grade
                  ? 'Chưa đánh giá'
                  : member.classed
                    ? classWords(view.preset, member.grade.class)
                    : 'Chỉ nhận xét'}
              </td>
              <td>{member.grade?.remark ?? ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
