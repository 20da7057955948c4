import { DraftKeeper, lockOf } from './draft-keeper.ts'
import { DraftSeal } from './draft-seal.ts'
import { countDrafts, listDrafts, removeDraft, removeDraftsOf } from './draft-store.ts'
import type { ReviewDrafts } from './draft.ts'

/** A record whose tab is gone, opened. */
export interface LeftDrafts extends ReviewDrafts {
  readonly id: string
}

/** The drafts on this computer of one person in one municipality. */
export class Drafts {
  readonly #owner: string
  readonly #keepers = new Set<DraftKeeper>()
  #seal: Promise<DraftSeal> | undefined

  constructor(owner: string) {
    this.#owner = owner
  }

  /** Fetched once and kept in memory. */
  readonly #getSeal = (): Promise<DraftSeal> => {
    this.#seal ??= DraftSeal.fetch().catch((error: unknown) => {
      this.#seal = undefined
      throw error
    })
    return this.#seal
  }

  /** So that the key is there when the network is not. */
  async prepare(): Promise<void> {
    await this.#getSeal().catch(() => undefined)
  }

  /** What earlier tabs left, of all reviews or one. What can no longer be read by anyone is removed. */
  async listLeft(review?: string): Promise<readonly LeftDrafts[]> {
    const records = await listDrafts(this.#owner)
    if (records.length === 0) return []
    const { held = [] } = await navigator.locks.query()
    const living = new Set(held.map(({ name }) => name))
    const seal = await this.#getSeal()
    const left: LeftDrafts[] = []
    for (const record of records) {
      if (living.has(lockOf(record.id))) continue
      const opened = await seal.open(record)
      if (opened === undefined) await removeDraft(record.id)
      else if (review === undefined || opened.review === review) left.push({ id: record.id, ...opened })
    }
    return left
  }

  /** `id`: goes on with the record that an earlier tab left. */
  keeper({
    review,
    caseId,
    asked = {},
    id = crypto.randomUUID(),
  }: Omit<LeftDrafts, 'drafts' | 'id'> & { readonly id?: string }) {
    const keeper = new DraftKeeper({ id, owner: this.#owner, review, caseId, asked, seal: this.#getSeal })
    this.#keepers.add(keeper)
    return keeper
  }

  remove(id: string): Promise<void> {
    return removeDraft(id)
  }

  endKeepers(): void {
    for (const keeper of this.#keepers) keeper.end()
    this.#keepers.clear()
  }
}

let current: { readonly owner: string; readonly drafts: Drafts } | undefined
const wiped = new Set<() => void>()

export function ownerOf(session: {
  readonly municipality: { readonly id: string }
  readonly person: { readonly id: string }
}): string {
  return `${session.municipality.id} ${session.person.id}`
}

/** The drafts of the person in the seat; the one before loses their keys. */
export function draftsOf(owner: string): Drafts {
  if (current?.owner !== owner) current = { owner, drafts: new Drafts(owner) }
  return current.drafts
}

/** Reviews with unsent answers on this computer; 0 also where the browser keeps nothing. */
export function countUnsent(owner: string): Promise<number> {
  return countDrafts(owner).catch(() => 0)
}

/** Called after a person's drafts were wiped, for whoever holds some in memory. */
export function onWiped(listener: () => void): void {
  wiped.add(listener)
}

export async function wipeDrafts(owner: string): Promise<void> {
  if (current?.owner === owner) {
    current.drafts.endKeepers()
    current = undefined
  }
  for (const listener of wiped) listener()
  await removeDraftsOf(owner).catch(() => undefined)
}
