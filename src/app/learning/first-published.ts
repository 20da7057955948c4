import type { InitiativeId } from '../../storage/ids.ts'
import type { ActionPlanVersion } from '../../storage/learning/action-plan.ts'
import type { NamedInitiative } from '../../storage/learning/initiative.ts'
import { danishDay } from '../frame/danish-day.ts'

/** An initiative as it was first published, before anybody knew how it would go. Days are ISO. */
export interface FirstPublished {
  readonly startsOn: string
  readonly publishedOn: string
}

/** `texts` of the plan's published versions, the newest version first. */
export function getFirstPublished(
  versions: readonly ActionPlanVersion[],
  texts: readonly NamedInitiative[],
  id: InitiativeId,
): FirstPublished {
  const first = texts.findLast((each) => each.id === id)
  const publishedAt = versions.find(({ version }) => version === first?.version)?.publishedAt ?? null
  if (first === undefined || publishedAt === null) throw new Error('an initiative that was never published')
  return { startsOn: first.startsOn, publishedOn: danishDay(publishedAt) }
}
