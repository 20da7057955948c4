import { plural } from '../../../core/language/plural.ts'
import type { feedbackWaiting as da } from '../da/feedback-waiting.ts'

export const feedbackWaiting: typeof da = {
  unread: (n) =>
    plural('en', n, 'You have 1 new piece of feedback.', `You have ${n} new pieces of feedback.`),
  toFeedback: 'Feedback on my cases',
  disputes: (n) => plural('en', n, '1 dispute waits for your answer.', `${n} disputes wait for your answer.`),
  toDisputes: 'Disputes over feedback',
  toCorrections: 'Requests for correction',
}
