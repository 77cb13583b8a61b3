import * as z from 'zod/mini';
import { answerToText, CONTRACT_VERSION, type AnswerOf, type RequestOf } from '../contract/answer';
import type { CommitteeEndpoints } from '../contract/committee';
import { faultOf, faultText } from '../contract/fault';
import { committeeServices, type Services } from '../google/services';
import { messageOf } from '../google/retry';
import { fail, problem, type Problem, type Result } from '../programme/result';
import { REQUESTS } from './requests';

export type EndpointName = keyof CommitteeEndpoints;

/** What an endpoint does with a checked request: a value, or everything a person can mend. */
export type Handler<K extends EndpointName> = (
  services: Services,
  request: RequestOf<CommitteeEndpoints[K]>,
) => Result<AnswerOf<CommitteeEndpoints[K]>, Problem>;

const envelope = z.object({ v: z.number(), body: z.unknown() });

/**
 * Answers one call of a page: text in, text out (contract/answer.ts). Problems of its own: OLD_PAGE, BAD_REQUEST. What is thrown is written into
 * the script's log under a number, and only the number reaches the page; Google's own sentences stay as they are, because the page sorts
 * faults by them (contract/fault.ts).
 */
export function respond<K extends EndpointName>(name: K, text: string, handle: Handler<K>): string {
  const services = committeeServices();
  try {
    return answerText(answerTo(services, name, text, handle));
  } catch (error) {
    const message = messageOf(error);
    if (faultOf(message).class !== 'OURS') throw error;
    const number = faultNumber(services);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    services.log(`${faultText(number)} ${name}: ${message}\n${stack}`);
    throw new Error(faultText(number), { cause: error });
  }
}

function answerTo<K extends EndpointName>(
  services: Services,
  name: K,
  text: string,
  handle: Handler<K>,
): Result<unknown, Problem> {
  const outer = envelope.safeParse(jsonOf(text));
  if (!outer.success) return fail(problem('BAD_REQUEST'));
  if (outer.data.v !== CONTRACT_VERSION) return fail(problem('OLD_PAGE'));
  const schema = REQUESTS[name] as z.ZodMiniType<RequestOf<CommitteeEndpoints[K]>>;
  const body = schema.safeParse(outer.data.body);
  if (body.success) return handle(services, body.data);
  return fail(problem('BAD_REQUEST', '', { field: body.error.issues[0]?.path.join('.') ?? '' }));
}

function jsonOf(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}

function answerText(result: Result<unknown, Problem>): string {
  return answerToText({ v: CONTRACT_VERSION, ...result });
}

/** Six signs that are told apart over the telephone. */
function faultNumber(services: Services): string {
  const signs = 'ABCDEFGHKLMNPQRSTUVXY3456789';
  return Array.from({ length: 6 }, () => signs[Math.floor(services.random() * signs.length)] ?? 'X').join('');
}
