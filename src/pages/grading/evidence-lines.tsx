import type { MemberBrief } from '../../contract/committee';
import type { ViewProps } from './props';
import { notInBulk } from './state/bulk';
import { hasEvidence, registeredBy } from './state/drafts';
import { criterionNumber } from './state/keys';
import { NOT_IN_BULK_WORDS } from './words';

/** All the evidence of a member, a line a criterion: what has to be read before agreeing in bulk. */
export function EvidenceLines({ state, view, member }: ViewProps & { readonly member: MemberBrief }) {
  const texts = state.texts[member.code];
  const why = notInBulk(state, view, member);
  return (
    <div class="mrow__proof">
      {texts ? (
        <ul>
          {registeredBy(member).map((code) => (
            <li key={code} class={hasEvidence(member, code) ? undefined : 'lack'}>
              <span class="n num">{criterionNumber(code)}</span>
              <span>{hasEvidence(member, code) ? (texts.evidence[code] ?? '') : 'Không có minh chứng'}</span>
            </li>
          ))}
        </ul>
      ) : (
        <p class="hint">Đang tải minh chứng…</p>
      )}
      {why === null || why === 'NOT_READ' ? null : <p class="hint">{NOT_IN_BULK_WORDS[why]}</p>}
    </div>
  );
}
