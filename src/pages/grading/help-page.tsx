import { Icon, type IconName } from '../parts/icon';
import { LevelTile } from '../parts/level-tiles';
import { AsideHead } from './aside-head';
import type { PageProps } from './props';

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [['Enter'], 'Bấm nút xanh đậm'],
  [['1', '…', '9', '0'], 'Mở tiêu chí 1 đến 10'],
  [['T', 'H', 'C', 'K'], 'Đặt mức cho tiêu chí đang mở'],
  [['←', '→'], 'Nhích mức'],
  [['Esc'], 'Gập tiêu chí đang mở'],
  [['↑', '↓'], 'Người trước, người sau'],
  [['N'], 'Người chưa đánh giá kế tiếp'],
  [['Ctrl', 'Z'], 'Hoàn tác'],
  [['/'], 'Danh sách, tìm tên'],
  [['?'], 'Trợ giúp'],
];

const ARROWS: Readonly<Record<string, readonly [IconName, string]>> = {
  '←': ['left', 'mũi tên trái'],
  '→': ['right', 'mũi tên phải'],
  '↑': ['up', 'mũi tên lên'],
  '↓': ['down', 'mũi tên xuống'],
};

/** What stands on a key; arrows are drawn, because not every font has them. */
function KeyCap({ name }: { readonly name: string }) {
  const arrow = ARROWS[name];
  if (!arrow) return <>{name}</>;
  const [icon, words] = arrow;
  return (
    <>
      <Icon name={icon} />
      <span class="visually-hidden">{words}</span>
    </>
  );
}

/** *Trợ giúp*: keys, signs, how saving works, whom to ask. */
export function HelpPage({ state, dispatch }: PageProps) {
  const greeting = state.greeting;
  return (
    <div class="sidebar__body help">
      <AsideHead state={state} dispatch={dispatch} title="Trợ giúp" />
      <h3>Phím tắt</h3>
      <dl class="keys">
        {KEYS.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((key) =>
                key === '…' ? (
                  <span key={key}>…</span>
                ) : (
                  <kbd class="kbd" key={key}>
                    <KeyCap name={key} />
                  </kbd>
                ),
              )}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p class="hint">Trong ô chữ, phím chữ chỉ để gõ. Ở ô Lý do, phím mũi tên xuống lấy lại câu đã dùng.</p>
      <h3>Dấu hiệu</h3>
      <ul class="signs">
        <li>
          <LevelTile sign="4" self="4" /> Đã đánh giá, giống tự đánh giá
        </li>
        <li>
          <LevelTile sign="3" self="4" /> Đã đánh giá, khác tự đánh giá
        </li>
        <li>
          <LevelTile sign="_" self="3" /> Tự đánh giá, chi đoàn chưa đánh giá
        </li>
        <li class="lack">
          <Icon name="flag" /> <span>Chưa có minh chứng</span>
        </li>
      </ul>
      <p class="hint">
        T Hoàn thành tốt: làm xong, kết quả rõ. H Hoàn thành: đã làm xong. C Chưa hoàn thành: có làm nhưng
        chưa xong. K Chưa thực hiện: chưa làm.
      </p>
      <h3>Lưu</h3>
      <p>
        Bảng tự lưu trong lúc làm tiếp. <b>Đã lưu</b> nghĩa là Google đã ghi và đọc lại. <b>Chờ lưu</b> là
        bình thường.{' '}
        {state.hasNet
          ? 'Nếu máy tắt giữa chừng, phần chưa lưu còn trên máy này 7 ngày và tự lưu khi mở lại bảng.'
          : 'Trình duyệt này không giữ được bản dự phòng: hãy đợi hiện Đã lưu rồi mới đóng bảng.'}
      </p>
      {greeting ? (
        <p>
          Đang dùng tài khoản <b>{greeting.email}</b>.
          {greeting.officer === '' ? '' : ` Cần giúp, hỏi ${greeting.officer}.`}
        </p>
      ) : null}
    </div>
  );
}
