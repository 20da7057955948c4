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
    case 'recurring': {
      const limit = words(rule.limit)
      return { da: `${rule.count} på ${limit.da}`, en: `${rule.count} in ${limit.en}` }
    }
    case 'order':
      return { da: 'før eller samme dag', en: 'before or the same day' }
    case 'presence':
      return { da: 'ingen frist i loven', en: 'no limit in the law' }
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
