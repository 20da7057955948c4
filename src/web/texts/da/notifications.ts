import { plural } from '../../../core/language/plural.ts'

export const notifications = {
  title: 'Beskeder',
  noneNew: 'Du har ingen nye beskeder.',
  someNew: (n: number) => plural('da', n, 'Du har 1 ny besked.', `Du har ${n} nye beskeder.`),
  markAll: 'Markér alle som set',
  mark: 'Markér som set',
  markNamed: (text: string, at: string) => `Markér som set: ${text} ${at}`,
  newHeading: 'Nye',
  seenHeading: 'Set',
  urgent: 'haster',
  emptyTitle: 'Ingen beskeder endnu',
  emptyBody: 'Her står det, når du får en sag, når en frist nærmer sig, og når nogen har svaret dig.',
  mailHeading: 'Mail',
  sentTo: (email: string) =>
    `Det, du ikke har set, samles i en mail til ${email}. Mailen nævner ingen sager.`,
  noAddress: 'Du får ingen mail, for der er ikke skrevet en mailadresse for dig. Bed administratoren om det.',
  notSending: 'Programmet sender ikke mail her. Beskederne står kun på denne side.',
  rhythm: 'Hvor tit',
  rhythms: { daily: 'hver dag', weekly: 'hver uge', never: 'aldrig' },
  language: 'Mailens sprog',
  languages: { da: 'dansk', en: 'engelsk' },
  urgentAlways: 'Det, der haster, f.eks. en kritisk sag, sendes altid med det samme.',
  saved: 'Valget er gemt.',
}
