import { listPublishedAims, type PublishedAim } from '../../core/learning/published-aims.ts'
import type { ActionPlanVersion } from '../../storage/learning/action-plan.ts'
import type { NamedInitiative } from '../../storage/learning/initiative.ts'
import { danishDay } from '../frame/danish-day.ts'

/** An initiative as the newest published version that has it says, with what no later version can take back. */
export interface EverPublished extends NamedInitiative {
  /** As it was first published, before anybody knew how it would go. Days are ISO. */
  readonly first: { readonly startsOn: string; readonly publishedOn: string }
  readonly everAimed: readonly PublishedAim[]
  /** Label of the version that has it no more; null: the plan's newest published version has it. */
  readonly leftOutIn: string | null
}

/**
 * All initiatives that a plan ever published: those of its newest version in its order, then those left out. `versions` and
 * `texts` are given newest first; drafts among them are passed over.
 */
export function listEverPublished(
  versions: readonly ActionPlanVersion[],
  texts: readonly NamedInitiative[],
): readonly EverPublished[] {
  const published = versions
    .flatMap(({ version, label, publishedAt }) =>
      publishedAt === null ? [] : [{ version, label, publishedOn: danishDay(publishedAt) }],
    )
    .toReversed()
  const newestFirst = texts.filter((text) => published.some(({ version }) => version === text.version))
  const groups = Map.groupBy(newestFirst, ({ id }) => id)
  return [...groups.values()].flatMap((own): EverPublished[] => {
    const [text] = own
    const told = own.toReversed().flatMap((each) => {
      const held = published.find(({ version }) => version === each.version)
      return held === undefined ? [] : [{ ...held, startsOn: each.startsOn, aims: each.aims }]
    })
    const [first] = told
    if (text === undefined || first === undefined) return []
    return [
      {
        ...text,
        first: { startsOn: first.startsOn, publishedOn: first.publishedOn },
        everAimed: listPublishedAims(told),
        leftOutIn: published.find(({ version }) => version > text.version)?.label ?? null,
      },
    ]
  })
}
