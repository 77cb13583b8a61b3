import type { BranchView, MemberTexts } from '../../contract/committee';
import { CRITERION_CODES } from '../../programme/criteria';

/** A slip for each member who registered: the ten criteria with what was promised, to be kept until the self-assessment (wording.md 7). */
export function Slips({
  view,
  texts,
}: {
  readonly view: BranchView;
  readonly texts: Readonly<Record<string, MemberTexts>>;
}) {
  const members = view.members.filter(({ registered }) => registered.includes('1'));
  return (
    <section class="sheet" aria-label={`Phiếu đã đăng ký của ${view.name}`}>
      {members.length === 0 ? <p>Chưa có đoàn viên nào đăng ký.</p> : null}
      {members.map((member) => {
        const promised = texts[member.code]?.commitments ?? {};
        return (
          <article class="slip" key={member.code}>
            <h2>{member.name}</h2>
            <p class="slip__of">{`${view.wave.name} · ${view.name} · việc đã đăng ký, đưa tận tay từng người`}</p>
            <ol>
              {CRITERION_CODES.map((code, index) => {
                const text = promised[code]?.text ?? '';
                return text === '' ? null : (
                  <li key={code} value={index + 1}>
                    <b>{view.criteria.find((one) => one.code === code)?.title}:</b> {text}
                  </li>
                );
              })}
            </ol>
          </article>
        );
      })}
    </section>
  );
}
