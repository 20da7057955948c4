import { plural } from '../../../core/language/plural.ts'
import type { notifications as da } from '../da/notifications.ts'

export const notifications: typeof da = {
  title: 'Messages',
  noneNew: 'You have no new messages.',
  someNew: (n: number) => plural('en', n, 'You have 1 new message.', `You have ${n} new messages.`),
  markAll: 'Mark all as seen',
  mark: 'Mark as seen',
  markNamed: (text: string, at: string) => `Mark as seen: ${text} ${at}`,
  newHeading: 'New',
  seenHeading: 'Seen',
  urgent: 'urgent',
  emptyTitle: 'No messages yet',
  emptyBody:
    'It says here when you are given a case, when something is nearly due, and when somebody has answered you.',
  mailHeading: 'Mail',
  sentTo: (email: string) =>
    `What you have not seen is collected in a mail to ${email}. The mail names no cases.`,
  noAddress: 'You get no mail, for no address has been entered for you. Ask the administrator to do so.',
  notSending: 'The program sends no mail here. The messages are on this page only.',
  rhythm: 'How often',
  rhythms: { daily: 'every day', weekly: 'every week', never: 'never' },
  language: 'Language of the mail',
  languages: { da: 'Danish', en: 'English' },
  urgentAlways: 'What is urgent, such as a critical case, is always sent at once.',
  saved: 'The choice has been saved.',
}
