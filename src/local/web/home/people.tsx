import { useState } from 'preact/hooks';
import type { HomeView, PersonView } from '../../server/api-types';
import { initials, numberText } from '../words';

interface Props {
  readonly home: HomeView;
  readonly signIn: (email: string) => void;
}

function Person({
  person,
  on,
  signIn,
}: {
  readonly person: PersonView;
  readonly on: boolean;
  readonly signIn: (email: string) => void;
}) {
  return (
    <li>
      <button
        type="button"
        class={on ? 'person is-on' : 'person'}
        aria-current={on ? 'true' : undefined}
        title={person.email}
        onClick={() => signIn(person.email)}
      >
        <span class="face" aria-hidden="true">
          {initials(person.name)}
        </span>
        <span class="pn">
          <b>{person.name}</b>
          <span>{person.description || person.email}</span>
        </span>
        {person.waiting > 0 && (
          <span class="wait num">
            {numberText(person.waiting)}
            <span class="visually-hidden"> việc đang chờ</span>
          </span>
        )}
      </button>
    </li>
  );
}

const SHOWN = 30;

/** Words without marks and capitals, so that "anh" finds "Ánh". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/đ/gi, 'd')
    .toLowerCase();
}

function Others({ home, signIn }: Props) {
  const [open, setOpen] = useState(false);
  const [sought, setSought] = useState('');
  if (!home.others.length) return null;
  const found = home.others.filter((person) =>
    plain(`${person.name} ${person.email} ${person.description}`).includes(plain(sought)),
  );
  return (
    <div class="other">
      <button class="btn btn--small" type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        Vai khác trong {numberText(home.others.length)} người…
      </button>
      {open && (
        <>
          <input
            class="field"
            type="search"
            aria-label="Tìm người theo tên hoặc email"
            placeholder="Tìm theo tên hoặc email"
            value={sought}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
          <ul>
            {found.slice(0, SHOWN).map((person) => (
              <Person
                key={person.email}
                person={person}
                on={person.email === home.me?.email}
                signIn={signIn}
              />
            ))}
          </ul>
          {found.length > SHOWN && (
            <p class="hint">Còn {numberText(found.length - SHOWN)} người; gõ thêm để thu hẹp.</p>
          )}
          {found.length === 0 && <p class="hint">Không có ai tên như vậy. Thử gõ ngắn hơn.</p>}
        </>
      )}
    </div>
  );
}

/** The card where one chooses whose eyes to see the workspace with. */
export function People({ home, signIn }: Props) {
  const waits = home.groups.some((group) => group.people.some((person) => person.waiting > 0));
  return (
    <section class="card who" aria-labelledby="who">
      <h2 id="who">Vào vai ai?</h2>
      <p>{waits ? 'Số bên phải là việc đang chờ người đó.' : 'Chọn một người để mở tệp như người đó.'}</p>
      {home.groups.map((group) => (
        <section key={group.name} aria-label={group.name}>
          <h3>{group.name}</h3>
          <ul>
            {group.people.map((person) => (
              <Person
                key={person.email}
                person={person}
                on={person.email === home.me?.email}
                signIn={signIn}
              />
            ))}
          </ul>
        </section>
      ))}
      <Others home={home} signIn={signIn} />
    </section>
  );
}
