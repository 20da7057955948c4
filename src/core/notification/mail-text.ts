import type { Language } from '../language/language.ts'
import { notificationKinds, notificationText, type NotificationKind } from './notification-kind.ts'

/** How many of each kind a mail tells of; never which. */
export type MailContent = readonly { readonly kind: NotificationKind; readonly count: number }[]

export interface MailText {
  readonly subject: string
  /** Plain text; HTML would only add something to track. */
  readonly body: string
}

const words = {
  da: {
    urgent: 'Haster: log ind i Tilsyn nu',
    digest: 'Tilsyn: det venter på dig',
    open: (address: string) => `Se hver besked på ${address}`,
    signInYourself: 'Log ind, hvor du plejer.',
    why: 'Mailen nævner af hensyn til børnene ingen sager. Under "Beskeder" kan du vælge, hvor tit den kommer.',
    whyUrgent: 'Mailen nævner af hensyn til børnene ingen sager. Den sendes altid med det samme.',
  },
  en: {
    urgent: 'Urgent: sign in to Tilsyn now',
    digest: 'Tilsyn: waiting for you',
    open: (address: string) => `See each message at ${address}`,
    signInYourself: 'Sign in where you usually do.',
    why: 'For the sake of the children this mail names no cases. Under "Messages" you choose how often it comes.',
    whyUrgent: 'For the sake of the children this mail names no cases. It is always sent at once.',
  },
} as const satisfies Record<Language, unknown>

const order: readonly string[] = Object.keys(notificationKinds)

/** What is overdue first, then room by room. */
function inMailOrder(content: MailContent): MailContent {
  const isLate = ({ kind }: MailContent[number]) => kind.endsWith('-overdue')
  return content.toSorted(
    (a, b) => Number(isLate(b)) - Number(isLate(a)) || order.indexOf(a.kind) - order.indexOf(b.kind),
  )
}

/** What a mail says. The page of messages is everybody's own, and each leads on to what they may open. `address`: where the program is reached; undefined where nobody has told it. */
export function mailText(
  kind: 'urgent' | 'digest',
  content: MailContent,
  language: Language,
  address: string | undefined,
): MailText {
  const text = words[language]
  const lines = inMailOrder(content).map((each) => `- ${notificationText(each.kind, each.count, language)}`)
  return {
    subject: text[kind],
    body: [
      ...lines,
      '',
      address === undefined ? text.signInYourself : text.open(`${address}/notifications`),
      '',
      kind === 'urgent' ? text.whyUrgent : text.why,
      '',
    ].join('\n'),
  }
}
