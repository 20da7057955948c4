import type * as z from 'zod'
import type { KeyPath } from './yaml-lines.ts'

/** A part of a programme file with the way to it. */
export interface Part<T> {
  readonly value: T
  readonly path: KeyPath
}

/** The fields of a block whose own shape is right; the others are left out. */
export function soundFields<Shape extends z.ZodRawShape>(
  schema: z.ZodObject<Shape, z.core.$strict>,
  value: unknown,
): Partial<z.output<z.ZodObject<Shape, z.core.$strict>>> {
  const fields = Object.entries(schema.shape).flatMap(([key, field]) => {
    const written = fieldAt(value, key)
    const parsed = (field as z.ZodType).safeParse(written) // a strict object's fields are schemas
    return written !== undefined && parsed.success ? [[key, parsed.data] as const] : []
  })
  // Each field was parsed by its own schema, which is what the object's output type is made of.
  return Object.fromEntries(fields) as Partial<z.output<z.ZodObject<Shape, z.core.$strict>>>
}

export function list(container: unknown, key: string, path: KeyPath = []): Part<unknown>[] {
  const value = fieldAt(container, key)
  return Array.isArray(value)
    ? value.map((item: unknown, index) => ({ value: item, path: [...path, key, index] }))
    : []
}

/** A text, or a number as the text it is printed as. */
export function textAt(container: unknown, key: string): string | undefined {
  const value = fieldAt(container, key)
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? value : undefined
}

export function fieldAt(container: unknown, key: string): unknown {
  return typeof container === 'object' && container !== null && Object.hasOwn(container, key)
    ? Reflect.get(container, key)
    : undefined
}
