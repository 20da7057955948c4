import type { Language } from '../core/language/language.ts'
import { formatProblem, type Checked, type Problem } from '../core/language/problem.ts'

/** What a command may touch of the process it runs in. */
export interface Terminal {
  readonly language: Language
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** True when standard error is a terminal, so that progress bars make sense. */
  readonly interactive: boolean
}

/** The text of the terminal's language. */
export type Say = (danish: string, english: string) => string

export function sayIn({ language }: Pick<Terminal, 'language'>): Say {
  return (danish, english) => (language === 'da' ? danish : english)
}

/** Ends a command with an exit code; `main.ts` turns it into the process's. */
export class Exit extends Error {
  readonly code: 0 | 1 | 2
  constructor(code: 0 | 1 | 2) {
    super(`exit ${code}`)
    this.code = code
  }
}

/** Prints one line per problem on standard error and ends the command with exit code 1. */
export function refuse(terminal: Terminal, problems: readonly Problem[]): never {
  for (const problem of problems) terminal.err(`${formatProblem(problem, terminal.language)}\n`)
  throw new Exit(1)
}

/** The value, or the end of the command with its problems printed. */
export function orRefuse<T>(terminal: Terminal, checked: Checked<T>): T {
  return checked.ok ? checked.value : refuse(terminal, checked.problems)
}
