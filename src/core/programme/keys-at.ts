import * as z from 'zod'
import type { KeyPath } from './yaml-lines.ts'

/** The keys that the block at a path of a file of this shape may have; which ones a block with a kind may have follows from its kind in `data`. */
export function listKeysAt(path: KeyPath, data: unknown, shape: z.ZodType): readonly string[] {
  let schema: unknown = shape
  let value = data
  for (const step of path) {
    schema = inside(unwrap(schema, value), step)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  }
  const block = unwrap(schema, value)
  return block instanceof z.ZodObject ? Object.keys(block.shape) : []
}

function inside(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return Reflect.get(schema.shape, step)
  if (schema instanceof z.ZodArray) return schema.element
  return undefined
}

function unwrap(schema: unknown, value: unknown): unknown {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable)
    return unwrap(schema.unwrap(), value)
  if (schema instanceof z.ZodDiscriminatedUnion) {
    return schema.options.find(
      (option: unknown) =>
        option instanceof z.ZodObject && option.shape['kind']?.safeParse(kindOf(value)).success,
    )
  }
  return schema
}

function kindOf(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'kind') : undefined
}
