import {
  assessmentAnswers,
  readForm,
  registrationAnswers,
  type TypedIdentity,
} from '../../src/demo/people/form-paper';
import type { Submitted } from '../../src/local/workspace';
import { CRITERION_CODES } from '../../src/programme/criteria';
import { districtTab, recordsOf } from './books';
import { PEOPLE, WAVE, type SmallDistrict } from './small-district';

/** Who sends, as typed: a member of the small district, changed. */
export function typedBy(code: string, change: Partial<TypedIdentity> = {}): TypedIdentity {
  const person = PEOPLE.find((one) => one.code === code);
  if (!person) throw new Error(`No member ${code}`);
  return { name: person.name, birthDate: person.birthDate, code: person.code, ...change };
}

/** Id of the form of a wave; Đợt I when none is named. */
export function formId(district: SmallDistrict, wave = WAVE.code): string {
  const row = recordsOf(districtTab(district, 'Đợt')).find((one) => one.wave === wave);
  return String(row?.formId ?? '');
}

/** Sends a registration: everything as suggested, or the first criterion in own words. */
export function register(district: SmallDistrict, who: TypedIdentity, own = '', wave = WAVE.code): Submitted {
  const paper = readForm(district.workspace, formId(district, wave));
  const choices = Object.fromEntries(
    CRITERION_CODES.map((code, index) => [
      code,
      own !== '' && index === 0 ? { other: own } : ('SUGGESTED' as const),
    ]),
  ) as never;
  return sent(district, registrationAnswers(paper, who, { group: 'DAN_CU', choices }), who, wave);
}

/** Sends a self-assessment: every criterion done, with one line of evidence. */
export function assess(
  district: SmallDistrict,
  who: TypedIdentity,
  evidence = 'Dọn vệ sinh hẻm 5',
  wave = WAVE.code,
): Submitted {
  const paper = readForm(district.workspace, formId(district, wave));
  return sent(
    district,
    assessmentAnswers(paper, who, {
      levels: CRITERION_CODES.map(() => 1),
      evidence: { R1: evidence },
      ownClass: 1,
      branchRating: 0,
      unitRating: 0,
      difficulties: '',
    }),
    who,
    wave,
  );
}

function sent(
  district: SmallDistrict,
  answers: Parameters<SmallDistrict['workspace']['submitForm']>[1]['answers'],
  who: TypedIdentity,
  wave: string,
): Submitted {
  const submitted = district.workspace.submitForm(formId(district, wave), { as: '', answers });
  if (!submitted.ok)
    throw new Error(`${who.name}: ${submitted.message} ${JSON.stringify(submitted.messages)}`);
  return submitted;
}
