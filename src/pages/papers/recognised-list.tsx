import type { BranchView, Greeting } from '../../contract/committee';
import { formatDayInDocument } from '../../programme/dates';
import { countSaid } from '../../programme/report-words';
import { classWords } from '../parts/words';
import { Letterhead, Signature, Signatures, Title, Write } from './letterhead';

/** The list of the recognised (P11): number and day of the decision, the classes, room for signature and seal. */
export function RecognisedList({
  greeting,
  views,
  place,
}: {
  readonly greeting: Greeting;
  readonly views: readonly BranchView[];
  readonly place: string;
}) {
  const [first] = views;
  if (!first) return null;
  const rows = views.flatMap((view) =>
    view.members.filter(({ recognised }) => recognised !== null).map((member) => ({ view, member })),
  );
  const decisions = views.flatMap((view) => view.decision ?? []);
  // Branches recognised with different decisions: each list has its own, so none is written on the list of all.
  const decision = decisions.every(({ number }) => number === decisions[0]?.number)
    ? decisions[0]
    : undefined;
  const [only] = views.length === 1 ? views : [];
  return (
    <section class="sheet paper" aria-label="Danh sách công nhận">
      <Letterhead
        above={`Quận đoàn ${greeting.district}`}
        body={`Ban Chấp hành ${greeting.unit.name}`}
        numberEnd="-DS/ĐTN"
        place={place}
        at={first.now}
      />
      <Title
        title="DANH SÁCH"
        lines={[
          `Đoàn viên được công nhận kết quả “Rèn luyện và hành động” ${first.wave.name} năm ${first.wave.code.slice(0, 4)}`,
          ...(only ? [only.name] : []),
        ]}
      />
      <p class="centred">
        (Kèm theo Quyết định số <Write name="Số quyết định" text={decision?.number ?? ''} /> ngày{' '}
        <Write name="Ngày quyết định" text={decision ? formatDayInDocument(decision.day) : ''} />)
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">STT</th>
            <th scope="col">Họ và tên</th>
            <th scope="col">Năm sinh</th>
            {only ? null : <th scope="col">Chi đoàn</th>}
            <th scope="col">Xếp loại được công nhận</th>
            <th scope="col">Ghi chú</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ view, member }, index) => (
            <tr key={member.code}>
              <td class="mid">{index + 1}</td>
              <td>{member.name}</td>
              <td class="mid">{member.birthYear}</td>
              {only ? null : <td>{view.name}</td>}
              <td>{member.classed ? classWords(view.preset, member.recognised ?? '') : 'Chỉ nhận xét'}</td>
              <td>{member.state === 'ADJUSTED' ? 'Công nhận có điều chỉnh' : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {rows.length === 0
          ? 'Chưa có đoàn viên nào được công nhận.'
          : `Danh sách có ${countSaid(rows.length)} đoàn viên.`}
      </p>
      <Signatures>
        <span />
        <Signature authority="TM. BAN CHẤP HÀNH" office="BÍ THƯ" name="Tên người ký" />
      </Signatures>
    </section>
  );
}
