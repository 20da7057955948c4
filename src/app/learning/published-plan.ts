import { listActionPlans } from '../../storage/learning/action-plan.ts'
import {
  listInitiativeActs,
  listInitiatives,
  type NamedInitiative,
  type StoredAct,
} from '../../storage/learning/initiative.ts'
import type { ActionPlanId } from '../../storage/ids.ts'
import type { PersonalReader } from '../../storage/transaction.ts'
import { getFirstPublished, type FirstPublished } from './first-published.ts'

export interface PublishedPlan {
  readonly id: ActionPlanId
  readonly title: string
  readonly label: string
  readonly publishedAt: Date
  readonly initiatives: readonly (NamedInitiative & { readonly first: FirstPublished })[]
  readonly acts: readonly StoredAct[]
}

/** The municipality's action plan: of all plans the version that was published last. */
export async function findPublishedPlan(reader: PersonalReader): Promise<PublishedPlan | null> {
  const published = (await listActionPlans(reader)).flatMap(({ id, title, versions: all }) => {
    const versions = all.filter(({ publishedAt }) => publishedAt !== null)
    const [newest] = versions
    if (newest === undefined || newest.publishedAt === null) return []
    const { label, version, publishedAt } = newest
    return [{ id, title, label, version, publishedAt, versions }]
  })
  const plan = published.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime())[0]
  if (plan === undefined) return null
  const { version, versions, ...rest } = plan
  const texts = (await listInitiatives(reader, plan.id)).filter((each) =>
    versions.some((one) => one.version === each.version),
  )
  return {
    ...rest,
    initiatives: texts
      .filter((each) => each.version === version)
      .map((each) => ({ ...each, first: getFirstPublished(versions, texts, each.id) })),
    acts: await listInitiativeActs(reader, plan.id),
  }
}
