import { readFileSync } from 'node:fs'
import { compileRules } from '../../src/core/caseflow/compile-rules.ts'
import type { DeadlineRules } from '../../src/core/caseflow/deadline-rules.ts'
import { parsed } from '../../src/core/caseflow/judge-fixture.ts'

const programmes = new URL('../../programmes/', import.meta.url)

export function readLaw(name: 'serviceloven' | 'barnets-lov'): DeadlineRules {
  return parsed(readFileSync(new URL(`deadlines-${name}.yaml`, programmes), 'utf8'))
}

/** Both laws, as a municipality has them. */
export const laws = compileRules([readLaw('serviceloven'), readLaw('barnets-lov')])
