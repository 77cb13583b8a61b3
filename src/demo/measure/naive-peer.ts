import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { World } from '../world/world';

/** Responses the naive peer stores; its cost grows with each one, so the rest is reckoned from them. */
const PEER_SAMPLE = 100;

/** What the naive way costs: a lock and an appended row for every response. */
export function naiveCost(
  world: World,
  formId: string,
  responses: number,
): { readonly calls: number; readonly simulatedMs: number } {
  const { workspace, district } = world;
  const owner = district.roleAccount.email;
  const dir = mkdtempSync(join(tmpdir(), 'peer-'));
  try {
    writeFileSync(join(dir, 'appsscript.json'), '{"timeZone":"Asia/Ho_Chi_Minh","runtimeVersion":"V8"}');
    writeFileSync(join(dir, 'Code.js'), naiveCode(formId));
    const book = workspace.createSpreadsheet({ name: 'Cách thường làm', owner }).id;
    const project = workspace.loadProject({ dir, kind: 'bound', owner, container: book }).id;
    const result = workspace.run(project, 'naive', { as: owner });
    if (!result.ok) throw new Error(result.error?.message);
    const factor = responses / PEER_SAMPLE;
    return { calls: result.calls.total * factor, simulatedMs: result.simulatedMs * factor };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

function naiveCode(formId: string): string {
  return `
function naive() {
  var form = FormApp.openById('${formId}');
  var sheet = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0];
  var after = new Date(Date.now() - 3600000);
  form.getResponses(after).slice(0, ${PEER_SAMPLE}).forEach(function (response) {
    var lock = LockService.getScriptLock();
    lock.waitLock(30000);
    sheet.appendRow(response.getItemResponses().map(function (answer) { return String(answer.getResponse()); }));
    SpreadsheetApp.flush();
    lock.releaseLock();
  });
}`;
}
