import { listActionPlans } from '../../storage/learning/action-plan.ts'
import { listInitiativeActs, listInitiatives, type StoredAct } from '../../storage/learning/initiative.ts'
import type { ActionPlanId } from '../../storage/ids.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { listEverPublished, type EverPublished } from './ever-published.ts'

export interface PublishedPlan {
  readonly id: ActionPlanId
  readonly title: string
  readonly label: string
  readonly firstPublishedAt: Date
  readonly publishedAt: Date
  /** Those of the newest published version, then those it left out. */
  readonly initiatives: readonly EverPublished[]
  readonly acts: readonly StoredAct[]
}

/** The municipality's action plans, each as published last; the plan whose version was published last comes first. */
export async function listPublishedPlans(reader: PersonalReader): Promise<readonly PublishedPlan[]> {
  const plans: PublishedPlan[] = []
  for (const { id, title, versions } of await listActionPlans(reader)) {
    const published = versions.flatMap(({ label, publishedAt }) =>
      publishedAt === null ? [] : [{ label, publishedAt }],
    )
    const [newest, first] = [published[0], published.at(-1)]
    if (newest === undefined || first === undefined) continue
    plans.push({
      id,
      title,
      ...newest,
      firstPublishedAt: first.publishedAt,
      initiatives: listEverPublished(versions, await listInitiatives(reader, id)),
      acts: await listInitiativeActs(reader, id),
    })
  }
  return plans.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())
}
