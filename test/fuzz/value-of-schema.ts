import * as fc from 'fast-check'

/** What is read here of a JSON Schema as the OpenAPI document writes it. */
export interface Schema {
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
}

/** Values that mean something to the database, by the name of the field. */
export type KnownValues = (field: string) => readonly string[]

/** Longer texts are tried by the broken and the hostile values. */
const longEnough = 40

/** Values that the schema takes; ids mostly of things that exist, or hardly a request would get past the first question. */
export function valueOf(schema: Schema, known: KnownValues, field = ''): fc.Arbitrary<unknown> {
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices !== undefined) return fc.oneof(...choices.map((one) => valueOf(one, known, field)))
  switch (schema.type) {
    case 'object':
      return objectOf(schema, known)
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, known, field), {
        minLength: schema.minItems ?? 0,
        maxLength: Math.max(schema.minItems ?? 0, Math.min(schema.maxItems ?? 3, 3)),
      })
    case 'integer': {
      const min = schema.minimum ?? (schema.exclusiveMinimum === undefined ? 0 : schema.exclusiveMinimum + 1)
      return fc.integer({ min: Math.max(min, -(2 ** 31)), max: Math.min(schema.maximum ?? 100, 2 ** 31 - 1) })
    }
    case 'number':
      return fc.double({
        min: schema.minimum ?? schema.exclusiveMinimum ?? 0,
        max: schema.maximum ?? 1000,
        minExcluded: schema.exclusiveMinimum !== undefined,
        noNaN: true,
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'string':
      return textOf(schema, known(field))
    case undefined:
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objectOf(schema: Schema, known: KnownValues): fc.Arbitrary<unknown> {
  const { additionalProperties } = schema
  if (schema.properties === undefined && typeof additionalProperties === 'object')
    return fc.dictionary(fc.string({ maxLength: 12 }), valueOf(additionalProperties, known), { maxKeys: 4 })
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([name, one]) => [name, valueOf(one, known, name)]),
  )
  return fc.record(fields, {
    requiredKeys: Object.keys(fields).filter((name) => schema.required?.includes(name)),
  })
}

function textOf(schema: Schema, known: readonly string[]): fc.Arbitrary<string> {
  const made = newText(schema)
  if (known.length === 0) return made
  return fc.oneof({ arbitrary: fc.constantFrom(...known), weight: 4 }, { arbitrary: made, weight: 1 })
}

function newText({ format, pattern, minLength = 0, maxLength = longEnough }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'email') return fc.emailAddress()
  if (format === 'date')
    return fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
  if (format === 'date-time')
    return fc
      .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString())
  if (pattern !== undefined && !/\\p|\(\?/.test(pattern)) return fc.stringMatching(new RegExp(pattern))
  const length = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, longEnough)) }
  // Names that may begin an address hold letters and digits only.
  if (pattern !== undefined) return fc.string({ ...length, unit: fc.constantFrom('a', 'æ', 'Å', '7') })
  return fc.string({ ...length, unit: 'grapheme' })
}
