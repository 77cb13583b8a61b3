import type { FormData } from '../../src/local/forms/model/form-data';
import type { WorkspaceSettings } from '../../src/local/workspace';
import { must, OPENING, setUpDistrict, WAVE } from './small-district';

/** Every side of the points on which what is known of Google's forms disagrees (src/local/kernel/core-types.ts). */
const SIDES: readonly Partial<WorkspaceSettings>[] = [
  { formsBornPublished: false, formTitleAfterCreate: false },
  { formsBornPublished: true, formTitleAfterCreate: true },
];

describe.each(SIDES)(
  'a wave opened where forms are born published: $formsBornPublished, with a title: $formTitleAfterCreate',
  (settings) => {
    it('has forms that are open for answers, by their titles', () => {
      const district = setUpDistrict(settings);
      must(district.press('createBooks'));
      district.workspace.setClock(OPENING);
      must(district.press('openWave', WAVE.code));

      const forms = Object.values(district.workspace.state.files)
        .filter((file) => file.kind === 'form' && !file.trashed)
        .map((file) => file.data as FormData);

      expect(forms.length).toBeGreaterThan(0);
      for (const { published, accepting, title } of forms)
        expect([published, accepting, title]).toEqual([true, true, expect.stringContaining('Đợt')]);
    });
  },
);
