import { plural } from '../../core/language/plural.ts'
import { z } from 'zod'
import type { FieldProblem } from '../../contract/frame/problem-details.ts'
import type { Language, LocalText } from '../../core/language/language.ts'

type Issue = z.core.$ZodIssue

/** A schema's own rule explains itself by `{ params: { code, text: { da, en } } }` beside its `refine`. */
const explained = z.object({
  code: z.string(),
  text: z.object({ da: z.string(), en: z.string() }),
})

/** The reader's words for what zod found. The value itself is never repeated: it may be a CPR number. */
export function fieldProblems(
  part: FieldProblem['in'],
  input: unknown,
  issues: readonly Issue[],
  language: Language,
): FieldProblem[] {
  return issues.map((issue) => {
    const { code, text } = explain(issue, input)
    return { in: part, path: issue.path.map(String).join('.'), code, text: text[language] }
  })
}

function explain(issue: Issue, input: unknown): { code: string; text: LocalText } {
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(input, issue.path) === undefined
        ? { code: 'required', text: { da: 'Feltet mangler.', en: 'The field is missing.' } }
        : { code: 'wrong-type', text: wrongType(issue.expected) }
    case 'too_small':
      return { code: 'too-small', text: bound(issue.origin, Number(issue.minimum), 'least', issue.inclusive) }
    case 'too_big':
      return { code: 'too-big', text: bound(issue.origin, Number(issue.maximum), 'most', issue.inclusive) }
    case 'invalid_format':
      return { code: 'wrong-format', text: wrongFormat(issue.format) }
    case 'invalid_value': {
      const choices = issue.values.map(String).join(', ')
      return {
        code: 'not-a-choice',
        text: { da: `Vælg en af: ${choices}.`, en: `Choose one of: ${choices}.` },
      }
    }
    case 'unrecognized_keys':
      return {
        code: 'unknown-field',
        text: { da: 'Her er felter, som ikke kendes.', en: 'There are fields here that are not known.' },
      }
    case 'custom': {
      const own = explained.safeParse(issue.params)
      return own.success ? own.data : unfit
    }
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return unfit
  }
  return issue satisfies never
}

const unfit = {
  code: 'unfit',
  text: { da: 'Værdien kan ikke bruges her.', en: 'The value cannot be used here.' },
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

function wrongType(expected: string): LocalText {
  const names: Record<string, LocalText> = {
    string: { da: 'tekst', en: 'text' },
    number: { da: 'et tal', en: 'a number' },
    int: { da: 'et helt tal', en: 'a whole number' },
    boolean: { da: 'true eller false', en: 'true or false' },
    array: { da: 'en liste', en: 'a list' },
    object: { da: 'et objekt', en: 'an object' },
    record: { da: 'et objekt', en: 'an object' },
  }
  const name = names[expected]
  return name === undefined ? unfit.text : { da: `Her skal stå ${name.da}.`, en: `This must be ${name.en}.` }
}

function wrongFormat(format: string): LocalText {
  const names: Record<string, LocalText> = {
    date: { da: 'en dato, der findes, som åååå-mm-dd', en: 'a date that exists, as yyyy-mm-dd' },
    datetime: { da: 'et tidspunkt, som 2026-01-31T12:00:00Z', en: 'a time, such as 2026-01-31T12:00:00Z' },
    uuid: { da: 'et id (UUID)', en: 'an id (UUID)' },
    guid: { da: 'et id (UUID)', en: 'an id (UUID)' },
    email: { da: 'en e-mailadresse', en: 'an e-mail address' },
    url: { da: 'en webadresse', en: 'a web address' },
  }
  const name = names[format]
  return name === undefined
    ? { da: 'Formen er forkert.', en: 'The form is wrong.' }
    : { da: `Her skal stå ${name.da}.`, en: `This must be ${name.en}.` }
}

function bound(
  origin: string,
  limit: number,
  side: 'least' | 'most',
  inclusive: boolean | undefined,
): LocalText {
  const da = side === 'least' ? 'mindst' : 'højst'
  const en = `at ${side}`
  if (origin === 'string') {
    if (side === 'least' && limit === 1)
      return { da: 'Feltet må ikke være tomt.', en: 'The field must not be empty.' }
    return {
      da: `Der skal være ${da} ${limit} tegn.`,
      en: `There must be ${en} ${limit} ${plural('en', limit, 'character', 'characters')}.`,
    }
  }
  if (origin === 'array' || origin === 'set' || origin === 'map') {
    return { da: `Der skal være ${da} ${limit} på listen.`, en: `There must be ${en} ${limit} in the list.` }
  }
  if (inclusive === false) {
    const more = side === 'least' ? { da: 'større', en: 'greater' } : { da: 'mindre', en: 'less' }
    return {
      da: `Tallet skal være ${more.da} end ${limit}.`,
      en: `The number must be ${more.en} than ${limit}.`,
    }
  }
  return { da: `Tallet skal være ${da} ${limit}.`, en: `The number must be ${en} ${limit}.` }
}
