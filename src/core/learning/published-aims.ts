import { aimKey, type Aim } from './goal-figure.ts'

/** What one published version said an initiative aims at. */
export interface PublishedText {
  readonly label: string
  /** ISO day. */
  readonly publishedOn: string
  readonly aims: readonly Aim[]
}

export interface PublishedAim {
  readonly aim: Aim
  /** The first version that had it. */
  readonly label: string
  readonly publishedOn: string
  /** The version that has it no more; null: the newest one of the initiative still has it. */
  readonly takenOut: string | null
}

/**
 * All that an initiative was ever published to aim at, the versions given oldest first: what the newest says in its order, then
 * what was taken out. An aim that could be taken out when it disappoints would leave the rest looking better than they are.
 */
export function listPublishedAims(texts: readonly PublishedText[]): readonly PublishedAim[] {
  const keys = new Set([texts.at(-1), ...texts].flatMap((text) => text?.aims.map(aimKey) ?? []))
  return [...keys].flatMap((key): PublishedAim[] => {
    const has = ({ aims }: PublishedText) => aims.some((aim) => aimKey(aim) === key)
    const first = texts.find(has)
    const aim = first?.aims.find((each) => aimKey(each) === key)
    if (first === undefined || aim === undefined) return []
    const { label, publishedOn } = first
    return [{ aim, label, publishedOn, takenOut: texts[texts.findLastIndex(has) + 1]?.label ?? null }]
  })
}

/** The aim was chosen without knowing: it was published before the results of the round after were open. Days are ISO. */
export function isForeseen({ publishedOn }: Pick<PublishedAim, 'publishedOn'>, knownOn: string): boolean {
  return publishedOn < knownOn
}
