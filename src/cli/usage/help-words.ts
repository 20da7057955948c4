import type { Help, HelpConfiguration, Option } from 'commander'
import type { Language } from '../../core/language/language.ts'

/** What commander prints in English by itself, by the word it uses. */
const titles: Readonly<Record<string, string>> = {
  'Usage:': 'Brug:',
  'Arguments:': 'Ord efter kommandoen:',
  'Options:': 'Tilvalg:',
  'Commands:': 'Kommandoer:',
}

/** Stand-ins for what the user writes: `<file>` is `<fil>` to a Dane. */
const standIns: Readonly<Record<string, string>> = {
  address: 'adresse',
  command: 'kommando',
  draw: 'trækning',
  file: 'fil',
  folder: 'mappe',
  'user-name': 'brugernavn',
  initials: 'initialer',
  key: 'nøgle',
  kind: 'art',
  language: 'sprog',
  'level=n': 'niveau=n',
  list: 'liste',
  name: 'navn',
  number: 'tal',
  options: 'tilvalg',
  points: 'point',
  reason: 'grund',
  role: 'rolle',
  text: 'tekst',
  time: 'tidspunkt',
  code: 'kode',
  day: 'dato',
}

/** A usage or a flag with its stand-ins in the language: `--out <file>`, `[options] <name...>`. */
export function withStandIns(usage: string, language: Language): string {
  if (language === 'en') return usage
  return usage.replaceAll(
    /([<[])([a-z=-]+)((?:\.\.\.)?[>\]])/gu,
    (whole, open: string, word: string, close: string) =>
      standIns[word] === undefined ? whole : `${open}${standIns[word]}${close}`,
  )
}

/** Makes commander's help speak the language; the descriptions come in it already. */
export function helpWords(language: Language): HelpConfiguration {
  const optionDescription = (option: Option): string => describeOption(option, language)
  if (language === 'en') return { optionDescription }
  return {
    styleTitle: (title) => titles[title] ?? title,
    styleUsage: (usage) => withStandIns(usage, language),
    styleSubcommandTerm: (term) => withStandIns(term, language),
    styleOptionTerm: (term) => withStandIns(term, language),
    styleArgumentTerm: (term) => withStandIns(`<${term}>`, language).slice(1, -1),
    optionDescription,
  } satisfies Partial<Help>
}

/** Commander prints options alike, whether they may be left out or not; what happens then is told of each. */
function describeOption(
  { description, defaultValue, mandatory, required }: Option,
  language: Language,
): string {
  if (mandatory) return `${description} (${language === 'da' ? 'skal angives' : 'required'})`
  if (!required || defaultValue === undefined) return description
  return `${description} (${language === 'da' ? 'hvis det udelades' : 'default'}: ${String(defaultValue)})`
}
