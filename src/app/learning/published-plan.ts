import { listActionPlans } from '../../storage/learning/action-plan.ts'
import {
  listInitiativeActs,
  listInitiatives,
  type NamedInitiative,
  type StoredAct,
} from '../../storage/learning/initiative.ts'
import type { ActionPlanId } from '../../storage/ids.ts'
import type { PersonalReader } from '../../storage/transaction.ts'

export interface PublishedPlan {
  readonly id: ActionPlanId
  readonly title: string
  readonly label: string
  readonly publishedAt: Date
  readonly initiatives: readonly NamedInitiative[]
  readonly acts: readonly StoredAct[]
}

/** The municipality's action plan: of all plans the version that was published last. */
export async function findPublishedPlan(reader: PersonalReader): Promise<PublishedPlan | null> {
  const published = (await listActionPlans(reader)).flatMap(({ id, title, versions }) => {
    const newest = versions.find(({ publishedAt }) => publishedAt !== null)
    if (newest === undefined || newest.publishedAt === null) return []
    return [{ id, title, label: newest.label, version: newest.version, publishedAt: newest.publishedAt }]
  })
  const plan = published.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())[0]
  if (plan === undefined) return null
  const { version, ...rest } = plan
  return {
    ...rest,
    initiatives: await listInitiatives(reader, plan.id, version),
    acts: await listInitiativeActs(reader, plan.id),
  }
}
