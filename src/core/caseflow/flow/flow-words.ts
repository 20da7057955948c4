import type { Language, LocalText } from '../../language/language.ts'

/** Phrases of one kind of text: both languages' in rules, one language's where they are said. */
export interface FlowPhrases<Text> {
  /** What comes in. */
  readonly received: {
    /** `underretning` */
    readonly one: Text
    /** `en underretning` */
    readonly withArticle: Text
    /** `underretninger` */
    readonly many: Text
    /** `ny underretning` */
    readonly newOne: Text
  }
  /** What it may lead to. */
  readonly handled: {
    /** `undersøgelse` */
    readonly one: Text
    /** `en undersøgelse` */
    readonly withArticle: Text
    /** `undersøgelser` */
    readonly many: Text
  }
  /** What is to be done within the first deadline: `vurderet`. */
  readonly prompted: Text
}

/** What the weekly report calls that which the rules count. Phrases begin with small letters, as within a sentence. */
export type FlowWords = FlowPhrases<LocalText>

/** The words of rules that say none: those of the laws on children. */
export const notificationWords: FlowWords = {
  received: {
    one: { da: 'underretning', en: 'notification' },
    withArticle: { da: 'en underretning', en: 'a notification' },
    many: { da: 'underretninger', en: 'notifications' },
    newOne: { da: 'ny underretning', en: 'new notification' },
  },
  handled: {
    one: { da: 'undersøgelse', en: 'assessment' },
    withArticle: { da: 'en undersøgelse', en: 'an assessment' },
    many: { da: 'undersøgelser', en: 'assessments' },
  },
  prompted: { da: 'vurderet', en: 'assessed' },
}

export function wordsIn({ received, handled, prompted }: FlowWords, language: Language): FlowPhrases<string> {
  return {
    received: {
      one: received.one[language],
      withArticle: received.withArticle[language],
      many: received.many[language],
      newOne: received.newOne[language],
    },
    handled: {
      one: handled.one[language],
      withArticle: handled.withArticle[language],
      many: handled.many[language],
    },
    prompted: prompted[language],
  }
}

/** The phrase at the beginning of a sentence, a title or a label. */
export function upperFirst(phrase: string): string {
  return phrase.slice(0, 1).toUpperCase() + phrase.slice(1)
}

/** Danish says "en" or "et" also where it leaves the noun out: "en undersøgelse eller del af en". */
export function danishArticle(withArticle: string): string {
  return withArticle.split(' ', 1).join('')
}
