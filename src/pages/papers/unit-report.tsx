import type { BranchView, Greeting, UnitView } from '../../contract/committee';
import { formatDayInDocument } from '../../programme/dates';
import { countSaid, longDay, percentSaid, shareSaid } from '../../programme/report-words';
import { unitFigures } from './figures';
import { Letterhead, Signature, Signatures, Title, Write } from './letterhead';

/** A passage people write: its heading, then the place. */
function Passage({ lead, text = '' }: { readonly lead: string; readonly text?: string }) {
  return (
    <p>
      {`${lead}: `}
      <Write name={lead.replace(/^\d- /, '')} text={text} block />
    </p>
  );
}

/** The base unit's own report in the official form (wording.md 5): the district's body, counted for one unit; no member's name in it. */
export function UnitReport({
  greeting,
  unit,
  views,
  place,
}: {
  readonly greeting: Greeting;
  readonly unit: UnitView;
  readonly views: readonly BranchView[];
  readonly place: string;
}) {
  const figures = unitFigures(unit, views);
  const { wave } = unit;
  const year = wave.code.slice(0, 4);
  const district = `Quận đoàn ${greeting.district}`;
  const about = '“Rèn luyện và hành động”';
  const classes = unit.preset.classes
    .map(({ code, label }) => {
      const count = figures.classes[code] ?? 0;
      return `${label} ${countSaid(count)} (${percentSaid(count, figures.eligible)})`;
    })
    .join(', ');
  const branchClasses = unit.preset.classes
    .map(({ code, label }) => `${label} ${countSaid(figures.branchClasses[code] ?? 0)}`)
    .join(', ');
  const { difficulties, memberDays } = figures;
  const own = (key: 'doneWell' | 'limits' | 'causes' | 'proposals'): string =>
    [...new Set(views.map((view) => view.branchAssessment?.[key]?.trim() ?? ''))]
      .filter((text) => text !== '')
      .join('; ');
  return (
    <section class="sheet paper" aria-label="Báo cáo của đơn vị">
      <Letterhead
        above={district}
        body={`Ban Chấp hành ${unit.unit.name}`}
        numberEnd="-BC/ĐTN"
        place={place}
        at={unit.now}
      />
      <Title
        title="BÁO CÁO"
        lines={[
          `Kết quả thực hiện ngày đoàn viên ${about} ${wave.name} năm ${year}`,
          ...(wave.theme === '' ? [] : [`Chủ đề “${wave.theme}”`]),
        ]}
      />
      <p class="centred">{`Kính gửi: Ban Thường vụ ${district}`}</p>
      <p>
        {`Thực hiện Kế hoạch số `}
        <Write name="Số và ngày của kế hoạch" />
        {` của Ban Thường vụ ${district} về chỉ đạo tổ chức ngày đoàn viên ${about} năm ${year}, Ban Chấp hành ${unit.unit.name} báo cáo kết quả ${wave.name} như sau:`}
      </p>
      <h3>I- CÔNG TÁC CHỈ ĐẠO, TRIỂN KHAI</h3>
      <p>
        {'- Văn bản chỉ đạo: '}
        <Write name="Văn bản chỉ đạo" text={unit.deployed?.document ?? ''} />
        {unit.deployed?.day ? `; triển khai ${longDay(unit.deployed.day)}.` : '.'}
      </p>
      <p>{`- Triển khai đến ${shareSaid(unit.deployed?.branches?.length ?? 0, views.length, 'chi đoàn')}.`}</p>
      <p>
        {memberDays.length === 0
          ? '- Tổ chức ngày đoàn viên: …'
          : `- Tổ chức ngày đoàn viên từ ngày ${formatDayInDocument(memberDays[0] ?? '')} đến ngày ${formatDayInDocument(memberDays[memberDays.length - 1] ?? '')}`}
        {`; ${countSaid(figures.propaganda.sessions)} buổi tuyên truyền với ${countSaid(figures.propaganda.attendances)} lượt đoàn viên tham gia.`}
      </p>
      <h3>II- KẾT QUẢ THỰC HIỆN</h3>
      <p>{`1- Đăng ký: có ${shareSaid(figures.registered, figures.members, 'đoàn viên đăng ký')}; trong đó ${countSaid(figures.registeredAll)} đoàn viên đăng ký đủ 10 tiêu chí.`}</p>
      <p>{`2- Đoàn viên tự đánh giá: ${shareSaid(figures.selfAssessed, figures.members, 'đoàn viên')}.`}</p>
      <p>{`3- Ban Chấp hành chi đoàn đánh giá: ${shareSaid(figures.graded, figures.eligible, 'đoàn viên thuộc diện xếp loại')}; đúng hạn ${countSaid(figures.onTime)}/${countSaid(views.length)} chi đoàn.`}</p>
      <p>{`4- Kết quả được công nhận: ${classes}; chưa xếp loại ${countSaid(figures.unclassed)}.`}</p>
      <p>{`5- Đánh giá chi đoàn: ${branchClasses}.`}</p>
      <Passage
        lead="6- Hoạt động tiêu biểu, gắn với cuộc vận động “Tuổi trẻ Việt Nam học tập và làm theo lời Bác”"
        text={figures.activities.join('; ')}
      />
      <p>{`7- Giải quyết khó khăn, vướng mắc: tiếp nhận ${countSaid(difficulties.received)}, đã giải quyết ${countSaid(difficulties.solved)}, đang giải quyết ${countSaid(difficulties.open)}, quá hạn ${countSaid(difficulties.overdue)}.`}</p>
      <h3>III- ĐÁNH GIÁ CHUNG</h3>
      <Passage lead="1- Mặt làm được" text={own('doneWell')} />
      <Passage lead="2- Hạn chế" text={own('limits')} />
      <Passage lead="3- Nguyên nhân" text={own('causes')} />
      <Passage lead="4- Rút kinh nghiệm" text={unit.lessons} />
      <h3>IV- NHIỆM VỤ ĐỢT TIẾP THEO, KIẾN NGHỊ</h3>
      <Passage lead="1- Nhiệm vụ" />
      <Passage lead="2- Kiến nghị" text={own('proposals')} />
      <p>{`Trên đây là báo cáo kết quả thực hiện ngày đoàn viên ${about} ${wave.name} năm ${year}./.`}</p>
      <Signatures>
        <div class="recipients">
          <p>
            <b>Nơi nhận:</b>
          </p>
          <p>{`- ${district};`}</p>
          <p>- Lưu.</p>
        </div>
        <Signature authority="TM. BAN CHẤP HÀNH" office="BÍ THƯ" name="Tên người ký" />
      </Signatures>
    </section>
  );
}
