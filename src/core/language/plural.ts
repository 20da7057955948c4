import type { Language } from './language.ts'

const rules = { da: new Intl.PluralRules('da'), en: new Intl.PluralRules('en') }

/** `one` where the language has its singular for this count, otherwise `other`; both as they are to be read. */
export function plural(language: Language, count: number, one: string, other: string): string {
  return rules[language].select(count) === 'one' ? one : other
}
