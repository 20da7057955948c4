import type { LocalText } from '../language/language.ts'
import { plural } from '../language/plural.ts'
import type { DeadlineRule, Limit, LimitUnit } from './deadline-rules.ts'

const units: Readonly<Record<LimitUnit, { da: [string, string]; en: [string, string] }>> = {
  hours: { da: ['time', 'timer'], en: ['hour', 'hours'] },
  'working-days': { da: ['hverdag', 'hverdage'], en: ['working day', 'working days'] },
  days: { da: ['dag', 'dage'], en: ['day', 'days'] },
  months: { da: ['måned', 'måneder'], en: ['month', 'months'] },
}

/** A rule's limit in a few words: "24 hours", "limit set in the case". */
export function limitWords(rule: DeadlineRule): LocalText {
  switch (rule.kind) {
    case 'within':
      return words(rule.limit)
    case 'recurring':
      return rule.count === 1 ? apart(rule.limit) : often(rule.count, words(rule.limit))
    case 'order':
      return { da: 'senest samme dag', en: 'the same day at the latest' }
    case 'presence':
      return { da: 'ingen frist', en: 'no limit' }
    case 'asked':
      return { da: 'besvares ved gennemgang', en: 'answered at the review' }
    default:
      return rule satisfies never
  }
}

function words(limit: Limit): LocalText {
  if (limit.kind === 'of-case') return { da: 'sagens egen frist', en: 'limit set in the case' }
  const { da, en } = units[limit.unit]
  return {
    da: `${limit.count} ${plural('da', limit.count, ...da)}`,
    en: `${limit.count} ${plural('en', limit.count, ...en)}`,
  }
}

/** How long may pass from one to the next. */
function apart(limit: Limit): LocalText {
  if (limit.kind === 'of-case') return { da: 'så tit, sagen siger', en: 'as often as the case says' }
  const { da, en } = words(limit)
  return { da: `højst ${da} imellem`, en: `at most ${en} apart` }
}

function often(count: number, { da, en }: LocalText): LocalText {
  return { da: `${count} på ${da}`, en: `${count} in ${en}` }
}
