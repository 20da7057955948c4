import type { DeadlineRules } from './deadline-rules.ts'

export interface CompiledRules {
  readonly list: readonly DeadlineRules[]
}

export function compileRules(list: readonly DeadlineRules[]): CompiledRules {
  return { list }
}
