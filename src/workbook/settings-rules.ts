import { DEFAULT_EMULATION_FLOORS, DEFAULT_EMULATION_WEIGHTS } from '../programme/emulation';
import {
  DEFAULT_TWO_HALVES,
  PRESET_2019,
  PRESET_POINTS_FIVE,
  PRESET_POINTS_FOUR,
} from '../programme/presets';
import { DEFAULT_LEAST_REGISTERED } from '../programme/submission';
import { DEFAULT_BRANCH_RULE } from '../programme/unit-classes';
import { NEEDED, PERCENT, setting } from './setting-definition';

const half = DEFAULT_TWO_HALVES;
const weights = DEFAULT_EMULATION_WEIGHTS;

/** Settings of registration and classes (programme.md 4). */
export const RULE_SETTINGS = [
  setting(
    'leastTraining',
    'Số tiêu chí rèn luyện ít nhất',
    'number',
    DEFAULT_LEAST_REGISTERED.TRAINING,
    'Ghi trên phiếu. Đăng ký ít hơn vẫn nhận, có ghi chú để chi đoàn nhắc.',
    { needed: true, least: 0, most: 5 },
  ),
  setting(
    'leastAction',
    'Số tiêu chí hành động ít nhất',
    'number',
    DEFAULT_LEAST_REGISTERED.ACTION,
    'Ghi trên phiếu. Đăng ký ít hơn vẫn nhận, có ghi chú để chi đoàn nhắc.',
    { needed: true, least: 0, most: 5 },
  ),
  setting(
    'preset',
    'Thang xếp loại',
    'preset',
    '2014',
    'Các mức xếp loại và cách đề nghị xếp loại đoàn viên.',
    NEEDED,
  ),
  setting(
    'goodDone',
    'Tốt: tỷ lệ hoàn thành trở lên (%)',
    'number',
    half.goodDone * 100,
    'Một phần được xếp Tốt khi đạt tỷ lệ này. Dùng cho thang hai phần.',
    PERCENT,
  ),
  setting(
    'goodDoneWell',
    'Tốt: tỷ lệ hoàn thành tốt (%)',
    'number',
    half.goodDoneWell * 100,
    'và có tỷ lệ hoàn thành tốt từ mức này.',
    PERCENT,
  ),
  setting(
    'goodLeast',
    'Tốt: số tiêu chí ít nhất',
    'number',
    half.goodLeast,
    'và đã đăng ký từ số tiêu chí này trong phần đó.',
    { needed: true, least: 0, most: 5 },
  ),
  setting(
    'fairDone',
    'Trung bình: tỷ lệ hoàn thành trở lên (%)',
    'number',
    half.fairDone * 100,
    'Một phần được xếp Trung bình khi đạt tỷ lệ này; thấp hơn là Yếu.',
    PERCENT,
  ),
  setting(
    'shareFloors',
    'Ngưỡng theo tỷ lệ (%)',
    'numbers',
    floorsOf(PRESET_2019.rule),
    'Dùng cho thang theo tỷ lệ, từ mức cao nhất; phải vượt quá ngưỡng.',
    NEEDED,
  ),
  setting(
    'pointsFiveFloors',
    'Ngưỡng điểm, thang năm mức',
    'numbers',
    floorsOf(PRESET_POINTS_FIVE.rule),
    'Dùng cho thang năm mức theo điểm, từ mức cao nhất.',
    NEEDED,
  ),
  setting(
    'pointsFourFloors',
    'Ngưỡng điểm, thang bốn mức',
    'numbers',
    floorsOf(PRESET_POINTS_FOUR.rule),
    'Dùng cho thang bốn mức theo điểm, từ mức cao nhất.',
    NEEDED,
  ),
  setting(
    'branchRegistered',
    'Chi đoàn: tỷ lệ đăng ký (%)',
    'numbers',
    DEFAULT_BRANCH_RULE.registered,
    'Tỷ lệ đoàn viên đăng ký để đề nghị chi đoàn Xuất sắc, Khá, Trung bình.',
    NEEDED,
  ),
  setting(
    'branchGood',
    'Chi đoàn: tỷ lệ đoàn viên Khá trở lên (%)',
    'numbers',
    DEFAULT_BRANCH_RULE.goodOrBetter,
    'Tỷ lệ đoàn viên Khá trở lên, cùng thứ tự.',
    NEEDED,
  ),
] as const;

/** Settings of the units' emulation (P14). */
export const EMULATION_SETTINGS = [
  setting(
    'weightRegistered',
    'Thi đua: đăng ký',
    'number',
    weights.registered,
    'Điểm cho tỷ lệ đoàn viên đăng ký.',
    PERCENT,
  ),
  setting(
    'weightSelfAssessed',
    'Thi đua: tự đánh giá',
    'number',
    weights.selfAssessed,
    'Điểm cho tỷ lệ đoàn viên tự đánh giá.',
    PERCENT,
  ),
  setting(
    'weightGradedOnTime',
    'Thi đua: đánh giá đúng hạn',
    'number',
    weights.gradedOnTime,
    'Điểm cho tỷ lệ đoàn viên được đánh giá đúng hạn.',
    PERCENT,
  ),
  setting(
    'weightGoodOrBetter',
    'Thi đua: Khá trở lên',
    'number',
    weights.goodOrBetter,
    'Điểm cho tỷ lệ đoàn viên xếp loại Khá trở lên.',
    PERCENT,
  ),
  setting(
    'weightDifficulties',
    'Thi đua: trả lời vướng mắc đúng hạn',
    'number',
    weights.difficultiesInTime,
    'Điểm cho tỷ lệ vướng mắc trả lời đúng hạn. Năm mục cộng lại bằng 100.',
    PERCENT,
  ),
  setting(
    'emulationFloors',
    'Thi đua: ngưỡng phân loại',
    'numbers',
    DEFAULT_EMULATION_FLOORS,
    'Điểm thấp nhất của từng loại, từ loại cao nhất.',
    NEEDED,
  ),
  setting(
    'rankUnits',
    'Thi đua: xếp hạng đơn vị',
    'flag',
    false,
    'Có: trang Thi đua đơn vị thêm cột Xếp hạng trong từng cụm, khối. Chỉ xếp hạng đơn vị, không xếp hạng đoàn viên.',
  ),
] as const;

function floorsOf(rule: typeof PRESET_2019.rule): readonly number[] {
  if (rule.kind === 'SHARE') return rule.above;
  if (rule.kind === 'POINTS') return rule.floors;
  throw new Error('The two-halves rule has no floors in a row');
}
