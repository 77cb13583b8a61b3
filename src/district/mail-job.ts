import { problem, type Problem } from '../programme/result';
import { messageOf } from '../google/retry';
import { textArg, type Job } from '../google/jobs';
import type { District } from './district';
import { factsOnce, type DistrictFacts } from './facts';
import { recall, remember, type MailProgress } from './properties';
import type { AddressedLetter } from './reminders';

/** What a job that sends letters has to say; `close` writes down that they were sent, once an operation. */
export interface Mailing {
  readonly problems: readonly Problem[];
  readonly letters: readonly AddressedLetter[];
  readonly isClosed: boolean;
  readonly close: (sent: readonly string[]) => void;
}

type MailPhase = 'CHECK' | 'SEND' | 'CLOSE';

/**
 * Sends letters one by one, each at most once an operation: its key is written down before it is sent, so that a run killed in between leaves one
 * letter out, and never sends one twice. An address Google refuses is counted and passed over. Problems: those of the mailing, MAIL_QUOTA.
 */
export function mailJob(
  district: District,
  name: 'remind' | 'digest',
  mailingOf: (facts: DistrictFacts, wave: string, operation: string) => Mailing,
): Job<MailPhase> {
  const facts = factsOnce(district);
  let made: Mailing | null = null;
  return {
    name,
    first: () => 'CHECK',
    step(args, phase) {
      const wave = textArg(args, 'wave');
      const operation = textArg(args, 'began') || textArg(args, 'operation');
      const property = `mails:${name}:${wave}` as const;
      const known = recall(district.services, property);
      const before: MailProgress =
        known?.operation === operation ? known : { operation, sent: [], refused: [], letters: 0 };
      made ??= mailingOf(facts(), wave, operation);
      const { letters, isClosed, problems, close } = made;
      const total = Math.max(before.letters, letters.length);
      if (isClosed) return { cursor: null, done: total, total };
      if (phase === 'CHECK') {
        const isBegun = before.sent.length > 0;
        const stopping = isBegun ? [] : [...problems, ...quotaProblems(district, letters)];
        if (stopping.length > 0) return { cursor: 'CHECK', done: 0, total, problems: stopping };
        remember(district.services, property, { ...before, letters: total });
        return { cursor: 'SEND', done: before.sent.length, total };
      }
      const next = phase === 'SEND' ? letters.find(({ key }) => !before.sent.includes(key)) : undefined;
      if (next) return send(district, property, { ...before, letters: total }, next);
      if (phase === 'SEND') return { cursor: 'CLOSE', done: total, total };
      close(before.sent.filter((key) => !before.refused.includes(key)));
      return { cursor: null, done: total, total };
    },
  };
}

/** How many letters are to be sent and how many may be today. */
export function quotaProblems(
  { services }: Pick<District, 'services'>,
  letters: readonly AddressedLetter[],
): readonly Problem[] {
  if (letters.length === 0) return [];
  const needed = letters.reduce((sum, { to }) => sum + to.length, 0);
  const left = services.mail.getRemainingDailyQuota();
  return needed > left ? [problem('MAIL_QUOTA', '', { left, needed })] : [];
}

function send(
  { services }: District,
  property: `mails:${string}`,
  before: MailProgress,
  { key, to, subject, body }: AddressedLetter,
): ReturnType<Job<MailPhase>['step']> {
  const marked = { ...before, sent: [...before.sent, key] };
  remember(services, property, marked);
  const step = { cursor: 'SEND' as const, done: marked.sent.length, total: before.letters };
  try {
    services.mail.sendEmail({ to: to.join(','), subject, body, name: 'Quận đoàn' });
    return { ...step, counts: { mailed: 1 } };
  } catch (error) {
    // Nobody knows whether it was sent all the same: it is not sent again.
    services.log(`mail ${key}: ${messageOf(error)}`);
    remember(services, property, { ...marked, refused: [...marked.refused, key] });
    return { ...step, counts: { refused: 1 } };
  }
}
