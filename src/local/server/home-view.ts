import type { MailRecord, Workspace } from '../workspace';
import type { ClockView, HomeInfo, HomeView, MailView } from './api-types';
import { fileViews } from './file-views';
import { groupPeople, personViews } from './people';

const LATEST = 5;

/** A sent mail as it is listed. */
export function mailView(mail: MailRecord): MailView {
  return {
    id: mail.id,
    at: mail.at,
    from: mail.name ? `${mail.name} <${mail.from}>` : mail.from,
    to: [mail.to, mail.cc, mail.bcc].filter(Boolean).join(', '),
    subject: mail.subject,
    body: mail.body,
    html: mail.html,
    attachments: mail.attachments.map(({ name }) => name),
  };
}

/** All mails, newest first. */
export function mailViews(workspace: Workspace): readonly MailView[] {
  return [...workspace.outbox()].reverse().map(mailView);
}

/** Everything on the home page, for the person signed in. */
export function homeView(
  workspace: Workspace,
  info: HomeInfo,
  of: { readonly email: string; readonly clock: ClockView; readonly canStartOver: boolean },
): HomeView {
  const people = personViews(workspace, info);
  const me = people.get(of.email) ?? null;
  const mails = mailViews(workspace);
  const focus = info.focus ?? [];
  return {
    title: info.title,
    subtitle: info.subtitle,
    me,
    ...groupPeople(people, info),
    ...(me ? fileViews(workspace, me.email, info) : { files: [], closed: [] }),
    clock: of.clock,
    mails: { total: mails.length, latest: mails.slice(0, LATEST) },
    tour: info.tour,
    focus:
      focus.find(({ email }) => email === me?.email) ??
      focus.find(({ email }) => email === undefined) ??
      null,
    progress: info.progress ?? null,
    canStartOver: of.canStartOver,
  };
}
