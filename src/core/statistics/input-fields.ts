import type { LocalText } from '../language/language.ts'
import { StatisticsError } from './statistics-error.ts'

/** Turns the value found at `path` of an input (such as `rows[3].w`) into what a function takes, or refuses it. */
export type Read<T> = (value: unknown, path: string) => T

/** The readers of an object's fields; those wrapped in `optional` may be absent. */
type Fields<T> = { readonly [Name in keyof T]: Read<T[Name]> }

const optionalReaders = new WeakSet<object>()

/** A field that may be absent; it then reads as undefined. */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  const reader: Read<T | undefined> = (value, path) => (value === undefined ? undefined : read(value, path))
  optionalReaders.add(reader)
  return reader
}

export const number: Read<number> = (value, path) => {
  if (typeof value !== 'number') throw wrongType(value, path, { da: 'et tal', en: 'a number' })
  return value
}

export const boolean: Read<boolean> = (value, path) => {
  if (typeof value !== 'boolean')
    throw wrongType(value, path, { da: 'true eller false', en: 'true or false' })
  return value
}

/** A category, stratum or other key: text or number. */
export const key: Read<string | number> = (value, path) => {
  if (typeof value === 'string') return value
  if (typeof value !== 'number')
    throw wrongType(value, path, { da: 'et tal eller en tekst', en: 'a number or a text' })
  return value
}

/** The read value, or null where the input has null. */
export function orNull<T>(read: Read<T>): Read<T | null> {
  return (value, path) => (value === null ? null : read(value, path))
}

export function list<T>(read: Read<T>): Read<T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) throw wrongType(value, path, { da: 'en liste', en: 'a list' })
    return value.map((item: unknown, i) => read(item, `${path}[${i}]`))
  }
}

export function oneOf<const T extends string>(...words: readonly T[]): Read<T> {
  return (value, path) => {
    const word = words.find((candidate) => candidate === value)
    if (word === undefined) {
      throw wrongType(value, path, {
        da: `et af ordene ${words.join(', ')}`,
        en: `one of ${words.join(', ')}`,
      })
    }
    return word
  }
}

/** An object whose values are all read alike, by whatever names they have. */
export function record<T>(read: Read<T>): Read<Record<string, T>> {
  return (value, path) => {
    const entries = Object.entries(requireObject(value, path))
    return Object.fromEntries(entries.map(([name, item]) => [name, read(item, join(path, name))]))
  }
}

/** An object with exactly these fields. A field too many is refused too: a mistyped `conf` must not pass unseen. */
export function object<T extends object>(fields: Fields<T>): Read<T> {
  return (value, path) => {
    const source = requireObject(value, path)
    for (const name of Object.keys(source)) {
      if (!Object.hasOwn(fields, name)) {
        const known = Object.keys(fields).join(', ')
        throw new StatisticsError('unknown-field', {
          da: `Feltet ${join(path, name)} kendes ikke; kendte felter: ${known}.`,
          en: `Field ${join(path, name)} is not known; known fields: ${known}.`,
        })
      }
    }
    const read = Object.entries<Read<unknown>>(fields).map(([name, reader]) => {
      if (!Object.hasOwn(source, name) && !optionalReaders.has(reader)) {
        throw new StatisticsError('missing-field', {
          da: `Feltet ${join(path, name)} mangler.`,
          en: `Field ${join(path, name)} is missing.`,
        })
      }
      return [name, reader(source[name], join(path, name))] as const
    })
    // Every field of T was read by its own reader just above.
    return Object.fromEntries(read) as T
  }
}

function requireObject(value: unknown, path: string): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw wrongType(value, path, { da: 'et objekt', en: 'an object' })
  }
  // An object that is no list has text keys.
  return value as Readonly<Record<string, unknown>>
}

function join(path: string, name: string): string {
  return `${path}.${name}`
}

function wrongType(value: unknown, path: string, wanted: LocalText): StatisticsError {
  const found = kind(value)
  return new StatisticsError('wrong-type', {
    da: `${path} skal være ${wanted.da}, men er ${found.da}.`,
    en: `${path} must be ${wanted.en}, but is ${found.en}.`,
  })
}

function kind(value: unknown): LocalText {
  if (value === undefined) return { da: 'fraværende', en: 'absent' }
  if (value === null) return { da: 'null', en: 'null' }
  if (Array.isArray(value)) return { da: 'en liste', en: 'a list' }
  if (typeof value === 'object') return { da: 'et objekt', en: 'an object' }
  if (typeof value === 'string') return { da: 'en tekst', en: 'a text' }
  if (typeof value === 'number') return { da: 'et tal', en: 'a number' }
  // JSON knows no other kinds of value.
  return { da: 'true eller false', en: 'true or false' }
}
