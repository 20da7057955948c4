import type { Language } from '../core/language/language.ts'

/** Language of the command line: TILSYN_LANG, else the system's locale, else English. An empty variable counts as none. */
export function terminalLanguage(environment: NodeJS.ProcessEnv = process.env): Language {
  const wanted =
    environment.TILSYN_LANG || environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || ''
  return wanted.toLowerCase().startsWith('da') ? 'da' : 'en'
}
