import type { EventDraft } from '../programme/events';
import type { Member } from '../programme/organisation';
import { problem, type Problem } from '../programme/result';
import { codesAfter } from '../programme/roster-import';
import { memberRecord, MEMBERS_TAB } from '../workbook/members-tab';
import { readTable, recordToMovedCells } from '../workbook/tab';
import type { Job } from '../google/jobs';
import { appendRows, type SheetsRequest } from '../google/sheets-batch';
import type { District } from './district';
import { districtLedger, keepAsRead, recordActs } from './district-act';
import { readFacts, type DistrictFacts } from './facts';
import { answerArg } from './job-answers';
import { writeKeyed } from './keyed-cells';
import { copiesOf } from './ledger-copies';
import { readPlaces, signOf } from './ledgers-job';
import { wavesToServe } from './push-job';
import { readUnit } from './read-unit';
import { touchOpenWaves } from './roster-job';
import {
  alikeMembers,
  ALL_ADDITIONS,
  keepDecided,
  keptProposals,
  NO_BRANCH,
  undecided,
  TAKE,
  type OpenProposal,
} from './roster-proposals';
import { giveTokens } from './setup-job';

type ProposalsPhase = 'ROSTER' | 'TOKENS' | 'BOOKS' | 'TOUCH';

interface ProposalsCursor {
  readonly phase: ProposalsPhase;
  /** Names of the proposals that are decided. */
  readonly chosen: readonly string[];
}

/** A run keeps the names of what it decides, in 9 kB. */
const MOST_AT_ONCE = 150;

const PHASES: readonly ProposalsPhase[] = ['ROSTER', 'TOKENS', 'BOOKS', 'TOUCH'];

/**
 * What staff decide about branches' proposals. Taken: a member who is missing gets a row, a code and a token, and *Ghép mã* in *Sổ Quận* of his
 * unit ties what was written under his provisional code to it; who leaves keeps his row and is not classed; who moves stands in the branch that was
 * chosen. Refused: the provisional code is tied to nobody. Problems: FIELD_MISSING, ROSTER_ALIKE.
 */
export function proposalsJob(district: District): Job<ProposalsCursor> {
  return {
    name: 'proposals',
    first: () => ({ phase: 'ROSTER', chosen: [] }),
    step(args, { phase, chosen }) {
      const facts = readFacts(district);
      const done = PHASES.indexOf(phase);
      const isTaken = answerArg(args, 'decision') === TAKE;
      const next = (own: readonly string[], counts: Readonly<Record<string, number>> = {}) => {
        const following = PHASES[done + 1];
        return {
          cursor: following ? { phase: following, chosen: own } : null,
          done: done + 1,
          total: PHASES.length,
          counts,
        };
      };
      if (phase === 'ROSTER') {
        const wanted = answerArg(args, 'proposal');
        const own = undecided(facts)
          .filter((one) => (wanted === ALL_ADDITIONS ? one.proposal === 'ADD' : one.id === wanted))
          .slice(0, MOST_AT_ONCE);
        const branch = answerArg(args, 'branch');
        const problems = isTaken ? hindrances(facts, own, branch) : [];
        if (problems.length > 0) return { cursor: { phase, chosen }, done, total: PHASES.length, problems };
        if (isTaken) district.api.change(district.book, rosterChanges(facts, own, branch), false);
        return next(
          own.map((one) => one.id),
          { decided: own.length },
        );
      }
      if (phase === 'TOKENS') giveTokens(district, facts);
      if (phase === 'BOOKS')
        identify(
          district,
          facts,
          keptProposals(facts).filter((one) => chosen.includes(one.id)),
          isTaken,
        );
      if (phase === 'TOUCH') {
        keepDecided(facts.state, chosen);
        district.api.change(district.book, facts.state.changes(), false);
        touchOpenWaves(district, facts);
      }
      return next(chosen);
    },
  };
}

function hindrances(
  { setup }: DistrictFacts,
  chosen: readonly OpenProposal[],
  branch: string,
): readonly Problem[] {
  return chosen.flatMap((one): readonly Problem[] => {
    if (
      one.proposal === 'MOVE' &&
      !setup.allBranches.some((own) => own.code === branch && branch !== NO_BRANCH)
    )
      return [problem('FIELD_MISSING', '', { label: 'Chi đoàn mới' })];
    return one.proposal === 'ADD' && alikeMembers(setup, one).length > 1
      ? [problem('ROSTER_ALIKE', '', { name: one.fullName })]
      : [];
  });
}

/** Rows for those who are not there yet, cells for those who leave or move. Done again it finds them there. */
function rosterChanges(
  { setup, tabs }: DistrictFacts,
  chosen: readonly OpenProposal[],
  branch: string,
): readonly SheetsRequest[] {
  const table = readTable(MEMBERS_TAB, tabs.members ?? []);
  const nextCode = codesAfter(setup.members);
  const added: Member[] = [];
  const cells = new Map<string, Readonly<Record<string, string>>>();
  for (const one of chosen) {
    if (one.proposal === 'LEAVE') {
      const { classed, whyNot } = memberRecord({ ...NOBODY, classed: false, whyNot: 'TRANSFERRED_AWAY' });
      cells.set(one.subject, { classed: String(classed), whyNot: String(whyNot) });
    } else if (one.proposal === 'MOVE') cells.set(one.subject, { branch });
    else if (alikeMembers(setup, one).length === 0 && !added.some((own) => isSame(own, one)))
      added.push({
        ...NOBODY,
        code: nextCode(),
        fullName: one.fullName,
        birthDate: one.birthDate,
        branch: one.branch,
      });
  }
  const rows = added.map((member) => recordToMovedCells(table.columns, memberRecord(member)));
  return [
    ...writeKeyed(MEMBERS_TAB, table, 'code', cells),
    ...(rows.length > 0 ? [appendRows(MEMBERS_TAB.sheetId, rows)] : []),
  ];
}

function isSame(member: Member, { fullName, birthDate }: OpenProposal): boolean {
  return member.fullName === fullName && member.birthDate === birthDate;
}

const NOBODY: Member = {
  code: '',
  fullName: '',
  birthDate: '',
  branch: '',
  group: '',
  role: 'MEMBER',
  email: '',
  classed: true,
  whyNot: '',
  token: '',
};

/** *Ghép mã* for provisional codes, one read and one write a unit; what is identified already is left. */
function identify(
  district: District,
  facts: DistrictFacts,
  chosen: readonly OpenProposal[],
  isTaken: boolean,
): void {
  const { setup } = facts;
  const additions = chosen.filter((one) => one.proposal === 'ADD');
  for (const code of new Set(additions.map((one) => one.unit))) {
    const entry = setup.units.find(({ unit, book }) => unit.code === code && book !== '');
    if (!entry) continue;
    const waves = wavesToServe(facts, '').filter((wave) => wave.calendar === entry.unit.calendar);
    const reading = readUnit(district, setup, entry, waves);
    const { ledger } = districtLedger(reading);
    const drafts = additions
      .filter((one) => one.unit === code)
      .flatMap((one): readonly EventDraft[] => {
        const member = isTaken ? (alikeMembers(setup, one)[0]?.code ?? '') : '';
        if (isTaken && member === '') return [];
        const isThere = reading.events.some(
          (event) => event.kind === 'identify' && event.subject === one.subject,
        );
        if (isThere) return [];
        return [
          {
            ledger: ledger.ledger,
            kind: 'identify',
            wave: one.wave,
            round: 0,
            subject: one.subject,
            levels: '',
            class: '',
            reason: '',
            text: isTaken
              ? `${one.fullName} đã có trong danh sách, mã ${member}`
              : `Không nhận đề nghị bổ sung ${one.fullName}`,
            data: { member },
            operation: `${district.services.utilities.getUuid().replace(/-/g, '')}/01`,
          },
        ];
      });
    if (drafts.length > 0) recordActs(district, facts, readPlaces(district), reading, drafts, district.now());
    // Cut off between the unit's book and ours: brought up to what stands there.
    else if (copiesOf(facts.state, code).sign !== signOf(reading, facts))
      keepAsRead(district, facts, readPlaces(district), reading);
  }
}
