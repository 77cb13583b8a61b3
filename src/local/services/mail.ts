import { type Emulated, GoogleError, HostObject, type ServiceModule, defineType } from '../kernel/host';
import type { BlobObject } from './blob';

type Options = GoogleAppsScript.Mail.MailAdvancedParameters;

/** Mail goes to the workspace's outbox; recipients are counted against the day's quota of the sender. */
class MailAppService
  extends HostObject
  implements Emulated<GoogleAppsScript.Mail.MailApp, 'getRemainingDailyQuota'>
{
  getRemainingDailyQuota(): number {
    const { core, effectiveUser, project } = this.execution;
    return core.left('mailRecipients', { user: effectiveUser, project: project.id });
  }

  sendEmail(...args: unknown[]): void {
    const { to, subject, body, options } = readArguments(args);
    const { core, state, effectiveUser } = this.execution;
    const recipients = [to, options.cc ?? '', options.bcc ?? ''].flatMap(addresses);
    if (addresses(to).length === 0) throw new GoogleError('Exception', 'Failed to send email: no recipient');
    const wrong = recipients.find((one) => !/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(one));
    if (wrong !== undefined) throw new GoogleError('Exception', `Invalid email: ${wrong}`);
    if (recipients.length > core.limits.emailRecipientsPerMessage) {
      throw new GoogleError('Exception', 'Limit exceeded: Email Recipients Per Message.');
    }
    if (!this.execution.take('mailRecipients', recipients.length)) {
      throw new GoogleError('Exception', 'Service invoked too many times for one day: email.');
    }
    const attachments = (options.attachments ?? []) as unknown as BlobObject[];
    state.mails.push({
      id: this.execution.newNumber(),
      at: this.execution.now(),
      from: effectiveUser,
      to,
      cc: options.cc ?? '',
      bcc: options.bcc ?? '',
      replyTo: options.replyTo ?? '',
      name: options.name ?? '',
      subject,
      body,
      html: options.htmlBody ?? '',
      attachments: attachments.map((one) => ({
        name: one.getName() ?? '',
        contentType: one.getContentType() ?? '',
        bytes: one.getBytes().length,
      })),
    });
  }
}

interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly options: Options;
}

function readArguments(args: readonly unknown[]): Letter {
  const [first, second, third, fourth] = args;
  if (typeof first === 'object' && first !== null) {
    const message = first as Options & { to?: string; subject?: string; body?: string };
    return {
      to: message.to ?? '',
      subject: message.subject ?? '',
      body: message.body ?? '',
      options: message,
    };
  }
  if (args.length === 4 && typeof fourth !== 'object') {
    return {
      to: String(first),
      subject: String(third),
      body: asText(fourth),
      options: { replyTo: String(second) },
    };
  }
  return {
    to: String(first),
    subject: String(second),
    body: String(third),
    options: (fourth ?? {}) as Options,
  };
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function addresses(list: string): string[] {
  return list
    .split(',')
    .map((one) => (/<([^>]*)>/.exec(one)?.[1] ?? one).trim())
    .filter((one) => one !== '');
}

/** MailApp. */
export const mailModule: ServiceModule = {
  types: [
    defineType({
      name: 'MailApp',
      google: 'Mail.MailApp',
      class: MailAppService,
      scopes: ['script.send_mail'],
      needs: 'user',
      methods: { sendEmail: { latency: 'MailApp.sendEmail' }, getRemainingDailyQuota: { counted: false } },
    }),
  ],
  globals: { MailApp: (execution) => new MailAppService(execution) },
};
