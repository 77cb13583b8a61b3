import type { JobField, JobPreview } from '../contract/district';
import { formatDay, type IsoDay } from '../programme/dates';
import { eventData, actOf } from '../programme/events';
import { identities, isProvisional } from '../programme/ledgers';
import { bareName } from '../programme/names';
import type { Member } from '../programme/organisation';
import type { Setup } from '../workbook/setup';
import type { DistrictFacts } from './facts';
import { countSaid } from './job-words';
import type { UnitReading } from './read-unit';
import { jsonOf, type NamedTexts } from './state-tab';

/** What a branch proposes for the roster (event rosterProposal), as the last collecting found it. */
export interface KeptProposal {
  /** Ledger and number: its name. */
  readonly id: string;
  readonly wave: string;
  /** '' = of the base committee. */
  readonly branch: string;
  readonly proposal: 'ADD' | 'MOVE' | 'LEAVE';
  /** A member's code, or the provisional one under which a member who is missing is assessed meanwhile. */
  readonly subject: string;
  readonly fullName: string;
  readonly birthDate: IsoDay;
  readonly text: string;
}

/** Keeps a unit's proposals that are not identified yet, with whatever else its collecting writes. */
export function keepProposals(state: NamedTexts, { entry, ledgers, events }: UnitReading): void {
  const known = identities(events);
  const undone = new Set(
    events.flatMap((event) =>
      event.kind === 'undo'
        ? (eventData(event, 'undo').operations ?? []).map((operation) =>
            actOf({ ledger: event.ledger, operation }),
          )
        : [],
    ),
  );
  const found = events.flatMap((event): readonly KeptProposal[] => {
    if (event.kind !== 'rosterProposal' || undone.has(actOf(event)) || known.has(event.subject)) return [];
    const { proposal = 'ADD', fullName = '', birthDate = '' } = eventData(event, 'rosterProposal');
    const branch = ledgers.find((one) => one.ledger.ledger === event.ledger)?.ledger.branch ?? '';
    const { wave, subject, text } = event;
    return [
      { id: `${event.ledger}#${event.seq}`, wave, branch, proposal, subject, fullName, birthDate, text },
    ];
  });
  const name = `proposals:${entry.unit.code}`;
  const kept = JSON.stringify(found);
  if (kept !== (state.get(name) ?? '[]')) state.set(name, kept);
}

const DECIDED = 'proposals.decided';

/** Remembers that staff have decided about proposals; identified ones are known by their ledger as well. */
export function keepDecided(state: NamedTexts, ids: readonly string[]): void {
  const before = jsonOf<readonly string[]>(state, DECIDED, []);
  state.set(DECIDED, JSON.stringify([...new Set([...before, ...ids])]));
}

/** A proposal that waits for staff, with the unit in whose workbook it stands. */
export interface OpenProposal extends KeptProposal {
  readonly unit: string;
}

/** All that were found, unit by unit. */
export function keptProposals({
  setup,
  state,
}: Pick<DistrictFacts, 'setup' | 'state'>): readonly OpenProposal[] {
  return setup.units.flatMap(({ unit }) =>
    jsonOf<readonly KeptProposal[]>(state, `proposals:${unit.code}`, []).map((one) => ({
      ...one,
      unit: unit.code,
    })),
  );
}

/** Those about which staff have not decided, also when the roster says them already. */
export function undecided(facts: Pick<DistrictFacts, 'setup' | 'state'>): readonly OpenProposal[] {
  const decided = new Set(jsonOf<readonly string[]>(facts.state, DECIDED, []));
  return keptProposals(facts).filter((one) => !decided.has(one.id));
}

/** All that wait: what the roster says already is none of them. */
export function openProposals(facts: Pick<DistrictFacts, 'setup' | 'state'>): readonly OpenProposal[] {
  const members = new Map(facts.setup.members.map((member) => [member.code, member]));
  return undecided(facts).filter((one) => !isDone(one, members.get(one.subject)));
}

function isDone({ proposal, subject, branch }: KeptProposal, member: Member | undefined): boolean {
  if (proposal === 'ADD') return !isProvisional(subject);
  if (!member) return true;
  return proposal === 'LEAVE' ? !member.classed : branch !== '' && member.branch !== branch;
}

/** Members of the roster who are the one proposed: same name, whatever the marks' form, and birth date. */
export function alikeMembers(setup: Setup, { fullName, birthDate }: KeptProposal): readonly Member[] {
  const name = bareName(fullName);
  return setup.members.filter((one) => one.birthDate === birthDate && bareName(one.fullName) === name);
}

/** All proposals to add at once. */
export const ALL_ADDITIONS = '*';
export const TAKE = 'TAKE';
export const REFUSE = 'REFUSE';
/** No branch chosen: only a move needs one. */
export const NO_BRANCH = '-';

const WHAT = { ADD: 'bổ sung', MOVE: 'chuyển đi', LEAVE: 'thôi sinh hoạt' } as const;

/** What branches propose for the roster, and what staff can do about it. */
export function previewProposals(
  facts: DistrictFacts,
): Pick<JobPreview, 'sentence' | 'problems' | 'fields' | 'lists'> {
  const open = openProposals(facts);
  if (open.length === 0)
    return {
      sentence:
        'Không có đề nghị nào về danh sách đang chờ. Đề nghị mới có sau khi Lấy kết quả từ các cơ sở.',
      problems: [],
    };
  const names = new Map(facts.setup.allBranches.map((branch) => [branch.code, branch.name]));
  const line = (one: OpenProposal): string => {
    const born = one.birthDate === '' ? '' : ` (${formatDay(one.birthDate)})`;
    const there = one.proposal === 'ADD' ? alikeMembers(facts.setup, one) : [];
    const already =
      there.length === 0
        ? ''
        : `; đã có người cùng tên, ngày sinh: mã ${there.map((own) => own.code).join(', ')}`;
    return `${WHAT[one.proposal]}: ${one.fullName}${born}, ${names.get(one.branch) ?? one.unit}: ${one.text}${already}`;
  };
  const additions = open.filter((one) => one.proposal === 'ADD').length;
  const all = { code: ALL_ADDITIONS, label: `Mọi đề nghị bổ sung (${countSaid(additions)})` };
  const choices = [
    ...(additions > 0 ? [all] : []),
    ...open.map((one) => ({ code: one.id, label: line(one).slice(0, 120) })),
  ];
  return {
    sentence:
      `Có ${countSaid(open.length)} đề nghị về danh sách của các chi đoàn. Người được bổ sung có mã mới; ` +
      'đánh giá đã ghi cho người ấy được giữ và tính theo mã này.',
    problems: [],
    lists: [{ title: `Đề nghị đang chờ (${countSaid(open.length)})`, lines: open.map(line) }],
    fields: [
      choice('proposal', 'Đề nghị', choices),
      choice('decision', 'Quyết định', [
        { code: TAKE, label: 'Nhận đề nghị' },
        { code: REFUSE, label: 'Không nhận' },
      ]),
      choice('branch', 'Chi đoàn mới (chỉ khi chuyển đi)', [
        { code: NO_BRANCH, label: 'Không chọn' },
        ...facts.setup.allBranches.map(({ code, name }) => ({ code, label: `${name} (${code})` })),
      ]),
    ].filter((field) => field.name !== 'branch' || open.some((one) => one.proposal === 'MOVE')),
  };
}

function choice(name: string, label: string, choices: JobField['choices']): JobField {
  return { name, label, kind: 'CHOICE', choices, value: choices[0]?.code ?? '' };
}
