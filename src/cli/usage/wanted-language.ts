import { languages, type Language } from '../../core/language/language.ts'

const ofReports = new Set(['report', 'flow-report'])

/**
 * The language that `--lang` asks the command line to speak. It must be known before the commands are described, so it
 * is looked for ahead of commander. After these commands the option means the report's languages.
 */
export function findWantedLanguage(words: readonly string[]): Language | undefined {
  for (const [at, word] of words.entries()) {
    if (word === '--' || (ofReports.has(word) && words[at - 1] !== '--lang')) return undefined
    const wanted = word === '--lang' ? words[at + 1] : /^--lang=(.*)$/u.exec(word)?.[1]
    const language = languages.find((known) => known === wanted)
    if (language !== undefined) return language
  }
  return undefined
}
