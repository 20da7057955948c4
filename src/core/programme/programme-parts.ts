import * as z from 'zod'
import { level, question, type LevelSource, type QuestionSource } from './programme-schema.ts'
import type { KeyPath } from './yaml-source.ts'

/** One part of a programme whose own shape is right, with the way to it. */
export interface Part<T> {
  readonly value: T
  readonly path: KeyPath
}

export interface StageParts {
  readonly key: string | undefined
  readonly path: KeyPath
  readonly sections: readonly Part<number>[]
  readonly questions: readonly Part<QuestionSource>[]
}

/**
 * What of a programme can be checked against the rest even while other parts are wrong. The keys are gathered leniently:
 * a law whose title is missing still exists, so that one mistake does not drag others after it.
 */
export interface ProgrammeParts {
  readonly laws: readonly Part<{ key: string; from: string | undefined; until: string | undefined }>[]
  readonly themes: readonly Part<string>[]
  readonly stages: readonly StageParts[]
  readonly levels: readonly Part<LevelSource>[]
  /** Numbers of all levels, also of those whose shape is wrong. */
  readonly levelNumbers: readonly number[]
}

export function gatherParts(data: unknown): ProgrammeParts {
  const levels = list(data, 'levels')
  return {
    laws: list(data, 'laws').flatMap(({ value, path }) => {
      const key = text(value, 'key')
      return key === undefined
        ? []
        : [{ path, value: { key, from: text(value, 'from'), until: text(value, 'until') } }]
    }),
    themes: list(data, 'themes').flatMap(({ value, path }) => {
      const key = text(value, 'key')
      return key === undefined ? [] : [{ path, value: key }]
    }),
    stages: list(data, 'stages').map(gatherStage),
    levels: levels.flatMap((part) => shaped(level, part)),
    levelNumbers: levels.flatMap(({ value }) => numberAt(value, 'level') ?? []),
  }
}

function gatherStage({ value, path }: Part<unknown>): StageParts {
  return {
    key: text(value, 'key'),
    path,
    sections: list(value, 'sections', path).flatMap((section) => {
      const number = numberAt(section.value, 'number')
      return number === undefined ? [] : [{ path: section.path, value: number }]
    }),
    questions: list(value, 'questions', path).flatMap((part) => shaped(question, part)),
  }
}

function shaped<T>(schema: z.ZodType<T>, part: Part<unknown>): Part<T>[] {
  const parsed = schema.safeParse(part.value)
  return parsed.success ? [{ value: parsed.data, path: part.path }] : []
}

function list(container: unknown, key: string, path: KeyPath = []): Part<unknown>[] {
  const value = at(container, key)
  return Array.isArray(value)
    ? value.map((item: unknown, index) => ({ value: item, path: [...path, key, index] }))
    : []
}

function text(container: unknown, key: string): string | undefined {
  const value = at(container, key)
  return typeof value === 'string' ? value : undefined
}

function numberAt(container: unknown, key: string): number | undefined {
  const value = at(container, key)
  return typeof value === 'number' ? value : undefined
}

function at(container: unknown, key: string): unknown {
  return typeof container === 'object' && container !== null ? Reflect.get(container, key) : undefined
}
