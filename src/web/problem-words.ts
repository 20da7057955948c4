import { CallRefused } from '../contract/client.ts'
import type { ProblemDetails } from '../contract/frame/problem-details.ts'
import type { common } from './texts/da/common.ts'

type ProblemTexts = (typeof common)['problem']

/** A failed call in words a person can act on. */
export interface ProblemWords {
  readonly heading: string
  readonly message: string
  /** What is wrong, one line each, with its place in the file where it has one. */
  readonly items: readonly string[]
  /** What to tell whoever reads the server's log; only for failures that are not the person's to mend. */
  readonly reference: string | null
}

/** The one place that turns what the server (or the network) said into words. */
export function wordsOf(error: unknown, texts: ProblemTexts): ProblemWords {
  // Anything else than a refusal means that no usable answer came.
  if (!(error instanceof CallRefused))
    return { heading: texts.heading, message: texts.noAnswer, items: [], reference: null }
  const { details } = error
  const items = [
    ...(details.errors ?? []).map((problem) => problem.text),
    ...(details.problems ?? []).map((problem) => placed(problem, texts)),
  ]
  return {
    heading: items.length > 0 ? texts.inputHeading : texts.heading,
    message: details.title,
    items,
    reference: details.status >= 500 ? texts.reference(details.requestId) : null,
  }
}

/** The field problems of a refused form, by field path, to be shown at the fields. */
export function fieldProblems(error: unknown): ReadonlyMap<string, string> {
  if (!(error instanceof CallRefused)) return new Map()
  return new Map((error.details.errors ?? []).map((problem) => [problem.path, problem.text]))
}

type ContentProblem = NonNullable<ProblemDetails['problems']>[number]

function placed({ file, line, column, text }: ContentProblem, texts: ProblemTexts): string {
  const place = [
    file,
    line === undefined ? undefined : texts.line(line),
    column === undefined ? undefined : texts.column(column),
  ].filter((part) => part !== undefined)
  return place.length === 0 ? text : `${place.join(', ')}: ${text}`
}
