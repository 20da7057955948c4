import type { Language } from '../language/language.ts'
import { describeJsonError } from '../notation/parse-json.ts'
import { stats } from './stats.ts'
import { StatisticsError } from './statistics-error.ts'

/** The answer to one line: the id as it was given (null where the line could not be read) and a result or an error. */
export type StatsAnswer =
  | { readonly id: unknown; readonly result: unknown }
  | {
      readonly id: string | number | null
      readonly error: { readonly code: string; readonly text: string; readonly line: number }
    }

/** What a line may have besides: what published vectors carry as remarks. None of it is read. */
const remarks = ['expected', 'R', 'pkg', 'note']
const fields = ['id', 'fn', 'input']

/**
 * Answers one line of `tilsyn stats`, a JSON object `{"id", "fn", "input"}`. `line` counts from 1 and stands in the
 * error, whose text says in `language` which field is wrong.
 */
export function answerStatsLine(text: string, line: number, language: Language): StatsAnswer {
  let id: string | number | null = null
  try {
    const request = parseLine(text)
    id = readId(request)
    refuseUnknown(request)
    return { id, result: requireNumbers(findFunction(request)(findInput(request))) }
  } catch (error) {
    if (!(error instanceof StatisticsError)) throw error
    return { id, error: { code: error.code, text: error.text[language], line } }
  }
}

function parseLine(text: string): Readonly<Record<string, unknown>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    const reason = describeJsonError(error.message)
    throw new StatisticsError('bad-json', {
      da: `Linjen er ikke gyldig JSON. ${reason.da}`,
      en: `The line is not valid JSON. ${reason.en}`,
    })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new StatisticsError('bad-json', {
      da: 'Linjen skal være et JSON-objekt med felterne id, fn og input.',
      en: 'The line must be a JSON object with the fields id, fn and input.',
    })
  }
  // An object that is no list has text keys.
  return value as Readonly<Record<string, unknown>>
}

function readId(request: Readonly<Record<string, unknown>>): string | number | null {
  const id = request['id'] ?? null
  if (id === null || typeof id === 'string' || typeof id === 'number') return id
  throw new StatisticsError('wrong-type', {
    da: 'id skal være en tekst eller et tal.',
    en: 'id must be a text or a number.',
  })
}

/** A setting beside `input` would be passed over in silence, and the answer be another than was asked for. */
function refuseUnknown(request: Readonly<Record<string, unknown>>): void {
  const name = Object.keys(request).find((each) => !fields.includes(each) && !remarks.includes(each))
  if (name === undefined) return
  const known = fields.join(', ')
  throw new StatisticsError('unknown-field', {
    da: `Feltet ${name} kendes ikke uden for input; kendte felter: ${known}. Det, en funktion skal regne med, skal stå i input; kun ${remarks.join(', ')} må stå ved siden af som bemærkninger.`,
    en: `Field ${name} is not known outside input; known fields: ${known}. What a function is to go by stands in input; only ${remarks.join(', ')} may stand beside it as remarks.`,
  })
}

function findFunction(request: Readonly<Record<string, unknown>>): (input: unknown) => unknown {
  const name = request['fn']
  if (name === undefined) throw missing('fn')
  const found = typeof name === 'string' ? stats.get(name) : undefined
  if (found === undefined) {
    const known = [...stats.keys()].join(', ')
    throw new StatisticsError('unknown-function', {
      da: `fn er ${JSON.stringify(name)}; kendte funktioner: ${known}.`,
      en: `fn is ${JSON.stringify(name)}; known functions: ${known}.`,
    })
  }
  return found
}

function findInput(request: Readonly<Record<string, unknown>>): unknown {
  if (!Object.hasOwn(request, 'input')) throw missing('input')
  return request['input']
}

function missing(field: string): StatisticsError {
  return new StatisticsError('missing-field', {
    da: `Feltet ${field} mangler.`,
    en: `Field ${field} is missing.`,
  })
}

/**
 * JSON would print NaN and infinities as null, which reads as an answer. What is left to refuse here are numbers so large or so
 * small that a step on the way leaves what a computer's number can hold.
 */
function requireNumbers(result: unknown, path = 'result'): unknown {
  if (typeof result === 'number' && !Number.isFinite(result)) {
    throw new StatisticsError('not-finite', {
      da: `${path} kan ikke regnes ud: tallene i input er så store eller så små, at et mellemresultat ikke kan skrives. Brug en anden enhed.`,
      en: `${path} cannot be computed: numbers of the input are so large or so small that a step on the way cannot be written. Use another unit.`,
    })
  }
  if (typeof result === 'object' && result !== null)
    for (const [name, part] of Object.entries(result)) requireNumbers(part, `${path}.${name}`)
  return result
}
