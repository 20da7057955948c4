import type { LocalText } from '../../core/language/language.ts'

/**
 * What commander says of wrong usage, and how we say it. Commander offers no texts of its own to replace, only the
 * finished English message. The flags and words in it come in the same order in ours.
 */
const errors: readonly (readonly [RegExp, (found: Readonly<Record<string, string>>) => LocalText])[] = [
  [
    /^missing required argument '(?<name>.*)'$/u,
    ({ name }) => ({ da: `<${name}> mangler.`, en: `<${name}> is missing.` }),
  ],
  [
    /^option '(?<flag>.*)' argument missing$/u,
    ({ flag }) => ({ da: `Tilvalget ${flag} mangler sin værdi.`, en: `Option ${flag} lacks its value.` }),
  ],
  [
    /^required option '(?<flag>.*)' not specified$/u,
    ({ flag }) => ({ da: `Tilvalget ${flag} mangler.`, en: `Option ${flag} is missing.` }),
  ],
  [
    /^unknown option '(?<flag>.*?)'(?:\n\(Did you mean (?:one of )?(?<likely>.*)\?\))?$/u,
    ({ flag, likely }) => ({
      da: `Tilvalget ${flag} findes ikke.${meant(likely).da}`,
      en: `There is no option ${flag}.${meant(likely).en}`,
    }),
  ],
  [
    /^unknown command '(?<name>.*?)'(?:\n\(Did you mean (?:one of )?(?<likely>.*)\?\))?$/u,
    ({ name, likely }) => ({
      da: `Kommandoen ${name} findes ikke.${meant(likely).da}`,
      en: `There is no command ${name}.${meant(likely).en}`,
    }),
  ],
  [
    /^too many arguments(?: for '.*')?\. Expected (?<expected>\d+) arguments? but got (?<got>\d+)\.$/u,
    ({ expected, got }) => ({
      da: `Der er ${got} ord ud over tilvalgene, men der skal være ${expected}. Skal en tekst med mellemrum stå i anførselstegn?`,
      en: `There are ${got} words besides the options, but ${expected} belong there. Does a text with spaces lack quotation marks?`,
    }),
  ],
  [
    /^option '(?<flag>.*?)' argument '(?<value>.*)' is invalid\. (?<reason>.*)$/su,
    ({ flag, value, reason }) => ({
      da: `${flag}: "${value}" kan ikke bruges. ${reason}`,
      en: `${flag}: "${value}" cannot be used. ${reason}`,
    }),
  ],
]

/** Commander's message in plain words of both languages; one it does not know comes back as it is. */
export function usageError(message: string): LocalText {
  const bare = message.replace(/^error: /u, '').trimEnd()
  for (const [pattern, describe] of errors) {
    const found = pattern.exec(bare)
    // A pattern without named groups has none; all of ours have.
    if (found !== null) return describe(found.groups ?? {})
  }
  return { da: bare, en: bare }
}

function meant(likely: string | undefined): LocalText {
  if (likely === undefined) return { da: '', en: '' }
  return {
    da: ` Mente du ${likely.replaceAll(', ', ' eller ')}?`,
    en: ` Did you mean ${likely.replaceAll(', ', ' or ')}?`,
  }
}
