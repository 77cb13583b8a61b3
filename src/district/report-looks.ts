import type { ReportLook } from '../programme/report-blocks';
import type { DistrictServices } from '../google/services';

/** A millimetre in points. */
const MM = 72 / 25.4;

/** A4, and the margins of 29-HD/TWĐTN-VP: 20 mm above, below and right, 30 mm left. Appendices lie on their side. */
export const PORTRAIT = pageOf(210, 297, 30);
export const LANDSCAPE = pageOf(297, 210, 20);

/** Room between the margins. */
export function roomOf(page: Readonly<Record<string, number>>): number {
  return (page.PAGE_WIDTH ?? 0) - (page.MARGIN_LEFT ?? 0) - (page.MARGIN_RIGHT ?? 0);
}

function pageOf(width: number, height: number, left: number): Readonly<Record<string, number>> {
  return {
    PAGE_WIDTH: width * MM,
    PAGE_HEIGHT: height * MM,
    MARGIN_TOP: 20 * MM,
    MARGIN_BOTTOM: 20 * MM,
    MARGIN_LEFT: left * MM,
    MARGIN_RIGHT: 20 * MM,
  };
}

type Alignment = 'LEFT' | 'CENTER' | 'JUSTIFY';

interface Look {
  readonly size: number;
  readonly align: Alignment;
  readonly bold?: boolean;
  readonly italic?: boolean;
  /** Points of the first line's indent. */
  readonly indent?: number;
  readonly before?: number;
  readonly after?: number;
}

const LOOKS: Readonly<Record<ReportLook, Look>> = {
  TEXT: { size: 14, align: 'JUSTIFY', indent: 28, after: 6 },
  SECTION: { size: 14, align: 'JUSTIFY', bold: true, indent: 28, before: 6, after: 6 },
  ITEM: { size: 14, align: 'JUSTIFY', bold: true, indent: 28, after: 6 },
  TITLE: { size: 16, align: 'CENTER', bold: true, before: 18 },
  SUBTITLE: { size: 14, align: 'CENTER', bold: true },
  RULE: { size: 14, align: 'CENTER', after: 6 },
  ADDRESSEE: { size: 14, align: 'CENTER', italic: true, before: 6, after: 12 },
  ABOVE: { size: 14, align: 'CENTER' },
  BODY_NAME: { size: 14, align: 'CENTER', bold: true },
  UNION: { size: 15, align: 'CENTER', bold: true },
  HEAD_LINE: { size: 14, align: 'CENTER' },
  PLACE: { size: 14, align: 'CENTER', italic: true },
  RECIPIENTS: { size: 12, align: 'LEFT', bold: true, italic: true, before: 12 },
  RECIPIENT: { size: 11, align: 'LEFT' },
  AUTHORITY: { size: 14, align: 'CENTER', bold: true, before: 12 },
  SIGNER: { size: 14, align: 'CENTER', bold: true },
  SIGNATURE: { size: 14, align: 'CENTER', before: 48 },
  SIGNER_NAME: { size: 14, align: 'CENTER', bold: true },
  APPENDICES: { size: 11, align: 'LEFT', italic: true, before: 12 },
  APPENDIX: { size: 14, align: 'CENTER', bold: true },
  NOTE: { size: 12, align: 'CENTER', italic: true, after: 6 },
};

/** Google's attributes of a look. All are named: a paragraph put in after another takes over what is not said. */
export function attributesOf(
  services: DistrictServices,
  look: ReportLook,
): Readonly<Record<string, unknown>> {
  const { size, align, bold = false, italic = false, indent = 0, before = 0, after = 0 } = LOOKS[look];
  return {
    FONT_SIZE: size,
    BOLD: bold,
    ITALIC: italic,
    HORIZONTAL_ALIGNMENT: services.documents.HorizontalAlignment[align],
    INDENT_FIRST_LINE: indent,
    SPACING_BEFORE: before,
    SPACING_AFTER: after,
  };
}

/** What everything in a document is unless it says otherwise: paragraphs of the body in the report, cells of tables in the appendices. */
export function plainAttributes(
  services: DistrictServices,
  plain: 'TEXT' | 'NOTE',
): Readonly<Record<string, unknown>> {
  return { FONT_FAMILY: 'Times New Roman', ...attributesOf(services, plain), ITALIC: false };
}
