import type { merge as danish } from '../da/merge.ts'

export const merge: typeof danish = {
  title: (caseId) => `Merge the answers in ${caseId}`,
  conclusion: (open, of) =>
    open === 0
      ? `All ${of} questions have a common answer.`
      : open === 1
        ? `1 of ${of} questions has no common answer yet.`
        : `${open} of ${of} questions have no common answer yet.`,
  how: 'Where you answered alike, that answer stands. Elsewhere one of you chooses the answer with a reason, and the other confirms. Your own answers are kept as they were.',
  alone:
    'You are alone on this case now, so your own answers are the level’s. You can still change them here, with a reason.',
  submit: 'Submit the level’s answers',
  submitted: 'The answers are merged and submitted.',
  sealedTitle: 'The answers are still closed',
  backToReview: 'To the review',
  caption: 'Both sets of answers, question by question',
  question: 'Question',
  you: (name) => `${name} (you)`,
  outcome: 'The level’s answer',
  show: 'Show',
  onlyOpen: 'Only differences',
  allQuestions: 'All questions',
  noneOpen: 'You answered everything alike',
  noneOpenBody: 'Choose “All questions” to see the answers.',
  states: {
    agreed: 'alike',
    open: 'no answer yet',
    chosen: 'to be confirmed',
    settled: 'common answer',
    'not-asked': 'not asked',
    follows: 'follows from the answers',
  },
  choose: 'Choose answer',
  chooseAgain: 'Choose another answer',
  chooseOn: (number) => `Question ${number}: choose the level’s answer`,
  confirm: 'Confirm',
  confirmOn: (number, answer) => `Question ${number}: confirm the answer ${answer}`,
  which: 'What is the level’s answer?',
  whichMissing: 'Choose an answer.',
  byRule: (answer) => `${answer} (what the rule gives)`,
  instead: (answer, reason) =>
    reason === '' ? `${answer} (instead of the rule’s)` : `${answer} (instead of the rule’s: ${reason})`,
  another: 'Another answer',
  anotherAnswer: 'The answer',
  anotherHint: {
    number: 'A number, such as 12.5',
    date: 'A day such as 2024-01-31',
    text: 'The answer in your words',
  },
  why: 'Why?',
  whyMissing: 'Choose a reason.',
  save: 'Choose the answer',
  noted: 'The answer counts when the other has confirmed it.',
  chosenBy: (by, when) => `Chosen by ${by}, ${when}`,
  confirmedBy: (by) => `Confirmed by ${by}`,
  comments: 'Comments on the whole case',
  waitingTitle: 'Your form is handed in',
  waitingBody:
    'You answer apart. When the other has handed in too, you are told, and see both sets of answers. Until then they are closed to both of you.',
  mergingTitle: 'Both of you have handed in',
  mergingBody: 'Now the answers are to be merged into the level’s.',
  toMerge: 'Merge the answers',
  seeMerge: 'See what each of you answered',
}
