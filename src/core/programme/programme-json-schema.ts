import * as z from 'zod'
import { programme } from './programme-schema.ts'

/**
 * The JSON Schema (2020-12) that editors complete and check programme files by; `programmes/programme.schema.json` is
 * this. It says what the validator says of each part's shape, not what parts say about each other.
 */
export function programmeJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(programme, { io: 'input', target: 'draft-2020-12' })
  return {
    $schema,
    title: 'Programme of an audit (tilsynsprogram)',
    description: 'See docs/programme-format.md.',
    ...schema,
  }
}
