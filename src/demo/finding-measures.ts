import type { Measure, Severity } from '../core/finding/finding.ts'
import type { Question } from '../core/programme/programme.ts'
import type { Chance } from './chance.ts'

/** Questions about what stands in the case system and nowhere else: only there can the registration alone be wrong. */
const registrations = ['U-1.1', 'U-1.2', 'U-1.3']

const decisions: readonly (readonly Measure[])[] = [
  ['decision', 'reasons'],
  ['reasons', 'complaint-guidance'],
  ['party-hearing', 'decision'],
]
/** What makes an error good, by the question's theme. */
const byTheme: Readonly<Record<string, readonly (readonly Measure[])[]>> = {
  samtykke: [['consent']],
  afgoerelse: decisions,
  inddragelse: [['party-hearing'], ['party-hearing', 'reasons']],
  bisidder: [['party-hearing'], ['journalising']],
  frist: [['reasons'], ['journalising']],
}
const others: readonly (readonly Measure[])[] = [['journalising'], ['reasons'], ['decision', 'reasons']]

function isRegistration(question: Question | undefined): boolean {
  return question !== undefined && registrations.includes(question.key)
}

export function measuresOf(question: Question | undefined, chance: Chance): readonly Measure[] {
  if (isRegistration(question)) return chance.pick([['registration-only'], ['journalising']])
  return chance.pick(byTheme[question?.theme ?? ''] ?? others)
}

/** Slight is only what is wrong in the registration and nowhere else. */
export function severityOf(question: Question | undefined, drawn: number): Severity {
  if (isRegistration(question)) return 'slight'
  return drawn < 0.8 ? 'ordinary' : 'serious'
}
