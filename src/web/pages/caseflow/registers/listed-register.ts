import type { listRegister } from '../../../../contract/caseflow/registers.ts'
import type { CallOutput } from '../../../../contract/client.ts'

/** A register as the server sends it. */
export type ListedRegister = CallOutput<typeof listRegister>
