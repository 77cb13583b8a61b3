import type { EpochMs } from '../programme/dates';
import { problem, type Problem } from '../programme/result';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import { messageOf } from '../google/retry';
import { textArg, type Job } from '../google/jobs';
import type { District } from './district';
import { entriesOfWave, factsOnce, waveEntryOf, type DistrictFacts } from './facts';
import { logRequests } from './ledger-copies';
import { forget, recall, remember } from './properties';
import { wavesToServe } from './push-job';
import { alsoTold, isTold, TOLD_THINGS, type DueLetter } from './receipts';
import { dueOnce, toldName, toldOf } from './receipts-due';
import { jsonOf } from './state-tab';
import { nextOf } from './walk';

/** Letters of one step: their marks stand in one property until they stand in the sheet. */
const LETTERS_A_STEP = 20;

/** Letters of a day that the clock leaves to what staff send themselves. */
const LEFT_TO_STAFF = 20;

interface ReceiptsCursor {
  readonly wave: string;
  readonly after: string;
}

/** Letters of a wave so far, and how many of them *Nhật ký* tells of: a run that was killed is counted all the same, and told of once. */
interface MailedSoFar {
  readonly mailed: number;
  readonly logged: number;
}

/**
 * *Báo cho đoàn viên* (P15): each member with an address gets a receipt of what he sent, later the result with its reason; each thing at most once,
 * within the day's quota: what is left over goes with the next run. A letter is written down before it is sent, so that a run killed in between leaves
 * one out and sends none twice. `wave` '' = every open wave; `byClock` = only where the district lets the clock send. Problems: UNKNOWN_WAVE,
 * WAVE_NOT_OPENED, MAIL_OFF.
 */
export function receiptsJob(district: District): Job<ReceiptsCursor> {
  const facts = factsOnce(district);
  const dueOf = dueOnce(district, facts);
  return {
    name: 'receipts',
    first: () => ({ wave: '', after: '' }),
    step(args, cursor, end) {
      const code = textArg(args, 'wave');
      const byClock = args.byClock === true;
      if (byClock && !facts().settings.mailMembersByClock) return { cursor: null, done: 0, total: 0 };
      const problems = receiptProblems(facts(), code);
      if (problems.length > 0)
        return byClock ? { cursor: null, done: 0, total: 0 } : { cursor, done: 0, total: 0, problems };
      const waves = wavesToServe(facts(), code);
      const wave = waves.find((one) => one.code === cursor.wave) ?? waves[0];
      if (!wave) return { cursor: null, done: 0, total: 0 };
      settle(district, facts(), wave);
      const units = entriesOfWave(facts().setup, wave);
      const { next, done } = nextOf(units, ({ unit }) => unit.code, cursor.after);
      if (!next) {
        logMailed(district, facts(), wave);
        const following = waves[waves.indexOf(wave) + 1];
        return {
          cursor: following ? { wave: following.code, after: '' } : null,
          done: units.length,
          total: units.length,
        };
      }
      const due = dueOf(wave, next, true);
      const left = due.length === 0 ? 0 : lettersLeft(district, byClock);
      const sent = sendSome(
        district,
        wave,
        next.unit.code,
        due.slice(0, Math.min(left, LETTERS_A_STEP)),
        end,
      );
      if (sent.mailed + sent.refused > 0) settle(district, facts(), wave);
      const rest = due.length - sent.mailed - sent.refused;
      const isOver = rest === 0 || left <= sent.mailed + sent.refused;
      return {
        cursor: { wave: wave.code, after: isOver ? next.unit.code : cursor.after },
        done: done + (isOver ? 1 : 0),
        total: units.length,
        counts: { ...sent, waiting: isOver ? rest : 0 },
      };
    },
  };
}

/** What keeps anything from being sent. */
export function receiptProblems({ setup, settings }: DistrictFacts, code: string): readonly Problem[] {
  const entry = code === '' ? null : waveEntryOf(setup, code);
  if (code !== '' && !entry) return [problem('UNKNOWN_WAVE', code)];
  if (entry && entry.formId === '') return [problem('WAVE_NOT_OPENED', code)];
  return settings.mailReceipts || settings.mailResults ? [] : [problem('MAIL_OFF')];
}

function lettersLeft({ services }: District, byClock: boolean): number {
  return Math.max(0, services.mail.getRemainingDailyQuota() - (byClock ? LEFT_TO_STAFF : 0));
}

/** Sends letters until `end`, at least one; each is marked before it goes. */
function sendSome(
  { services, now }: District,
  wave: Wave,
  unit: string,
  letters: readonly DueLetter[],
  end: EpochMs,
): { readonly mailed: number; readonly refused: number } {
  const sent: string[] = [];
  const refused: string[] = [];
  const note = (): void =>
    remember(services, pendingName(wave), { operation: unit, sent, refused, letters: letters.length });
  for (const letter of letters) {
    if (sent.length > 0 && now() >= end) break;
    const { member, to, subject, body } = letter;
    sent.push(keyOf(letter));
    note();
    try {
      services.mail.sendEmail({ to, subject, body, name: 'Quận đoàn' });
    } catch (error) {
      // Nobody knows whether it was sent all the same: it is not sent again.
      services.log(`mail ${member}: ${messageOf(error)}`);
      refused.push(keyOf(letter));
      note();
    }
  }
  return { mailed: sent.length - refused.length, refused: refused.length };
}

/** Moves the marks of letters on their way into the sheet, behind whatever run left them. */
function settle(district: District, facts: DistrictFacts, wave: Wave): void {
  const pending = recall(district.services, pendingName(wave));
  if (!pending) return;
  const { operation: unit, sent, refused } = pending;
  const before = toldOf(facts, wave, unit);
  const fresh = sent.filter((key) => !isTold(before, thingOf(key)));
  const told = fresh.reduce((known, key) => alsoTold(known, thingOf(key)), before);
  const { mailed, logged } = mailedOf(facts, wave);
  const more = fresh.filter((key) => !refused.includes(key)).length;
  facts.state.set(toldName(wave, unit), JSON.stringify(told));
  keepMailed(facts, wave, { mailed: mailed + more, logged });
  district.api.change(district.book, facts.state.changes(), false);
  forget(district.services, pendingName(wave));
}

function pendingName(wave: Wave): `mails:${string}` {
  return `mails:receipts:${wave.code}`;
}

/** `member|thing|mark`. */
function keyOf({ member, thing, mark }: DueLetter): string {
  return `${member}|${TOLD_THINGS.indexOf(thing)}|${mark}`;
}

function thingOf(key: string): Pick<DueLetter, 'member' | 'thing' | 'mark'> {
  const [mark = '', thing = '', ...code] = key.split('|').reverse();
  return { member: code.reverse().join('|'), thing: TOLD_THINGS[Number(thing)] ?? 'RESULT', mark };
}

function mailedOf({ state }: DistrictFacts, wave: Wave): MailedSoFar {
  return jsonOf<MailedSoFar>(state, `receipts:${wave.code}`, { mailed: 0, logged: 0 });
}

function keepMailed({ state }: DistrictFacts, wave: Wave, so: MailedSoFar): void {
  state.set(`receipts:${wave.code}`, JSON.stringify(so));
}

function logMailed(district: District, facts: DistrictFacts, wave: Wave): void {
  const { mailed, logged } = mailedOf(facts, wave);
  if (mailed === logged) return;
  keepMailed(facts, wave, { mailed, logged: mailed });
  const entry = {
    at: district.now(),
    actor: district.email,
    what: 'Báo cho đoàn viên',
    related: '',
    detail: `${waveName(wave)}: ${mailed - logged} thư`,
    data: { wave: wave.code },
  };
  const { state } = facts;
  district.api.change(district.book, [...logRequests(state, [entry]), ...state.changes()], false);
}
