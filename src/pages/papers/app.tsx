import { faultSentence } from '../../contract/fault';
import { sentenceOf } from '../../contract/problems';
import { Banner } from '../parts/banner';
import { Button } from '../parts/button';
import { Icon } from '../parts/icon';
import { MemberList } from './member-list';
import { Minutes } from './minutes';
import { RecognisedList } from './recognised-list';
import { Slips } from './slips';
import {
  branchesFor,
  SHEET_WORDS,
  sheetOf,
  sheetsFor,
  viewsOf,
  wanted,
  type PapersState,
  type Sheet,
} from './state';
import { UnitReport } from './unit-report';

/** What people do on this page. */
export interface PapersActs {
  readonly choose: (change: Partial<Pick<PapersState, 'sheet' | 'branch' | 'wave'>>) => void;
  readonly again: () => void;
  readonly print: () => void;
}

/** Everything a committee prints: the choices on top, the sheet as the paper will be under them. */
export function App({ state, acts }: { readonly state: PapersState; readonly acts: PapersActs }) {
  const { greeting, trouble } = state;
  const isWhole = greeting !== null && viewsOf(state).length === wanted(state).length && !state.loading;
  return (
    <main>
      <div class="tools">
        <h1 class="visually-hidden">In danh sách, phiếu, biên bản</h1>
        {trouble ? (
          <Banner
            tone="bad"
            text={
              trouble.fault
                ? faultSentence(trouble.fault)
                : trouble.problems.map((one) => sentenceOf(one)).join(' ')
            }
          >
            <Button look="outline" small icon="again" onPress={acts.again}>
              Thử lại
            </Button>
          </Banner>
        ) : null}
        {greeting && state.role ? <Choices state={state} acts={acts} isWhole={isWhole} /> : null}
        {state.loading ? (
          <p class="loading" role="status">
            <Icon name="ring" turns /> <span>Đang đọc sổ…</span>
          </p>
        ) : null}
        {greeting && !state.role ? (
          <p class="hint">{`Tài khoản ${greeting.email} chưa có trong danh sách Ban Chấp hành của đơn vị này.`}</p>
        ) : null}
      </div>
      {isWhole ? <Paper state={state} /> : null}
    </main>
  );
}

function Choices({
  state,
  acts,
  isWhole,
}: {
  readonly state: PapersState;
  readonly acts: PapersActs;
  readonly isWhole: boolean;
}) {
  const branches = branchesFor(state);
  const hasBranch = state.sheet !== 'REPORT' && branches.length > 1;
  const select = (
    label: string,
    value: string,
    options: readonly (readonly [string, string])[],
    onPick: (value: string) => void,
  ) => (
    <label>
      <span class="label">{label}</span>
      <span class="select">
        <select value={value} onChange={(event) => onPick(event.currentTarget.value)}>
          {options.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
        <Icon name="down" />
      </span>
    </label>
  );
  return (
    <div class="choices">
      {select(
        'In',
        state.sheet,
        sheetsFor(state).map((sheet: Sheet) => [sheet, SHEET_WORDS[sheet]]),
        (value) => acts.choose({ sheet: sheetOf(value) }),
      )}
      {hasBranch
        ? select(
            'Chi đoàn',
            state.sheet === 'RECOGNISED' ? state.branch : (wanted(state)[0] ?? ''),
            [
              ...(state.sheet === 'RECOGNISED' ? [['', 'Tất cả chi đoàn'] as const] : []),
              ...branches.map(({ code, name }) => [code, name] as const),
            ],
            (branch) => acts.choose({ branch }),
          )
        : null}
      {(state.greeting?.waves.length ?? 0) > 1
        ? select(
            'Đợt',
            state.wave,
            (state.greeting?.waves ?? []).map(({ code, name }) => [
              code,
              `${name} · năm ${code.slice(0, 4)}`,
            ]),
            (wave) => acts.choose({ wave }),
          )
        : null}
      <Button
        look="filled"
        busy={state.loading}
        whyNot={isWhole ? '' : 'Chưa có gì để in'}
        onPress={acts.print}
      >
        In
      </Button>
      <p class="hint choices__note">
        Bấm vào chỗ có dấu … hoặc nền vàng để ghi trước khi in; phần ghi ở đây không được lưu.
      </p>
    </div>
  );
}

function Paper({ state }: { readonly state: PapersState }) {
  const { greeting, sheet, unit } = state;
  const views = viewsOf(state);
  const [view] = views;
  if (!greeting || !view) return <p class="none">Đơn vị chưa có chi đoàn nào trong danh sách.</p>;
  const place = /^\d/.test(greeting.district) ? `Quận ${greeting.district}` : greeting.district;
  // Another sheet begins with its own words, not with what was written into the last one.
  const key = `${sheet} ${view.branch} ${view.wave.code}`;
  switch (sheet) {
    case 'MEMBERS':
      return <MemberList key={key} view={view} />;
    case 'SLIPS':
      return <Slips key={key} view={view} texts={state.texts} />;
    case 'MINUTES':
      return <Minutes key={key} view={view} place={place} />;
    case 'RECOGNISED':
      return <RecognisedList key={key} greeting={greeting} views={views} place={place} />;
    case 'REPORT':
      return unit ? (
        <UnitReport key={key} greeting={greeting} unit={unit} views={views} place={place} />
      ) : null;
  }
}
