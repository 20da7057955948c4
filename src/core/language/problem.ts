import type { Language, LocalText } from './language.ts'

/** Where in the user's input a problem lies. Lines count from 1, the header row included; `column` is a column's name or a key path. */
export interface Place {
  readonly file?: string
  readonly line?: number
  /** Within the line, from 1; where a reader of YAML or JSON stopped understanding. */
  readonly character?: number
  readonly column?: string
}

/**
 * Something wrong with input that its author can mend. `code` is stable and kebab-case (`duplicate-case`); `text` says
 * in both languages what is wrong and what to do. Problems are values: core collects as many as it can find and
 * returns them; nothing is thrown for bad input.
 */
export interface Problem {
  readonly code: string
  readonly text: LocalText
  readonly at?: Place
}

/** Either a value or the reasons why there is none. */
export type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] }

/** One line for a terminal: `file:line:column: text`. Parts that are not known are left out. */
export function formatProblem(problem: Problem, language: Language): string {
  const { file, line, character, column } = problem.at ?? {}
  const place = [file, line, character, column].filter((part) => part !== undefined).join(':')
  return place === '' ? problem.text[language] : `${place}: ${problem.text[language]}`
}
