import type { strengths as da } from '../da/strengths.ts'

export const strengths: typeof da = {
  title: 'Strengths',
  question: (count) =>
    count === 0
      ? 'What goes well at the unit?'
      : count === 1
        ? '1 example of what goes well.'
        : `${count} examples of what goes well.`,
  noneTitle: 'No strengths yet',
  noneWrite:
    'Write the first example of something that goes well. Examples from reviews join once the round’s results are open.',
  noneRead: 'Examples from reviews join once the round’s results are open.',
  noneOfTheme: 'No strengths of that theme. Choose another theme.',
  write: 'Write a strength',
  text: 'What goes well?',
  textHint: 'Tell what you do, so that others can learn from it. Write no names and no CPR numbers.',
  textMissing: 'Write what goes well.',
  theme: 'Theme',
  noTheme: 'No theme',
  allThemes: 'All themes',
  save: 'Add the strength',
  added: 'The strength is added.',
  list: 'The unit’s strengths, the newest first',
  fromReview: (number, round) => `Example ${number} of ${round}`,
  pseudonym:
    'Examples are numbered in the order they were marked. The number says nothing about the case’s own number.',
  ofUnit: 'Written by the unit',
  by: (role, day) => `${role}, ${day}`,
  withdraw: 'Withdraw',
  withdrawThis: (text) => `Withdraw: ${text}`,
  withdrawTitle: 'Withdraw the strength',
  withdrawBody: 'It disappears from the list for everybody and cannot be brought back.',

  reviewHeading: 'What went well',
  reviewWhy:
    'Hold up an answer that others can learn from. The unit sees your text once the round’s results are open; the case gets a running number in place of its own.',
  mark: 'Mark an example',
  whichQuestion: 'Question',
  whichMissing: 'Choose the question.',
  choose: 'Choose a question',
  noQuestions: 'No more answers of the review can be marked: only answers that meet the requirement.',
  fallen: 'Shown no longer: the answer was changed since.',
  marked: 'The example is marked.',
}
