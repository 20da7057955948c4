import { plural } from '../../../core/language/plural.ts'
import type { reviewForm as danish } from '../da/review-form.ts'

export const reviewForm: typeof danish = {
  numberWrong: 'Write a number, such as 12 or 12.5.',
  dayWrong: 'Choose a day between 1900 and 2199.',
  registryHeading: 'From the registry',
  registry: (started, completed, days) => `started ${started}, completed ${completed} (${days}).`,
  derived: 'Follows from the answers',
  derivedOpen: 'The rating shows as soon as the other answers settle it.',
  derivedRule: (grade) => `The rule gives: ${grade}.`,
  override: 'Override the rating',
  overridden: 'Overridden',
  overrideGrade: 'The rating is to be instead',
  overrideReason: 'Reason',
  overrideReasonHint: 'Required. It is shown with the rating.',
  overrideWaits: 'Saved when both rating and reason are there.',
  overrideUndo: 'Use the rule’s rating',
  because: (reason) => `Reason: ${reason}`,
  note: 'Private note',
  noteKey: 'P',
  noteHint: 'Only you can see the note. It becomes part of nothing and is erased when the round closes.',
  noteSaving: 'Saving the note …',
  noteSaved: 'The note is saved.',
  noteFailed:
    'The note is not saved: there is no connection. It is sent when the connection is back; do not close the window.',
  noteKept: 'There is no connection. The note stays encrypted on this computer and is sent later.',
  noteTakeOther: 'Use the one from the other window',
  noteElsewhere: (text) =>
    `The note was changed in another window, where it now reads: "${text}". Write on here to use this one instead.`,
  noteEmptied: 'empty',
  nextMissing: 'Next unanswered',
  nextMissingKey: 'M',
  sectionDone: 'all answered',
  sectionMissing: (count) => plural('en', count, '1 missing', `${count} missing`),
  followsDot: 'follows from the answers',
  overriddenDot: 'overridden',
  ratings: 'Ratings that follow from the answers',
  timerHint: (minutes, planned) =>
    `The form has been in use here for ${plural('en', minutes, '1 minute', `${minutes} minutes`)}. Correct the number to all time spent on the case, reading included; ${planned} minutes are set aside. Only the number you submit is stored.`,
  shortcuts: [
    ['1 to 9', 'gives a grade and moves on'],
    ['Enter', 'moves on from a number or a day; in a text Ctrl and Enter'],
    ['M', 'goes to the next unanswered question'],
    ['P', 'opens your private note'],
  ],
}
