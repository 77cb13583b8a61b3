import type { BranchLinks, LinksView, MemberLink } from '../../contract/district';
import { criteriaOf, HALVES, type Half } from '../../programme/criteria';

const HALF_TITLES: Readonly<Record<Half, string>> = {
  TRAINING: 'PHẦN I. RÈN LUYỆN (05 tiêu chí)',
  ACTION: 'PHẦN II. HÀNH ĐỘNG (05 tiêu chí)',
};

/**
 * *Phiếu đăng ký* for ink (P3): one A4 page a member, with the suggestions of his target group to tick or words of his own to write, the consent, and the
 * place to sign. `member` null = an empty one.
 */
export function PaperPage({
  view,
  branch,
  member,
}: {
  readonly view: LinksView;
  readonly branch: BranchLinks;
  readonly member: MemberLink | null;
}) {
  const { paper } = view;
  const numberOf = new Map(paper.criteria.map(({ code }, index) => [code, index + 1]));
  return (
    <section
      class="sheet paper"
      aria-label={`Phiếu đăng ký của ${member?.fullName ?? `${branch.name}, phiếu trống`}`}
    >
      <header class="paper__head">
        <p>
          {branch.unit}
          <br />
          <b>{branch.name}</b>
        </p>
        <p>
          <b>ĐOÀN TNCS HỒ CHÍ MINH</b>
        </p>
      </header>
      <h2>PHIẾU ĐĂNG KÝ</h2>
      <p class="paper__of">
        Ngày đoàn viên “Rèn luyện và hành động” {view.waveName} năm {paper.year}
        {view.theme === '' ? null : (
          <>
            <br />“{view.theme}”
          </>
        )}
      </p>
      <p class="paper__who">
        <span>
          Họ và tên: <b>{member?.fullName ?? ''}</b>
          {member ? null : <Line />}
        </span>
        <span>Ngày sinh: {member && member.birthDate !== '' ? member.birthDate : <Line short />}</span>
        <span>Mã đoàn viên (nếu nhớ): {member?.code ?? <Line short />}</span>
      </p>
      <p class="paper__group">
        Đối tượng:{' '}
        {paper.groups.map(({ code, label }) => (
          <span key={code} class="paper__tick">
            <Box ticked={member?.group === code} /> {label}
          </span>
        ))}
      </p>
      <table>
        <colgroup>
          <col class="paper__criterion" />
          <col class="paper__hint" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">Tiêu chí</th>
            <th scope="col">Như gợi ý</th>
            <th scope="col">Việc khác (ghi rõ); bỏ trống nếu đợt này chưa đăng ký</th>
          </tr>
        </thead>
        {HALVES.map((half) => (
          <tbody key={half}>
            <tr>
              <th scope="rowgroup" colSpan={3}>
                {HALF_TITLES[half]}
              </th>
            </tr>
            {criteriaOf(half).map((code) => {
              const criterion = paper.criteria.find((one) => one.code === code);
              const hint = criterion?.hints[member?.group ?? ''] ?? '';
              return (
                <tr key={code}>
                  <th scope="row">
                    {numberOf.get(code)}. {criterion?.title}
                  </th>
                  <td>
                    <Box /> {hint}
                  </td>
                  <td aria-label={`Việc khác cho tiêu chí ${numberOf.get(code)}`} />
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
      <div class="paper__consent">
        <p>
          <b>{paper.consentTitle}.</b> {paper.consent.split('\n\n').join(' ')}
        </p>
        <p>
          <Box /> Tôi đã đọc, hiểu rõ và <b>đồng ý</b>. <Box /> Tôi <b>không đồng ý</b> (phiếu được giữ tại
          chi đoàn, chỉ cộng vào số lượng).
        </p>
        <p>
          Dưới 16 tuổi: Cha, mẹ hoặc người giám hộ của tôi đã đọc và đồng ý – họ tên, ký: <Line />
        </p>
      </div>
      <footer class="paper__sign">
        <p>
          Tôi cam kết thực hiện các nội dung đã đăng ký.
          <br />
          Nộp cho Bí thư chi đoàn đến hết ngày {view.days.registration[1]}.
        </p>
        <p>
          Ngày …… tháng …… năm {paper.year}
          <br />
          <b>Đoàn viên</b>
          <br />
          (ký, ghi rõ họ tên)
        </p>
      </footer>
    </section>
  );
}

/** A square to tick: drawn, because not every letter set has one. */
function Box({ ticked = false }: { readonly ticked?: boolean }) {
  return <span class="paper__box">{ticked ? 'x' : ''}</span>;
}

/** A dotted line to write on. */
function Line({ short = false }: { readonly short?: boolean }) {
  return <span class={short ? 'paper__line paper__line--short' : 'paper__line'} />;
}
