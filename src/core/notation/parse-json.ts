import type { LocalText } from '../language/language.ts'
import type { Checked, Place } from '../language/problem.ts'

/** Longer texts are not searched for the place of a mistake that the engine names none for. */
const longestSearched = 4_000_000

/** The data of a JSON text, or what keeps it from being JSON, in words with line and character. */
export function parseJson(text: string, file: string): Checked<unknown> {
  if (text.trim() === '') return refuse('empty-file', { file }, empty)
  try {
    return { ok: true, value: JSON.parse(text.replace(/^\ufeff/u, '')) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const { da, en } = describeJsonError(error.message)
    return refuse(
      'not-json',
      { file, ...placeOf(text, error.message) },
      { da: `Filen er ikke gyldig JSON. ${da}`, en: `The file is not valid JSON. ${en}` },
    )
  }
}

/** In words what the JavaScript engine (V8) found; its message is English and about its own reading. */
export function describeJsonError(message: string): LocalText {
  return reasons.find(([start]) => message.startsWith(start))?.[1] ?? other
}

const empty: LocalText = { da: 'Filen er tom.', en: 'The file is empty.' }

/** V8's messages begin like this; the first that fits counts. */
const reasons: readonly (readonly [string, LocalText])[] = [
  [
    'Unexpected end',
    {
      da: 'Teksten hører op midt i JSON; den er klippet over.',
      en: 'The text stops in the middle of the JSON; it was cut off.',
    },
  ],
  [
    'Unterminated string',
    {
      da: 'En tekst i anførselstegn bliver aldrig lukket; filen er måske klippet over.',
      en: 'A text in quotation marks is never closed; perhaps the file was cut off.',
    },
  ],
  [
    'Bad control character',
    {
      da: 'Et linjeskift eller en tabulator står midt i en tekst. Skriv \\n eller \\t.',
      en: 'A line break or tab stands inside a text. Write \\n or \\t.',
    },
  ],
  [
    'Bad escaped character',
    {
      da: 'Efter \\ står et tegn, der ikke kan stå der.',
      en: 'A character follows \\ that cannot stand there.',
    },
  ],
  [
    'Bad Unicode escape',
    { da: 'Efter \\u skal stå fire hexcifre.', en: 'Four hexadecimal digits must follow \\u.' },
  ],
  [
    "Expected ','",
    {
      da: 'Her mangler et komma eller en slutparentes.',
      en: 'A comma or a closing bracket is missing here.',
    },
  ],
  ["Expected ':'", { da: 'Her mangler et kolon.', en: 'A colon is missing here.' }],
  [
    'Expected',
    {
      da: 'Her skal stå et feltnavn i dobbelte anførselstegn (eller et komma er for meget).',
      en: 'A field name in double quotation marks belongs here (or there is a comma too many).',
    },
  ],
  [
    'Unexpected non-whitespace',
    {
      da: 'Der står mere, efter at JSON-teksten er slut.',
      en: 'More stands after the end of the JSON text.',
    },
  ],
]

const other: LocalText = {
  da: 'Teksten er ikke JSON fra dette sted.',
  en: 'The text is not JSON from this place on.',
}

function placeOf(text: string, message: string): Place {
  if (message.startsWith('Unexpected end')) return lineAndCharacter(text, text.trimEnd().length)
  const position = /at position (\d+)/u.exec(message)?.[1]
  if (position !== undefined) return lineAndCharacter(text, Number(position))
  return text.length > longestSearched ? {} : lineAndCharacter(text, findStumble(text))
}

/** Of an unexpected token the engine says no place: it is the last character of the shortest beginning with that mistake. */
function findStumble(text: string): number {
  let [sound, unsound] = [0, text.length]
  while (unsound - sound > 1) {
    const middle = Math.floor((sound + unsound) / 2)
    if (stumbles(text.slice(0, middle))) unsound = middle
    else sound = middle
  }
  return unsound - 1
}

function stumbles(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch (error) {
    return error instanceof SyntaxError && error.message.startsWith('Unexpected token')
  }
}

function lineAndCharacter(text: string, position: number): Place {
  const before = text.slice(0, position).split('\n')
  return { line: before.length, character: (before.at(-1)?.length ?? 0) + 1 }
}

function refuse(code: string, at: Place, text: LocalText): Checked<never> {
  return { ok: false, problems: [{ code, text, at }] }
}
