import { type EnumValue, type Execution, GoogleError, HostObject, enumValues } from '../kernel/host';
import type { TriggerRecord } from '../kernel/state';

/** An installable trigger as its maker sees it. */
export class TriggerObject extends HostObject {
  constructor(
    execution: Execution,
    readonly record: TriggerRecord,
  ) {
    super(execution);
  }

  getUniqueId(): string {
    return this.record.id;
  }

  getHandlerFunction(): string {
    return this.record.handler;
  }

  getEventType(): EnumValue {
    return enumValues('Script.EventType')[this.record.event]!;
  }

  getTriggerSource(): EnumValue {
    return enumValues('Script.TriggerSource')[this.record.source]!;
  }

  getTriggerSourceId(): string | null {
    return this.record.source === 'CLOCK' ? null : this.record.file;
  }
}

/** Makes the trigger, or refuses it as Google does [facts 1, 2.6]. */
export function createTrigger(
  execution: Execution,
  of: Pick<TriggerRecord, 'handler' | 'event' | 'source' | 'file' | 'nextAt' | 'everyMs'>,
): TriggerObject {
  const { state, project, effectiveUser, core } = execution;
  const mine = Object.values(state.triggers).filter(
    (one) => one.project === project.id && one.creator === effectiveUser,
  );
  if (mine.length >= core.limits.triggersPerUserPerScript) {
    throw new GoogleError(
      'Exception',
      'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
    );
  }
  if (project.kind === 'addon') {
    const document = execution.container?.id ?? null;
    if (of.source !== 'CLOCK' && of.file !== document) {
      throw new GoogleError(
        'Exception',
        'The add-on can only create triggers for the document in which it is used.',
      );
    }
    const clockMinimumMs = core.limits.addOnClockMinimumMinutes * 60_000;
    if (of.source === 'CLOCK' && of.everyMs > 0 && of.everyMs < clockMinimumMs) {
      throw new GoogleError(
        'Exception',
        'The recurrence of a time-based trigger of an add-on must be at least one hour.',
      );
    }
    const same = mine.filter((one) => one.event === of.event && one.file === document).length;
    if (same >= core.limits.addOnTriggersPerTypePerUserPerDocument) {
      throw new GoogleError(
        'Exception',
        of.source === 'CLOCK'
          ? 'This add-on has created too many time-based triggers in this document for this Google user account.'
          : 'This add-on has created too many triggers of this type in this document for this Google user account.',
      );
    }
  }
  const file =
    of.source === 'CLOCK' && project.kind !== 'standalone' ? (execution.container?.id ?? null) : of.file;
  const record: TriggerRecord = {
    id: String(execution.newNumber() + 4_000_000_000),
    project: project.id,
    creator: effectiveUser,
    disabled: false,
    ...of,
    file,
  };
  state.triggers[record.id] = record;
  return new TriggerObject(execution, record);
}
