import * as z from 'zod'
import { deadlineRules } from './deadline-rules-schema.ts'

/**
 * The JSON Schema (2020-12) that editors complete and check files of deadline rules by; `programmes/deadlines.schema.json`
 * is this. It says what the validator says of each part's shape, not what parts say about each other.
 */
export function deadlineRulesJsonSchema(): Readonly<Record<string, unknown>> {
  const { $schema, ...schema } = z.toJSONSchema(deadlineRules, { io: 'input', target: 'draft-2020-12' })
  return {
    $schema,
    title: 'Deadline rules (fristregler)',
    description: 'See docs/deadlines.md.',
    ...schema,
  }
}
