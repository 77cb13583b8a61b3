import { formsModule } from '../../../src/local/forms/module';
import { googleInterface } from '../../../src/local/kernel/catalogue';

/** What of Google's forms is not here: grading of quizzes, pictures and videos, short addresses; a built rule builds nothing more. */
const NOT_HERE = new Set(
  [
    'createFeedback submitGrades withItemGrade getGradableItemResponses getGradableResponseForItem',
    'getFeedback setFeedback getScore setScore getPoints setPoints getGeneralFeedback setGeneralFeedback',
    'getFeedbackForCorrect setFeedbackForCorrect getFeedbackForIncorrect setFeedbackForIncorrect',
    'addImageItem asImageItem addVideoItem asVideoItem shortenFormUrl',
    'requireSelectAtLeast requireSelectAtMost requireSelectExactly',
  ].flatMap((names) => names.split(' ')),
);

describe('the members of Google’s forms', () => {
  it.each(formsModule.types.flatMap((type) => (type.google === null ? [] : [[type.name, type] as const])))(
    'are all there in %s, but for those known to be missing',
    (_, type) => {
      const google = Object.keys(googleInterface(type.google!)!.methods).filter(
        (name) => name !== 'toString',
      );

      const missing = google.filter((name) => !(name in type.methods) && !NOT_HERE.has(name));

      expect(missing).toEqual([]);
    },
  );
});
