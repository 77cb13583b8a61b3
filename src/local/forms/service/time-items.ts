import { defineType } from '../../kernel/host';
import { zoneOffsetMs } from '../../sheets/model/serial';
import { momentText } from '../model/answers';
import { FORM_SCOPES, change, known } from './facts';
import { registerItem } from './item-object';
import type { ItemResponseObject } from './item-response';
import { QuestionObject, questionMethods } from './question-object';

/** A question for a day, with or without its year, maybe with a time. */
abstract class DayItem extends QuestionObject {
  includesYear(): boolean {
    return this.data().year!;
  }

  setIncludesYear(enableYear: boolean): this {
    return this.put({ year: enableYear });
  }

  /** The wall clock of a moment in the script's zone, as `2014-08-01T08:30`. */
  protected wallClock(date: Date): string {
    const zone = this.execution.project.manifest.timeZone;
    return new Date(date.getTime() + zoneOffsetMs(zone, date.getTime())).toISOString().slice(0, 16);
  }

  protected answerText(text: string): ItemResponseObject {
    const value = momentText(this.data(), text);
    if (value === null) throw this.refusal();
    return this.answer(value);
  }
}

class DateItemObject extends DayItem {
  createResponse(date: Date): ItemResponseObject {
    return this.answerText(this.wallClock(date).slice(0, 10));
  }
}

class DateTimeItemObject extends DayItem {
  createResponse(date: Date): ItemResponseObject {
    return this.answerText(this.wallClock(date));
  }
}

class TimeItemObject extends QuestionObject {
  createResponse(hour: number, minute: number): ItemResponseObject {
    const value = momentText(this.data(), `${hour}:${String(minute).padStart(2, '0')}`);
    if (value === null) throw this.refusal();
    return this.answer(value);
  }
}

class DurationItemObject extends QuestionObject {
  createResponse(hours: number, minutes: number, seconds: number): ItemResponseObject {
    const value = momentText(this.data(), `${hours}:${minutes}:${seconds}`);
    if (value === null) throw this.refusal();
    return this.answer(value);
  }
}

const dayMethods = {
  ...questionMethods,
  includesYear: known,
  setIncludesYear: change,
  createResponse: known,
} as const;

export const timeItemTypes = [
  defineType({
    name: 'DateItem',
    google: 'Forms.DateItem',
    fullName: 'FormApp.DateItem',
    class: DateItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: dayMethods,
  }),
  defineType({
    name: 'DateTimeItem',
    google: 'Forms.DateTimeItem',
    fullName: 'FormApp.DateTimeItem',
    class: DateTimeItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: dayMethods,
  }),
  defineType({
    name: 'TimeItem',
    google: 'Forms.TimeItem',
    fullName: 'FormApp.TimeItem',
    class: TimeItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: { ...questionMethods, createResponse: known },
  }),
  defineType({
    name: 'DurationItem',
    google: 'Forms.DurationItem',
    fullName: 'FormApp.DurationItem',
    class: DurationItemObject,
    scopes: FORM_SCOPES,
    needs: 'document',
    methods: { ...questionMethods, createResponse: known },
  }),
];

registerItem('DATE', DateItemObject);
registerItem('DATETIME', DateTimeItemObject);
registerItem('TIME', TimeItemObject);
registerItem('DURATION', DurationItemObject);
