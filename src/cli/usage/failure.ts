import type { LocalText } from '../../core/language/language.ts'
import { systemReason } from '../../core/language/system-reason.ts'

/** What a person is told of an error that no command expected: the machine's refusal in words, or that we made a mistake. */
export function describeFailure(error: unknown): LocalText {
  if (!(error instanceof Error)) return ourMistake(String(error))
  const known = systemReason(error)
  if (known === undefined) return ourMistake(`${error.message}${placeOf(error)}`)
  const path = 'path' in error ? ` ${String(error.path)}` : ''
  return {
    da: `Det lykkedes ikke${path === '' ? '' : ':'}${path} (${known.da}).`,
    en: `This failed${path === '' ? '' : ':'}${path} (${known.en}).`,
  }
}

function ourMistake(detail: string): LocalText {
  return {
    da: `Der er en fejl i selve programmet: ${detail}. Meld den gerne med den kommando, der udløste den.`,
    en: `There is a mistake in the program itself: ${detail}. Please report it with the command that brought it up.`,
  }
}

/** Where in our files it happened, without the rest of the stack: enough for a report of the mistake. */
function placeOf({ stack = '' }: Error): string {
  const place = /\/(src\/[^\s)]+:\d+):\d+/u.exec(stack)?.[1]
  return place === undefined ? '' : ` (${place})`
}
