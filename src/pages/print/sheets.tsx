import type { BranchLinks, LinksView } from '../../contract/district';
import { Qr } from './qr';
import { CARDS_A_PAGE, inGroups } from './state';

/** A branch's poster: one A4 page for the board of the khu phố, the class, the shop. */
export function Poster({ view, branch }: { readonly view: LinksView; readonly branch: BranchLinks }) {
  const { registration, selfAssessment } = view.days;
  return (
    <section class="sheet poster" aria-label={`Tờ thông báo của ${branch.name}`}>
      <header>
        <p class="poster__unit">{branch.unit}</p>
        <h2>{branch.name}</h2>
      </header>
      <div>
        <p class="poster__wave">Ngày đoàn viên “Rèn luyện và hành động” {view.waveName}</p>
        {view.theme === '' ? null : <p class="poster__theme">“{view.theme}”</p>}
      </div>
      <Qr text={branch.poster} name={`Mã QR mở phiếu của ${branch.name}`} />
      <p class="poster__how">
        Mở máy ảnh của điện thoại, đưa vào mã, bấm vào đường dẫn hiện ra. Không cần tài khoản.
      </p>
      <table class="poster__days">
        <tbody>
          <tr>
            <th scope="row">Đăng ký</th>
            <td>
              từ {registration[0]} đến hết ngày {registration[1]}
            </td>
          </tr>
          <tr>
            <th scope="row">Tự đánh giá</th>
            <td>
              từ {selfAssessment[0]} đến hết ngày {selfAssessment[1]}
            </td>
          </tr>
        </tbody>
      </table>
      <footer>
        Không dùng được điện thoại: lấy phiếu giấy ở Bí thư chi đoàn.
        {view.contact === '' ? null : ` Hỏi thêm: ${view.contact}.`}
      </footer>
    </section>
  );
}

/** The members' own cards, to be cut out and handed over one by one. */
export function Cards({ view, branch }: { readonly view: LinksView; readonly branch: BranchLinks }) {
  return (
    <>
      {inGroups(branch.members, CARDS_A_PAGE).map((members, index) => (
        <section class="sheet cards" key={index} aria-label={`Thẻ riêng của ${branch.name}, tờ ${index + 1}`}>
          <h2>
            {branch.name} · {view.waveName} · thẻ riêng của từng đoàn viên
          </h2>
          <p class="hint">Cắt rời, đưa tận tay từng người; không chụp vào nhóm chung.</p>
          <ul>
            {members.map((member) => (
              <li key={member.code}>
                <strong>{member.fullName}</strong>
                <Qr text={member.card} name={`Mã QR riêng của ${member.fullName}`} />
                <span>Phiếu riêng {view.waveName}, đừng chuyển cho người khác</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
