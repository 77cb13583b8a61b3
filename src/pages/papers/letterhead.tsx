import type { ComponentChildren } from 'preact';
import { dayOf, type EpochMs } from '../../programme/dates';
import { longDay } from '../../programme/report-words';

/** A place to write in before printing; nothing of it is kept. */
export function Write({
  name,
  text = '',
  block = false,
}: {
  readonly name: string;
  readonly text?: string;
  readonly block?: boolean;
}) {
  return (
    <span
      class={block ? 'write write--block' : 'write'}
      role="textbox"
      aria-label={name}
      aria-multiline={block ? 'true' : undefined}
      tabIndex={0}
      contentEditable
    >
      {text === '' ? '…' : text}
    </span>
  );
}

/** The letterhead in two columns (29-HD/TWĐTN-VP): superior union and issuing body on the left, the union's name, place and day on the right. */
export function Letterhead({
  above,
  body,
  numberEnd,
  place,
  at,
}: {
  readonly above: string;
  readonly body: string;
  /** "-BB/CĐ". */
  readonly numberEnd: string;
  readonly place: string;
  readonly at: EpochMs;
}) {
  return (
    <header class="letter">
      <div>
        <p class="letter__above">{above.toUpperCase()}</p>
        <p class="letter__body">{body.toUpperCase()}</p>
        <p>***</p>
        <p>
          Số: <Write name="Số" />
          {numberEnd}
        </p>
      </div>
      <div>
        <p class="letter__union">ĐOÀN TNCS HỒ CHÍ MINH</p>
        <p class="letter__day">
          <Write name="Địa danh, ngày tháng năm" text={`${place}, ${longDay(dayOf(at))}`} />
        </p>
      </div>
    </header>
  );
}

/** Title and what it is about. */
export function Title({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div class="title">
      <h2>{title}</h2>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p class="title__rule">------------------</p>
    </div>
  );
}

/** Who signs, side by side, with room for hand and seal; the last one on the right. */
export function Signatures({ children }: { readonly children: ComponentChildren }) {
  return <footer class="signs-row">{children}</footer>;
}

/** One signature: authority, office, room, name. */
export function Signature({
  authority = '',
  office,
  name,
}: {
  readonly authority?: string;
  readonly office: string;
  readonly name: string;
}) {
  return (
    <div class="sign">
      {authority === '' ? null : <p>{authority}</p>}
      <p>{office}</p>
      <p class="sign__name">
        <Write name={name} />
      </p>
    </div>
  );
}
