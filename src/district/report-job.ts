import { problem } from '../programme/result';
import { reportAppendices } from '../programme/report-appendices';
import {
  passagesOf,
  withPassages,
  type PassageId,
  type PassageTexts,
  type ReportBlock,
} from '../programme/report-blocks';
import type { ReportFrame } from '../programme/report-frame';
import { passagesAnew } from '../programme/report-passages';
import { reportFigures, type ReportFigures } from '../programme/report-figures';
import { reportText, yearSaid, type ReportWords } from '../programme/report-text';
import type { Wave } from '../programme/wave';
import { waveName } from '../workbook/class-words';
import type { Settings } from '../workbook/settings';
import { presetOfWave } from '../workbook/wave-scale';
import type { Setup } from '../workbook/setup';
import { BLOCK_WORDS, LEVEL_WORDS } from '../workbook/words';
import { textArg, type Job } from '../google/jobs';
import { retrying } from '../google/retry';
import type { District } from './district';
import { readFacts, staffOf, waveEntryOf, type DistrictFacts } from './facts';
import { createDocument, taggedFiles } from './files';
import { rememberFigures } from './properties';
import { writeDocument } from './report-document';
import { readReport, type ReportReading } from './report-facts';
import { findPassages } from './report-found';
import { LANDSCAPE, PORTRAIT } from './report-looks';
import { reportStateOf, setReportState, withSnapshot, type ReportState } from './report-state';

type Doc = GoogleAppsScript.Document.Document;
type Cursor = 'REPORT' | 'APPENDICES';

/**
 * Makes *Báo cáo Đợt …* and its appendices, or makes them anew from today's figures: what staff wrote in their places stays. A deleted document is
 * made again with what they had written when it was last made. Problems: UNKNOWN_WAVE, WAVE_NOT_OPENED.
 */
export function reportJob(district: District): Job<Cursor> {
  return {
    name: 'report',
    first: () => 'REPORT',
    step(args, cursor) {
      const facts = readFacts(district);
      const code = textArg(args, 'wave');
      const entry = waveEntryOf(facts.setup, code);
      if (!entry || entry.formId === '')
        return {
          cursor,
          done: 0,
          total: 2,
          problems: [problem(entry ? 'WAVE_NOT_OPENED' : 'UNKNOWN_WAVE', code)],
        };
      if (cursor === 'REPORT') {
        writeReport(district, facts, entry.wave);
        return { cursor: 'APPENDICES', done: 1, total: 2 };
      }
      writeAppendices(district, facts, entry.wave);
      rememberFigures(district.services, code, { reportedAt: district.now() });
      return { cursor: null, done: 2, total: 2 };
    },
  };
}

/** Names of the two documents. */
export function reportTitles(wave: Wave): { readonly report: string; readonly appendices: string } {
  const what = `${waveName(wave)} ${yearSaid(wave)}`;
  return { report: `Báo cáo ${what}`, appendices: `Phụ lục Báo cáo ${what}` };
}

function writeReport(district: District, facts: DistrictFacts, wave: Wave): void {
  const { services } = district;
  const reading = readReport(district, facts, wave);
  const figures = reportFigures(reading.facts);
  const blocks = reportText(figures, wordsOf(facts, wave, reading));
  const before = reportStateOf(facts.state, wave.code);
  const { doc, isNew } = openOrMake(district, `report:${wave.code}`, reportTitles(wave).report);
  const found = isNew ? null : findPassages(doc, before.leads);
  const proposed: PassageTexts = Object.fromEntries(passagesOf(blocks).map((one) => [one.id, one.lines]));
  const texts = passagesAnew(
    { found: found && completed(found.texts, before), kept: before.texts, proposed: before.proposed },
    proposed,
  );
  const after: ReportState = {
    ...before,
    document: doc.getId(),
    texts,
    proposed,
    leads: Object.fromEntries(passagesOf(blocks).map((one) => [one.id, one.lead])),
    snapshots: withSnapshot(before.snapshots, figures, district.now()),
  };
  // What staff wrote is safe in its cell before the document is emptied: a run killed in between loses nothing.
  keep(district, facts, wave, { ...after, writing: true });
  writeDocument(services, doc, {
    page: PORTRAIT,
    blocks: withPassages(blocks, texts),
    found,
    plain: 'TEXT',
  });
  finish(district, facts, doc);
  keep(district, facts, wave, { ...after, writing: false });
}

function writeAppendices(district: District, facts: DistrictFacts, wave: Wave): void {
  const before = reportStateOf(facts.state, wave.code);
  const figures: ReportFigures | undefined = before.snapshots[before.snapshots.length - 1]?.figures;
  if (!figures) throw new Error(`The report of ${wave.code} has no figures`);
  const blocks: readonly ReportBlock[] = reportAppendices(figures, {
    wave: `${waveName(wave)} ${yearSaid(wave)}`,
    preset: presetOfWave(facts.setup, wave),
    criteria: facts.setup.criteria,
    blockName: (block) => BLOCK_WORDS.wordOf(block),
    levelName: (level) => LEVEL_WORDS.wordOf(level),
  });
  const { doc } = openOrMake(district, `appendices:${wave.code}`, reportTitles(wave).appendices);
  writeDocument(district.services, doc, { page: LANDSCAPE, blocks, found: null, plain: 'NOTE' });
  finish(district, facts, doc);
  keep(district, facts, wave, { ...before, appendices: doc.getId() });
}

/** A document half written by a killed run: what it lacks was kept before it was emptied. */
function completed(found: PassageTexts, before: ReportState): PassageTexts {
  if (!before.writing) return found;
  const whole = Object.entries(found).filter(
    ([id, lines]) => !(before.texts[id as PassageId] ?? []).join('\n').startsWith(lines.join('\n').trimEnd()),
  );
  return { ...before.texts, ...Object.fromEntries(whole) };
}

function openOrMake(
  { services }: District,
  tag: string,
  name: string,
): { readonly doc: Doc; readonly isNew: boolean } {
  const there = taggedFiles(services).get(tag);
  const doc = services.documents.openById(there ?? createDocument(services, tag, name));
  if (doc.getName() !== name) doc.setName(name);
  return { doc, isNew: there === undefined };
}

/** Lets staff write in it, and sends everything to Google. An address that Google refuses is *Kiểm tra thiết lập*'s business. */
function finish({ services, email }: District, { settings }: DistrictFacts, doc: Doc): void {
  const there = new Set(doc.getEditors().map((user) => user.getEmail().toLowerCase()));
  for (const person of staffOf(settings)) {
    if (person.toLowerCase() === email.toLowerCase() || there.has(person.toLowerCase())) continue;
    try {
      retrying(services, () => doc.addEditor(person));
    } catch (error) {
      services.log(`Not shared with one address: ${String(error)}`);
    }
  }
  doc.saveAndClose();
}

function keep(district: District, { state }: DistrictFacts, wave: Wave, report: ReportState): void {
  setReportState(state, wave.code, report);
  district.api.change(district.book, state.changes(), false);
}

function wordsOf(
  { setup, settings }: DistrictFacts,
  wave: Wave,
  { lessons, lockReason }: ReportReading,
): ReportWords {
  const next = nextWave(setup, wave);
  return {
    wave,
    waveName: waveName(wave),
    next: next && { wave: next, name: waveName(next) },
    preset: presetOfWave(setup, wave),
    criteria: setup.criteria,
    frame: frameOf(settings),
    district: settings.district,
    documents: {
      programme: settings.programmeDocument,
      guidance: settings.guidanceDocument,
      plan: settings.planNumber,
      planDay: settings.planDay,
    },
    lessons,
    lockReason,
    isLocked: wave.lockedAt !== undefined,
  };
}

function nextWave(setup: Setup, wave: Wave): Wave | null {
  const later = setup.waves
    .map((entry) => entry.wave)
    .filter(
      (one) => one.calendar === wave.calendar && one.programme === wave.programme && one.number > wave.number,
    )
    .sort((a, b) => a.number - b.number);
  return later[0] ?? null;
}

function frameOf(settings: Settings): ReportFrame {
  return {
    above: settings.letterheadAbove,
    body: settings.letterheadBody,
    place: settings.reportPlace,
    numberEnd: settings.reportNumberEnd,
    addressee: settings.addressee,
    authority: settings.signerAuthority,
    title: settings.signerTitle,
    signer: settings.signerName,
    recipients: settings.recipients.split('\n'),
  };
}
