import type { BranchLinks, LinksView } from '../contract/district';
import { GROUP_CHOICES } from '../programme/criteria';
import { formatDay, formatDayInDocument } from '../programme/dates';
import type { Branch, Member } from '../programme/organisation';
import { fail, ok, problem, type Problem, type Result } from '../programme/result';
import { stepOf, type Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { Setup } from '../workbook/setup';
import type { District } from './district';
import { branchesOfUnit, entriesOfWave, openedWaves, readFacts, type DistrictFacts } from './facts';
import { intakeOf } from './intake';
import { formWords } from './form-words';
import { branchLink, cardLink, memberLink } from './link-template';
import { groupMessage, memberMessage, registeredLine } from './link-words';
import { sheetsOnce, type ServedSheets } from './push-job';
import { formRecordOf } from './wave-form';
import { rosterOfWave } from './wave-roster';

/**
 * Posters, personal links and messages of a unit's branches, or of all units ('*'). However many members: one read of *Sổ Quận đoàn*, from the
 * self-assessment on one of the sheets, and none a member. Wave '' = the newest opened one that is not locked. Problems: WAVE_NOT_OPENED.
 */
export function openLinks(
  district: District,
  asked: { readonly wave: string; readonly unit: string },
): Result<LinksView, Problem> {
  const facts = readFacts(district);
  const { setup } = facts;
  const opened = openedWaves(setup);
  const entry =
    opened.find(({ wave }) => wave.code === asked.wave) ??
    [...opened].reverse().find(({ wave }) => wave.lockedAt === undefined) ??
    opened[opened.length - 1];
  const form = entry && formRecordOf(district, setup, entry);
  if (!entry || !form) return fail(problem('WAVE_NOT_OPENED', asked.wave));
  const { wave } = entry;
  const units = entriesOfWave(setup, wave).map((one) => one.unit);
  const chosen =
    asked.unit === '*'
      ? units
      : [units.find((unit) => unit.code === asked.unit) ?? units[0]].flatMap((one) => one ?? []);
  const sheets = sheetsForLinks(district, facts, wave);
  const roster = sheets?.roster ?? rosterOfWave(facts.state, setup, wave);
  const make = linkMaker(wave, form.linkTemplate, district.now(), sheets);
  return ok({
    wave: wave.code,
    waveName: waveName(wave),
    theme: wave.theme,
    district: setup.settings.district,
    contact: setup.settings.contact,
    waves: opened.map((one) => ({ code: one.wave.code, name: waveName(one.wave) })),
    units: units.map(({ code, name }) => ({ code, name })),
    unit: asked.unit === '*' ? '*' : (chosen[0]?.code ?? ''),
    days: daysOf(wave),
    paper: paperOf(setup, wave),
    branches: chosen.flatMap((unit) =>
      branchesOfUnit(setup, unit).map((branch) => make(branch, unit.name, roster.get(branch.code) ?? [])),
    ),
  });
}

/** What counts of the sheets, from the step on at which members are shown what they registered; null before. */
function sheetsForLinks(district: District, facts: DistrictFacts, wave: Wave): ServedSheets | null {
  const step = stepOf(wave, district.now());
  if (step === 'PREPARATION' || step === 'REGISTRATION' || step === 'CARRYING_OUT') return null;
  const intake = intakeOf(district, wave.programme);
  return intake === '' ? null : sheetsOnce(district, () => facts)(wave, intake);
}

function linkMaker(
  wave: Wave,
  template: string,
  now: number,
  sheets: ServedSheets | null,
): (branch: Branch, unit: string, members: readonly Member[]) => BranchLinks {
  const step = stepOf(wave, now);
  const sheet = step === 'PREPARATION' || step === 'REGISTRATION' ? 'REGISTRATION' : 'SELF_ASSESSMENT';
  const until = sheet === 'REGISTRATION' ? wave.registrationCloses : wave.selfCloses;
  return (branch, unit, members) => {
    const poster = branchLink(template, branch);
    const secretary = members.find((member) => member.role === 'SECRETARY');
    return {
      code: branch.code,
      name: branch.name,
      unit,
      poster,
      message: groupMessage({
        branch: branch.name,
        wave: waveName(wave),
        theme: wave.theme,
        sheet,
        until: dayText(until),
        link: poster,
        secretary: secretary ? `Bí thư ${secretary.fullName}` : 'Bí thư chi đoàn',
      }),
      members: members
        .filter((member) => member.token !== '')
        .map((member) => {
          const registered = registeredLine(
            sheets?.counting.registrations.get(member.code)?.registration.commitments ?? {},
          );
          return {
            code: member.code,
            fullName: member.fullName,
            birthDate: formatDay(member.birthDate),
            group: member.group,
            card: cardLink(template, member),
            message: memberMessage({
              fullName: member.fullName,
              wave: waveName(wave),
              link: memberLink(template, branch, member, registered),
              registered,
            }),
          };
        }),
    };
  };
}

/** The sheet for ink: the form's own criteria, suggestions and consent. */
function paperOf(setup: Setup, wave: Wave): LinksView['paper'] {
  const { settings } = setup;
  return {
    planNumber: settings.planNumber,
    planDay: dayText(settings.planDay),
    year: wave.programme.slice(0, 4),
    criteria: setup.criteria.map(({ code, title, hints }) => ({ code, title, hints })),
    groups: GROUP_CHOICES.map(({ code, label }) => ({ code, label })),
    consentTitle: formWords.consentTitle,
    consent: formWords.consent({
      place: settings.reportPlace,
      dataContact: settings.dataContact,
      keepDetailsUntil: dayText(settings.keepDetailsUntil),
      keepClassesUntil: dayText(settings.keepClassesUntil),
      fullText: '',
    }),
  };
}

function daysOf(wave: Wave): LinksView['days'] {
  return {
    registration: [dayText(wave.registrationOpens), dayText(wave.registrationCloses)],
    selfAssessment: [dayText(wave.selfOpens), dayText(wave.selfCloses)],
  };
}

function dayText(day: string): string {
  return day === '' ? '…' : formatDayInDocument(day);
}

/** The branches' poster links as *Chi đoàn* keeps them, by branch. */
export function posterLinks(
  setup: Setup,
  wave: Wave,
  template: string,
): ReadonlyMap<string, { readonly link: string }> {
  return new Map(
    entriesOfWave(setup, wave).flatMap(({ unit }) =>
      branchesOfUnit(setup, unit).map(
        (branch) => [branch.code, { link: branchLink(template, branch) }] as const,
      ),
    ),
  );
}
