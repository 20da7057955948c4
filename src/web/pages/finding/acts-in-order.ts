import type { FindingView } from '../../../contract/finding/finding.ts'
import { isRegistrationOnly } from '../../../core/finding/finding.ts'
import type { FindingActKind } from '../../../core/finding/finding-act.ts'

type Standing = Pick<FindingView, 'state' | 'measures' | 'contact' | 'acts'>

/** The act that takes the finding on; undefined: somebody else's, or it is closed. */
export function mainActOf(of: Standing): FindingActKind | undefined {
  const next = nextOf(of)
  return next !== null && of.acts.includes(next) ? next : undefined
}

/** What the person can do now, the act that takes the finding on first. */
export function actsInOrder(of: Standing): readonly FindingActKind[] {
  const main = mainActOf(of)
  return main === undefined ? of.acts : [main, ...of.acts.filter((act) => act !== main)]
}

function nextOf({ state, measures, contact }: Standing): FindingActKind | null {
  switch (state) {
    case 'open':
      return 'plan'
    case 'planned':
      return isRegistrationOnly({ measures }) ? 'carry-out' : 'contact'
    case 'contacted':
      return contact?.response === 'declined' ? 'plan' : 'carry-out'
    case 'carried-out':
      return 'verify'
    case 'proposed':
      return 'approve'
    case 'verified':
    case 'not-restored':
    case 'fallen-away':
      return null
  }
  return state satisfies never
}
