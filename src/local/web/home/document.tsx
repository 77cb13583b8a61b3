import { useEffect, useState } from 'preact/hooks';
import { getJson } from '../api';
import type { DocumentView } from '../../server/api-types';

/** A Google Doc to be read; the server makes its HTML from the document's own parts. */
export function DocumentPage({ id }: { readonly id: string }) {
  const [view, setView] = useState<DocumentView | null>(null);
  const [fault, setFault] = useState('');
  useEffect(() => {
    getJson<DocumentView>(`/api/documents/${id}`).then(
      (read) => {
        document.title = read.title;
        setView(read);
      },
      (error: Error) => setFault(error.message),
    );
  }, [id]);
  return (
    <div class="doc">
      <header class="top">
        <a class="btn btn--small" href="/">
          ← Về trang đầu
        </a>
        <h1>{view?.title}</h1>
        {view && (
          <a class="btn btn--small" href={`/document/d/${id}/export?format=docx`} download>
            Tải về .docx
          </a>
        )}
        {view && (
          <a class="btn btn--small" href={`/document/d/${id}/export?format=pdf`} download>
            Tải về .pdf
          </a>
        )}
      </header>
      {fault && <p role="alert">{fault}</p>}
      {view && <main class="paper" dangerouslySetInnerHTML={{ __html: view.html }} />}
    </div>
  );
}
