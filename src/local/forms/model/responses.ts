import type { ResponseColumns, StoredAnswer } from './form-data';

/** A response as it is kept, unpacked. */
export interface StoredResponse {
  readonly id: string;
  readonly at: number;
  /** '' when the form does not collect addresses. */
  readonly email: string;
  /** Who was signed in, or ''. */
  readonly by: string;
  readonly answers: Readonly<Record<string, StoredAnswer>>;
}

/** Adds a response at its place by time; one of the same millisecond comes after. */
export function addResponse(columns: ResponseColumns, response: StoredResponse): void {
  const at = firstAfter(columns.times, response.at);
  const answers = JSON.stringify(response.answers);
  if (at === columns.ids.length) {
    columns.ids.push(response.id);
    columns.times.push(response.at);
    columns.emails.push(response.email);
    columns.by.push(response.by);
    columns.answers.push(answers);
    return;
  }
  columns.ids.splice(at, 0, response.id);
  columns.times.splice(at, 0, response.at);
  columns.emails.splice(at, 0, response.email);
  columns.by.splice(at, 0, response.by);
  columns.answers.splice(at, 0, answers);
}

/** Puts a response's last state in place of the one before: the id stays, the timestamp is the edit's, and its place with it. */
export function replaceResponse(columns: ResponseColumns, response: StoredResponse): void {
  removeResponse(columns, response.id);
  addResponse(columns, response);
}

/** True when there was one of that id. */
export function removeResponse(columns: ResponseColumns, id: string): boolean {
  const at = columns.ids.lastIndexOf(id);
  if (at < 0) return false;
  columns.ids.splice(at, 1);
  columns.times.splice(at, 1);
  columns.emails.splice(at, 1);
  columns.by.splice(at, 1);
  columns.answers.splice(at, 1);
  return true;
}

export function clearResponses(columns: ResponseColumns): void {
  for (const column of [columns.ids, columns.times, columns.emails, columns.by, columns.answers])
    column.length = 0;
}

/** How many responses are older than that moment: the place of the first one at it or after. */
export function countBefore(columns: ResponseColumns, moment: number): number {
  return firstAfter(columns.times, moment - 1);
}

/** The response at that place, unpacked. */
export function responseAt(columns: ResponseColumns, at: number): StoredResponse {
  return {
    id: columns.ids[at]!,
    at: columns.times[at]!,
    email: columns.emails[at]!,
    by: columns.by[at]!,
    answers: JSON.parse(columns.answers[at]!) as StoredResponse['answers'],
  };
}

/** Place of the first time that is later than `moment`. */
function firstAfter(times: readonly number[], moment: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! <= moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
