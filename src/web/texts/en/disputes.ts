import type { disputes as da } from '../da/disputes.ts'

export const disputes: typeof da = {
  title: 'Disputes over feedback',
  correctionsTitle: 'Requests for correction',
  question: 'What do caseworkers disagree with, and what is the answer?',
  none: 'No dispute waits',
  noneBody: 'When somebody disagrees with a point of feedback, it is listed here and you are told.',
  noCorrections: 'No requests for correction',
  noCorrectionsBody:
    'When a leader agrees with a caseworker, it is listed here, so that the review can be sent back.',
  openHeading: 'Waiting for an answer',
  endedHeading: 'Answered',
  where: (caseId, stage, unit) => `Case ${caseId}, ${stage}, ${unit}`,
  dueOn: (day) => `answer by ${day}`,
  overdueSince: (day) => `was to be answered by ${day}`,
  review: 'The review',
  noComment: 'Not in order; no comment.',
  by: (name, day) => `${name}, ${day}`,
  outcomes: { upheld: 'Upheld', changed: 'Agreed: correction asked for' },
  roundClosed: 'The round is closed, so the review cannot be corrected. The answer stands beside it.',
  toReview: (caseId) => `Open the review of case ${caseId}`,
  closedToMe: {
    'own-case': 'You took part in the case, so somebody else answers.',
    'own-review': 'You reviewed the case, so somebody else answers.',
  },
  answer: 'Answer',
  answerNamed: (number, caseId) => `Answer point ${number} of case ${caseId}`,
  how: 'What do you answer?',
  choose: 'Choose an answer.',
  choices: {
    upheld: 'The review stands',
    changed: 'The caseworker is right; ask for the review to be corrected',
  },
  words: 'Your reasons',
  wordsHint: 'The caseworker reads them. Write no names or CPR numbers.',
  wordsMissing: 'Write your reasons.',
  send: 'Send the answer',
  cancel: 'Cancel',
  answered: {
    upheld: 'The answer has been sent to the caseworker.',
    changed: 'The answer has been sent, and those who lead the audit are asked to have the review corrected.',
  },
}
