import type { LinksView } from '../../contract/district';
import { faultSentence } from '../../contract/fault';
import { sentenceOf } from '../../contract/problems';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Fold } from '../parts/fold';
import { Icon } from '../parts/icon';
import { numberText } from '../parts/numbers';
import { PaperPage } from './paper-page';
import { Cards, Poster } from './sheets';
import { pagesOf, papersOf, type PrintState, type Sheets } from './state';

/** What people do on this page. */
export interface PrintActs {
  readonly load: (wave: string, unit: string) => void;
  readonly choose: (sheets: Sheets) => void;
  readonly chooseMember: (member: string) => void;
  readonly copy: (name: string, text: string) => void;
  readonly print: () => void;
}

const SHEETS: readonly (readonly [Sheets, string])[] = [
  ['BOTH', 'Tờ thông báo và thẻ riêng'],
  ['POSTERS', 'Chỉ tờ thông báo'],
  ['CARDS', 'Chỉ thẻ riêng'],
  ['PAPERS', 'Phiếu đăng ký giấy, để ký tay'],
];

/** Posters, cards and messages of the branches of one unit, or of all. */
export function App({ state, acts }: { readonly state: PrintState; readonly acts: PrintActs }) {
  const { view, trouble } = state;
  return (
    <main>
      <div class="tools">
        <h1 class="visually-hidden">Đường dẫn phiếu và mã QR</h1>
        {trouble ? (
          <Banner
            tone="bad"
            text={
              trouble.kind === 'FAULT'
                ? faultSentence(trouble.fault)
                : trouble.problems.map((one) => sentenceOf(one)).join(' ')
            }
          >
            <Button look="outline" small icon="again" onPress={() => acts.load('', '')}>
              Thử lại
            </Button>
          </Banner>
        ) : null}
        {view ? <Choices state={state} acts={acts} view={view} /> : null}
        {state.loading ? (
          <p class="loading" role="status">
            <Icon name="ring" turns /> <span>Đang lập đường dẫn…</span>
          </p>
        ) : null}
      </div>
      {view ? <Messages state={state} acts={acts} view={view} /> : null}
      {view && state.sheets === 'PAPERS'
        ? papersOf(view, state.member).map((paper) => (
            <PaperPage
              key={`${paper.branch.code} ${paper.member?.code ?? ''}`}
              view={view}
              branch={paper.branch}
              member={paper.member}
            />
          ))
        : null}
      {state.sheets === 'PAPERS'
        ? null
        : view?.branches.map((branch) => (
            <div key={branch.code}>
              {state.sheets === 'CARDS' ? null : <Poster view={view} branch={branch} />}
              {state.sheets === 'POSTERS' ? null : <Cards view={view} branch={branch} />}
            </div>
          ))}
    </main>
  );
}

interface Shown {
  readonly state: PrintState;
  readonly acts: PrintActs;
  readonly view: LinksView;
}

function Choices({ state, acts, view }: Shown) {
  const pages = pagesOf(view, state);
  return (
    <div class="choices">
      <label>
        <span class="label">Đợt</span>
        <select value={view.wave} onChange={(event) => acts.load(event.currentTarget.value, view.unit)}>
          {view.waves.map((wave) => (
            <option key={wave.code} value={wave.code}>{`${wave.name} · năm ${wave.code.slice(0, 4)}`}</option>
          ))}
        </select>
      </label>
      <label>
        <span class="label">Đơn vị</span>
        <select value={view.unit} onChange={(event) => acts.load(view.wave, event.currentTarget.value)}>
          {view.units.map((unit) => (
            <option key={unit.code} value={unit.code}>
              {unit.name}
            </option>
          ))}
          <option value="*">Tất cả đơn vị</option>
        </select>
      </label>
      <label>
        <span class="label">In</span>
        <select value={state.sheets} onChange={(event) => acts.choose(event.currentTarget.value as Sheets)}>
          {SHEETS.map(([sheets, words]) => (
            <option key={sheets} value={sheets}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {state.sheets === 'PAPERS' ? (
        <label>
          <span class="label">Đoàn viên</span>
          <select value={state.member} onChange={(event) => acts.chooseMember(event.currentTarget.value)}>
            <option value="">Cả chi đoàn, thêm một phiếu trống</option>
            {view.branches.flatMap((branch) =>
              branch.members.map((member) => (
                <option key={member.code} value={member.code}>
                  {`${member.fullName} (${branch.name})`}
                </option>
              )),
            )}
          </select>
        </label>
      ) : null}
      <Button
        look="filled"
        busy={state.loading}
        whyNot={pages === 0 ? 'Chưa có gì để in' : ''}
        onPress={acts.print}
      >
        {`In ${numberText(pages)} trang A4`}
      </Button>
    </div>
  );
}

/** Texts to be copied: one for the branch's group, one for each member alone. */
function Messages({ state, acts, view }: Shown) {
  return (
    <div class="messages">
      <Fold title="Chép tin nhắn gửi Zalo" hint={`${numberText(view.branches.length)} chi đoàn`}>
        {view.branches.map((branch) => (
          <section key={branch.code}>
            <h2>{branch.name}</h2>
            <div class="message">
              <pre>{branch.message}</pre>
              <Copy name={`nhóm ${branch.name}`} text={branch.message} state={state} acts={acts} />
            </div>
            <Fold title="Tin riêng cho từng người" hint={`${numberText(branch.members.length)} người`}>
              <p class="hint">Gửi riêng từng người; không gửi vào nhóm.</p>
              <ul>
                {branch.members.map((member) => (
                  <li key={member.code} class="message">
                    <span>{member.fullName}</span>
                    <Copy name={member.fullName} text={member.message} state={state} acts={acts} />
                  </li>
                ))}
              </ul>
            </Fold>
          </section>
        ))}
      </Fold>
    </div>
  );
}

function Copy({
  name,
  text,
  state,
  acts,
}: {
  readonly name: string;
  readonly text: string;
  readonly state: PrintState;
  readonly acts: PrintActs;
}) {
  const isCopied = state.copied === name;
  return (
    <Button small icon={isCopied ? 'check' : undefined} onPress={() => acts.copy(name, text)}>
      {isCopied ? 'Đã chép' : 'Chép'}
      <span class="visually-hidden"> tin cho {name}</span>
    </Button>
  );
}
