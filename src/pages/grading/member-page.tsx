import { useState } from 'preact/hooks';
import type { MemberBrief } from '../../contract/committee';
import { criteriaOf, HALVES, type Half } from '../../programme/criteria';
import { IconButton } from '../parts/button';
import { Banner } from '../parts/banner';
import { Icon } from '../parts/icon';
import { MARK_WORDS } from '../parts/words';
import { CriterionItem } from './criterion';
import { FilterMenu } from './filter-menu';
import { MemberFoot } from './member-foot';
import { keyOfView, nameIn, type ViewProps } from './props';
import { PaperEntry } from './paper-entry';
import { SecondLookPart } from './second-look';
import { SavingTroubles } from './saving-line';
import { isAssessable } from './state/drafts';
import { draftShown } from './state/filled-act';
import { mayRecord, neighbour } from './state/list';
import { memberOf } from './state/model';
import { selfClassWords, troubleWords } from './words';
import { Button } from '../parts/button';
import { Toast } from './toast';

const HALF_WORDS: Readonly<Record<Half, string>> = { TRAINING: 'Rèn luyện', ACTION: 'Hành động' };

/** One member: ten criteria in two halves, each with what was promised, what proves it, and the level. */
export function MemberPage({ state, view, dispatch }: ViewProps) {
  const member = memberOf(view, state.member);
  if (!member) return <div class="sidebar__body" />;
  const draft = draftShown(state, member);
  return (
    <>
      <div class="sidebar__body" key={member.code}>
        <SavingTroubles state={state} dispatch={dispatch} />
        <MemberHead state={state} view={view} member={member} dispatch={dispatch} />
        <MemberNotes state={state} view={view} member={member} dispatch={dispatch} />
        <SecondLookPart state={state} view={view} member={member} dispatch={dispatch} />
        {isAssessable(member)
          ? HALVES.map((half) => (
              <section key={half} aria-label={HALF_WORDS[half]}>
                <div class="half">
                  <h3>{HALF_WORDS[half]}</h3>
                  {half === 'TRAINING' ? (
                    <span class="legend">
                      <i />
                      tự đánh giá
                    </span>
                  ) : null}
                </div>
                <ol>
                  {criteriaOf(half).map((code) => (
                    <CriterionItem
                      key={code}
                      code={code}
                      member={member}
                      draft={draft}
                      state={state}
                      view={view}
                      dispatch={dispatch}
                    />
                  ))}
                </ol>
              </section>
            ))
          : null}
        <Difficulties text={state.texts[member.code]?.difficulties ?? ''} />
      </div>
      <Toast state={state} dispatch={dispatch} />
      <MemberFoot state={state} view={view} member={member} draft={draft} dispatch={dispatch} />
    </>
  );
}

function MemberHead({ state, view, member, dispatch }: ViewProps & { readonly member: MemberBrief }) {
  const place = view.members.indexOf(member) + 1;
  return (
    <div class="member">
      <div class="member__line">
        <h2 class="fade" aria-live="polite">
          {member.name}
        </h2>
        <div class="walk" role="group" aria-label="Chuyển đoàn viên">
          <IconButton
            icon="left"
            label="Người trước (phím ↑)"
            off={neighbour(state, -1) === null}
            onPress={() => dispatch({ type: 'WALK', steps: -1 })}
          />
          <span class="num">{`${place}/${view.members.length}`}</span>
          <IconButton
            icon="right"
            label="Người sau (phím ↓)"
            off={neighbour(state, 1) === null}
            onPress={() => dispatch({ type: 'WALK', steps: 1 })}
          />
        </div>
      </div>
      <div class="member__line">
        <p class="hint fade">
          {member.selfClass === '' ? (
            'Chưa tự xếp loại'
          ) : (
            <>
              Tự xếp <b>{selfClassWords(view.preset, member)}</b>
            </>
          )}
          {member.group === '' ? '' : ` · ${member.group}`}
          {member.birthYear === '' ? '' : ` · ${member.birthYear}`}
        </p>
        <div class="find">
          <IconButton
            icon="search"
            label="Danh sách, tìm tên không cần gõ dấu (phím /)"
            onPress={() => dispatch({ type: 'SCREEN', screen: 'LIST' })}
          />
          <FilterMenu state={state} dispatch={dispatch} />
        </div>
      </div>
    </div>
  );
}

function MemberNotes({ state, view, member, dispatch }: ViewProps & { readonly member: MemberBrief }) {
  const [isEntering, setEntering] = useState(false);
  const others = (state.presence?.others ?? []).filter((other) => other.member === member.code);
  return (
    <>
      {others.map((other) => (
        <p class="watch" key={other.email}>
          <Icon name="eye" />
          <span class="fade">{other.email} cũng đang xem người này</span>
        </p>
      ))}
      {member.returnReason === '' ? null : (
        <Banner tone="warn" icon="undo" title="Trả lại để bổ sung:" text={member.returnReason} />
      )}
      {isAssessable(member) ? null : (
        <Banner tone="info" text={notRegisteredWords(member, view.wave.isGradingOpen)} />
      )}
      {member.flags.map((flag) => (
        <p class="watch watch--flag" key={flag}>
          <Icon name="flag" />
          <span>{flag}</span>
        </p>
      ))}
      <p class="marks">
        {member.marks.map((mark) => (
          <span class="mark-chip" key={mark}>
            {MARK_WORDS[mark]}
          </span>
        ))}
        {member.grade?.how === 'byHand' ? <span class="mark-chip">{member.grade.by}</span> : null}
        {member.selfLevels === '' && mayRecord(view) ? (
          <Button small onPress={() => setEntering(true)}>
            Nhập phiếu giấy
          </Button>
        ) : null}
        {member.grade ? (
          <Button
            small
            icon="clock"
            onPress={() => dispatch({ type: 'ASK', question: { kind: 'HISTORY', member: member.code } })}
          >
            Lịch sử
          </Button>
        ) : null}
      </p>
      {isEntering ? (
        <PaperEntry
          state={state}
          view={view}
          member={member}
          dispatch={dispatch}
          onRecord={(record) =>
            dispatch({ type: 'ACT', body: { kind: 'record', key: keyOfView(view), record } })
          }
          onClose={() => setEntering(false)}
        />
      ) : null}
      {state.textsTrouble ? (
        <Banner tone="warn" text={troubleWords(state.textsTrouble, nameIn(state))} />
      ) : null}
    </>
  );
}

function notRegisteredWords(member: MemberBrief, isOpen: boolean): string {
  return isOpen
    ? `${member.name} chưa đăng ký và chưa tự đánh giá nên không có gì để đánh giá. Nếu có phiếu giấy, nhập phiếu trước.`
    : `${member.name} chưa đăng ký. Hãy nhắc đăng ký trước hạn.`;
}

function Difficulties({ text }: { readonly text: string }) {
  return text === '' ? null : (
    <section class="said" aria-label="Khó khăn, vướng mắc">
      <h3>Khó khăn, vướng mắc</h3>
      <p>{text}</p>
    </section>
  );
}
