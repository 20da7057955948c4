import type * as z from 'zod'
import type { LocalText } from '../language/language.ts'
import { listKeysAt } from './keys-at.ts'
import type { Mistake } from './mistake.ts'
import { suggest } from './suggestion.ts'

type Issue = z.core.$ZodIssue

/** A mistake of shape, in words; one issue can name several unknown keys. `data` is the whole file's, `schema` its shape. */
export function describeIssue(issue: Issue, data: unknown, schema: z.ZodType): Mistake[] {
  if (issue.code === 'unrecognized_keys') {
    const known = listKeysAt(issue.path, data, schema)
    return issue.keys.map((key) => unknownKey([...issue.path, key], key, suggest(key, known)))
  }
  if (issue.input === undefined && issue.code !== 'custom') return [missing(issue)]
  if (issue.code === 'invalid_union' && issue.path.at(-1) === 'kind' && kindOf(issue.input) === undefined)
    return [missing(issue)]
  if (issue.input === null) return [emptyValue(issue)]
  return [{ path: issue.path, ...describeValue(issue) }]
}

function describeValue(issue: Exclude<Issue, { code: 'unrecognized_keys' }>): Omit<Mistake, 'path'> {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input)
    case 'invalid_value':
      return notAmong(issue.input, issue.values.map(String))
    case 'invalid_union':
      // The unions are a programme's `take` of a quota, and blocks by their kind.
      return issue.path.at(-1) === 'kind'
        ? notAmong(kindOf(issue.input), 'options' in issue ? (issue.options ?? []).map(String) : [])
        : { code: 'wrong-value', text: takeText }
    case 'invalid_format':
      return wrongFormat(issue)
    case 'too_small':
      return tooSmall(issue)
    case 'too_big':
      return tooBig(issue)
    case 'invalid_key':
    case 'invalid_element':
    case 'not_multiple_of':
    case 'custom':
      return {
        code: 'wrong-value',
        text: { da: 'Værdien kan ikke bruges her.', en: 'The value cannot be used here.' },
      }
    default:
      return issue satisfies never
  }
}

const takeText: LocalText = {
  da: 'Skriv, hvor mange sager der skal tages (et helt tal fra 0), eller all for alle.',
  en: 'Write how many cases to take (a whole number from 0), or all.',
}

function unknownKey(path: Mistake['path'], key: string, hint: LocalText): Mistake {
  return {
    code: 'unknown-key',
    path,
    text: {
      da: `Nøglen "${key}" kendes ikke her.${hint.da}`,
      en: `The key "${key}" is not known here.${hint.en}`,
    },
  }
}

function missing(issue: Issue): Mistake {
  const key = String(issue.path.at(-1) ?? '')
  return {
    code: 'missing',
    path: issue.path,
    text: { da: `"${key}" mangler. Tilføj den.`, en: `"${key}" is missing. Add it.` },
  }
}

function emptyValue(issue: Issue): Mistake {
  const key = String(issue.path.at(-1) ?? '')
  return {
    code: 'empty-value',
    path: issue.path,
    text: {
      da: `"${key}" er tom. Skriv en værdi, eller slet linjen.`,
      en: `"${key}" is empty. Write a value or delete the line.`,
    },
  }
}

const types: Readonly<Record<string, LocalText>> = {
  string: { da: 'en tekst', en: 'a text' },
  number: { da: 'et tal', en: 'a number' },
  int: { da: 'et helt tal', en: 'a whole number' },
  boolean: { da: 'true eller false', en: 'true or false' },
  array: { da: 'en liste (linjer, der begynder med -)', en: 'a list (lines that begin with -)' },
  object: { da: 'en blok med nøgler', en: 'a block of keys' },
  record: { da: 'en blok med nøgler', en: 'a block of keys' },
}

function wrongType(expected: string, input: unknown): Omit<Mistake, 'path'> {
  const wanted = types[expected] ?? { da: expected, en: expected }
  // YAML reads 1.10 as the number 1.1, and true as a truth value.
  const quotable = expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')
  return {
    code: 'wrong-type',
    text: {
      da: `Her skal stå ${wanted.da}.${quotable ? ` Sæt ${String(input)} i anførselstegn.` : ''}`,
      en: `This must be ${wanted.en}.${quotable ? ` Put ${String(input)} in quotation marks.` : ''}`,
    },
  }
}

function notAmong(input: unknown, known: readonly string[]): Omit<Mistake, 'path'> {
  const written = typeof input === 'string' ? input : JSON.stringify(input)
  const hint = suggest(written, known)
  return {
    code: 'wrong-value',
    text: { da: `"${written}" kan ikke stå her.${hint.da}`, en: `"${written}" cannot stand here.${hint.en}` },
  }
}

function kindOf(input: unknown): unknown {
  return typeof input === 'object' && input !== null ? Reflect.get(input, 'kind') : input
}

function wrongFormat(issue: Issue & { code: 'invalid_format' }): Omit<Mistake, 'path'> {
  const written = String(issue.input)
  if (issue.format !== 'date') {
    return {
      code: 'wrong-key-format',
      text: {
        da: `"${written}" kan ikke være en nøgle. Brug små bogstaver a-z, tal, _ og - (spørgsmål: også store bogstaver og punktum), uden mellemrum.`,
        en: `"${written}" cannot be a key. Use lower-case letters a-z, digits, _ and - (questions: also capitals and full stops), without spaces.`,
      },
    }
  }
  return /^\d{4}-\d{2}-\d{2}$/u.test(written)
    ? {
        code: 'no-such-date',
        text: { da: `Datoen ${written} findes ikke.`, en: `The date ${written} does not exist.` },
      }
    : {
        code: 'wrong-date-format',
        text: {
          da: `"${written}" er ikke en dato. Skriv den som åååå-mm-dd, f.eks. 2024-01-31.`,
          en: `"${written}" is not a date. Write it as yyyy-mm-dd, e.g. 2024-01-31.`,
        },
      }
}

function tooBig({ origin, maximum }: Issue & { code: 'too_big' }): Omit<Mistake, 'path'> {
  const text: LocalText =
    origin === 'string'
      ? {
          da: `Teksten er for lang: højst ${maximum} tegn.`,
          en: `The text is too long: at most ${maximum} characters.`,
        }
      : { da: `For meget: højst ${maximum}.`, en: `Too much: at most ${maximum}.` }
  return { code: 'too-big', text }
}

function tooSmall(issue: Issue & { code: 'too_small' }): Omit<Mistake, 'path'> {
  if (issue.origin === 'string')
    return { code: 'empty-value', text: { da: 'Teksten er tom.', en: 'The text is empty.' } }
  if (issue.origin === 'array')
    return {
      code: 'list-too-short',
      text: {
        da: `Listen skal have mindst ${issue.minimum}.`,
        en: `The list needs at least ${issue.minimum}.`,
      },
    }
  return {
    code: 'too-small',
    text: { da: `For lidt: mindst ${issue.minimum}.`, en: `Too little: at least ${issue.minimum}.` },
  }
}
