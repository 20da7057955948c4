import { compileRules, type CompiledRules } from '../../../core/caseflow/compile-rules.ts'
import { gatesKey } from '../../../core/caseflow/registers/register.ts'
import { rulesToComeWith, type IncludedRules } from '../included-rules.ts'
import type { DeadlineRules } from '../../../core/caseflow/deadline-rules.ts'
import { listUnregistered } from '../../../storage/caseflow/registered-kinds.ts'
import type { Reader } from '../../../storage/transaction.ts'

export interface Gates {
  readonly rules: readonly DeadlineRules[]
  /** Of the gates alone. */
  readonly compiled: CompiledRules
}

/** The rules that the registers are shown by: those published, or those that come with the program. */
export async function gatesOf(reader: Reader, included: IncludedRules): Promise<Gates> {
  return gatesAmong(reader, await rulesToComeWith(reader, included, gatesKey))
}

/** The gates of rules that are known already, with what was never registered. */
export async function gatesAmong(reader: Reader, rules: readonly DeadlineRules[]): Promise<Gates> {
  return {
    rules,
    compiled: compileRules(
      rules.filter(({ key }) => key === gatesKey),
      await listUnregistered(reader, rules),
    ),
  }
}
