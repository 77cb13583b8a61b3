import { createServer, type Server } from 'node:http';
import { type ProjectRecord, type Workspace, servedHtml } from '../workspace';
import { Refusal, type Routes, SENT, router, send, textIn } from './router';
import { type Runs, readAnswer } from './runs';
import type { ScriptPage, ScriptPages } from './script-pages';
import { webFile } from './web-files';

/** Names a page may call: functions at the start of a line, as `function save(…)`, unless they end in `_` [facts 6]. */
export function callableNames(project: ProjectRecord): readonly string[] {
  const names = project.files
    .filter(({ type }) => type === 'code')
    .flatMap(({ source }) => [...source.matchAll(/^(?:async\s+)?function\s*\*?\s*([\w$]+)/gm)])
    .map((found) => found[1] ?? '');
  return [...new Set(names)].filter((name) => name !== '' && !name.endsWith('_'));
}

const SANDBOX =
  'allow-same-origin allow-forms allow-scripts allow-popups allow-downloads allow-modals allow-popups-to-escape-sandbox';

/** The page as Google serves it, with its own script in front of the page's. */
function framed(page: ScriptPage, functions: readonly string[], workspaceOrigin: string): string {
  const added = `<script src="/static/script-frame.js" data-functions="${functions.join(',')}" data-workspace="${workspaceOrigin}"></script>`;
  const html = servedHtml(page.page.html);
  const head = /<head[^>]*>/i.exec(html);
  if (!head) return added + html;
  const at = head.index + head[0].length;
  return html.slice(0, at) + added + html.slice(at);
}

/** The second origin: scripts' pages and their calls, and nothing of the workspace. */
export function createScriptSite(of: {
  readonly workspace: Workspace;
  readonly pages: ScriptPages;
  readonly runs: Runs;
  readonly folder: string;
  readonly workspaceOrigin: () => string;
}): Server {
  const { workspace, pages, runs, folder } = of;
  const need = (token: string): ScriptPage => {
    const page = pages.find(token);
    if (!page) throw new Refusal(404, 'Trang này đã cũ. Hãy đóng lại và mở từ trình đơn.');
    return page;
  };
  const routes: Routes = {
    'GET /static/:name': ({ response, param }) => {
      if (param('name') !== 'script-frame.js') throw new Refusal(404, 'Không có tệp này.');
      const { type, text } = webFile(folder, param('name'));
      return send(response, 200, type, text);
    },
    'GET /page/:token': ({ response, param }) => {
      const page = need(param('token'));
      const project = workspace.state.projects[page.project];
      if (!project) throw new Refusal(404, 'Trang này đã cũ. Hãy đóng lại và mở từ trình đơn.');
      response.setHeader(
        'content-security-policy',
        `sandbox ${SANDBOX}; frame-ancestors ${of.workspaceOrigin()}`,
      );
      const html = framed(page, callableNames(project), of.workspaceOrigin());
      send(response, 200, 'text/html; charset=utf-8', html);
      return SENT;
    },
    'POST /run/:token': async ({ param, body }) => {
      const { project, as, document } = need(param('token'));
      const sent = await body();
      const { args } = sent;
      const options = {
        as,
        document,
        from: 'page' as const,
        args: Array.isArray(args) ? (args as unknown[]) : [],
      };
      return runs.start({ project, fn: textIn(sent, 'fn'), options });
    },
    'POST /answer/:token/:id': async ({ param, body }) =>
      runs.answer(param('id'), need(param('token')).as, readAnswer(await body())),
  };
  const answer = router(routes);
  return createServer((request, response) => void answer(request, response));
}
