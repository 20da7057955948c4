import type { LocalText } from '../language/language.ts'
import { plural } from '../language/plural.ts'
import type { WriteOffReason } from './correction.ts'

const words: Readonly<Record<WriteOffReason, LocalText>> = {
  'case-unavailable': { da: 'sagen kunne ikke ses', en: 'the case could not be seen' },
  'no-reviewer': { da: 'ingen kunne gennemgå den', en: 'nobody could review it' },
  'no-time': { da: 'der var ikke tid', en: 'there was no time' },
  other: { da: 'anden grund', en: 'another reason' },
}

/** The irregularity that a round with written-off reviews closes with: how many and why, nothing of any case. */
export function writeOffsInWords(
  level: number,
  counts: readonly { readonly code: WriteOffReason; readonly count: number }[],
): LocalText {
  const all = counts.reduce((sum, { count }) => sum + count, 0)
  const why = (language: 'da' | 'en') =>
    counts.map(({ code, count }) => `${words[code][language]}: ${count}`).join('; ')
  return {
    da: `${plural('da', all, '1 gennemgang', `${all} gennemgange`)} på niveau ${level} blev afskrevet og indgår ikke i resultaterne (${why('da')}). Noteret automatisk, da runden blev lukket.`,
    en: `${plural('en', all, '1 review', `${all} reviews`)} of level ${level} ${plural('en', all, 'was', 'were')} written off and ${plural('en', all, 'is', 'are')} not part of the results (${why('en')}). Noted automatically when the round was closed.`,
  }
}
