import type { FormPaper } from './form-paper';
import type { PlannedSheet } from './planned-sheets';
import type { SentSheet, WaveActs } from '../recount/acts';
import type { World } from '../world/world';

/** What the members of a wave fill in. `linkOf` = the address on the branch's poster; '' where it has none. */
export interface WaveForm {
  readonly paper: FormPaper;
  readonly linkOf: (branch: string) => string;
}

/** Sends one sheet at its time and writes down what Google acknowledged; null when Google refused it. */
export function sendSheet(
  world: World,
  form: WaveForm,
  acts: WaveActs,
  planned: PlannedSheet,
  sent: Map<PlannedSheet, SentSheet>,
): SentSheet | null {
  const { workspace, meter } = world;
  if (planned.at > workspace.now()) workspace.setClock(planned.at);
  const link = planned.byLink ? form.linkOf(planned.member.branch) : '';
  const edited = planned.edits ? sent.get(planned.edits) : undefined;
  if (planned.edits && !edited) return null;
  const answer = workspace.submitForm(form.paper.formId, {
    as: '',
    answers: planned.answers(form.paper),
    ...(link === '' ? {} : { prefilledUrl: link }),
    ...(edited ? { editOf: edited.responseId } : {}),
  });
  meter.noteFired(answer.runs);
  if (!answer.ok) {
    // Somebody late may find the form closed; anybody else must be let in.
    if (planned.slip === 'LATE') return null;
    throw new Error(
      [
        `${planned.member.fullName}: ${answer.message}`,
        JSON.stringify(answer.messages),
        ...meter.failures(),
      ].join('\n'),
    );
  }
  const sheet: SentSheet = {
    wave: acts.wave,
    kind: planned.kind,
    member: planned.member.code,
    slip: planned.slip,
    responseId: answer.responseId,
    sentAt: answer.timestamp,
    registered: planned.registered,
    levels: planned.levels,
  };
  acts.sheets.push(sheet);
  sent.set(planned, sheet);
  return sheet;
}
