import type { FileView, HomeView } from '../../server/api-types';
import { Icon } from '../icon';
import { momentText } from '../words';

const OPEN_WORD = { edit: 'Mở', view: 'Xem', answer: 'Điền' } as const;

function FileRow({ file, home }: { readonly file: FileView; readonly home: HomeView }) {
  const { now, timeZone } = home.clock;
  const word = OPEN_WORD[file.open];
  return (
    <tr>
      <td class={`fi ${file.kind}`}>
        <Icon name={file.kind} />
      </td>
      <th scope="row">
        <a href={file.href}>{file.title}</a>
        {file.note && <span>{file.note}</span>}
      </th>
      <td class="when">{file.updated === null ? '' : momentText(file.updated, timeZone, now)}</td>
      <td>
        <a class="btn btn--small btn--quiet" href={file.href} aria-label={`${word} ${file.title}`}>
          {word}
        </a>
      </td>
    </tr>
  );
}

const NAMED = 6;

/** The files the person signed in can open, as in Google Drive, and the names of those that stay closed to them. */
export function Files({ home }: { readonly home: HomeView }) {
  const { me, files, closed } = home;
  if (!me) {
    return (
      <section class="card files">
        <h2>Tệp</h2>
        <p class="hint">Chọn một người ở bên trái để thấy các tệp người đó mở được.</p>
      </section>
    );
  }
  const more = closed.length - NAMED;
  return (
    <section class="card files" aria-labelledby="files">
      <header>
        <h2 id="files">Tệp {me.name} mở được</h2>
        <span>như trong Google Drive</span>
      </header>
      {files.length > 0 ? (
        <table>
          <tbody>
            {files.map((file) => (
              <FileRow key={`${file.id} ${file.href}`} file={file} home={home} />
            ))}
          </tbody>
        </table>
      ) : (
        <p class="hint">Chưa có tệp nào được chia sẻ với người này.</p>
      )}
      {closed.length > 0 && (
        <p class="closed">
          <Icon name="lock" />
          <span>
            Không mở được vì chưa được chia sẻ: {closed.slice(0, NAMED).join(', ')}
            {more > 0 ? ` và ${more} tệp khác.` : '.'}
          </span>
        </p>
      )}
    </section>
  );
}
