import { z } from 'zod'

interface Json {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Json[]
  readonly oneOf?: readonly Json[]
  readonly allOf?: readonly Json[]
  readonly type?: string
  readonly format?: string
  readonly minLength?: number
  readonly minimum?: number
  readonly minItems?: number
  readonly items?: Json
  readonly properties?: Readonly<Record<string, Json>>
  readonly required?: readonly string[]
}

/** What to fill in where the schema alone does not say what is good. */
export interface Known {
  /** By the field's name. */
  readonly texts: Readonly<Record<string, string>>
  /** The id that a field of this name gets. */
  idFor(name: string): string
}

/** The fields that hold an id, at any depth, in the order that they are written. */
export function idFieldsOf(schema: z.ZodType): readonly string[] {
  const fields = new Set<string>()
  sampleOf(schema, { texts: {}, idFor: (name) => (fields.add(name), name) })
  return [...fields]
}

/** Something that the schema takes, as small as it may be. */
export function sampleOf(schema: z.ZodType, known: Known): unknown {
  // What zod writes is JSON schema; the parts read here are those of `Json`.
  return sample(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json, known, '')
}

function sample(schema: Json, known: Known, name: string): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined)
    return schema.enum.find((each) => each === known.texts[name]) ?? schema.enum[0]
  const choices = schema.anyOf ?? schema.oneOf ?? []
  const choice = choices.find(({ type }) => type !== 'null')
  if (choice !== undefined) {
    // Nothing where nothing will do, but a thing that can be named is.
    const needless = choice.format !== 'uuid' && known.texts[name] === undefined
    if (needless && choices.some(({ type }) => type === 'null')) return null
    return sample(choice, known, name)
  }
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key, value]) => schema.required?.includes(key) === true || value.format === 'uuid')
          .map(([key, value]) => [key, sample(value, known, key)]),
      )
    case 'array':
      return Array.from({ length: lengthOf(schema) }, () => sample(schema.items ?? {}, known, name))
    case 'integer':
    case 'number':
      return Math.max(schema.minimum ?? 0, 0)
    case 'boolean':
      return false
    case 'string':
      return schema.format === 'uuid' ? known.idFor(name) : (known.texts[name] ?? sampleText(schema))
    case undefined:
      return known.texts[name] ?? {}
    default:
      return {}
  }
}

/** Something to choose is better chosen than not. */
function lengthOf({ minItems = 0, items }: Json): number {
  return Math.max(minItems, items?.enum === undefined ? 0 : 1)
}

function sampleText({ format, minLength = 0 }: Json): string {
  if (format === 'date') return '2026-01-02'
  if (format === 'date-time') return '2026-01-02T10:00:00Z'
  return 'Prøve'.padEnd(minLength, 'x')
}
