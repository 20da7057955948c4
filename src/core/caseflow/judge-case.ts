import type { CaseEvent } from './case-event.ts'
import type { CompiledRules } from './compile-rules.ts'
import type { Deadline } from './deadline.ts'

export function judgeCase(compiled: CompiledRules, events: readonly CaseEvent[], asOf: number): Deadline[] {
  throw new Error(`${compiled.list.length} ${events.length} ${asOf}`)
}
