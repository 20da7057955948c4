import { plural } from '../../../core/language/plural.ts'
import type { drafts as danish } from '../da/drafts.ts'

export const drafts: typeof danish = {
  heading: 'Answers that were on this computer only',
  sending: (caseId) => `${caseId}: sending …`,
  sent: (caseId, count) =>
    plural('en', count, `${caseId}: 1 answer is sent now.`, `${caseId}: ${count} answers are sent now.`),
  conflict: (caseId) =>
    `${caseId}: answers were changed elsewhere meanwhile. Open the review and choose which are to stand.`,
  offline: (caseId) =>
    `${caseId}: there is no connection. The answers stay encrypted on this computer and are sent later.`,
  refused: (caseId, reason) => `${caseId}: the answers could not be sent. ${reason}`,
  kept: 'They stay encrypted on this computer for at least two weeks, and only you can read them.',
  unreadable:
    'There are unsent answers on this computer, but they cannot be read right now. They stay; try again in a moment.',
  choose: (count) =>
    plural(
      'en',
      count,
      'An answer was changed elsewhere. Choose which is to stand; both stay until then.',
      `${count} answers were changed elsewhere. Choose which are to stand; all stay until then.`,
    ),
  question: (number) => `Question ${number}`,
  noteTo: (question) => `${question}, private note`,
  open: 'Open the review',
  show: 'Show the answers',
  whole: 'Comment on the whole',
  answers: { yes: 'Yes', no: 'No', na: 'Not relevant' },
  noAnswer: 'no answer',
  discard: 'Delete them',
  discardTitle: 'Delete unsent answers',
  discardBody: (caseId) =>
    `The answers in ${caseId} that are on this computer only will be deleted. This cannot be undone.`,
  signOutTitle: 'Answers are not sent',
  signOutBody: (reviews) =>
    plural(
      'en',
      reviews,
      'In 1 review there are answers that are on this computer only. If you sign out now, they are deleted.',
      `In ${reviews} reviews there are answers that are on this computer only. If you sign out now, they are deleted.`,
    ),
  signOutAdvice: 'To keep them, stay signed in until they are sent, or simply close the window.',
  signOutAnyway: 'Delete the answers and sign out',
}
