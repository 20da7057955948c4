import type { LocalText } from '../../language/language.ts'
import type { FlowDefinition, TimeDefinition } from './flow-definition.ts'
import { notificationWords, type FlowWords } from './flow-words.ts'

type Kinds = string[]

/** As a file writes it; what is left out counts nothing, and has the words of the laws on children. */
export interface FlowSource {
  readonly words?: FlowWords
  readonly received?: Kinds
  readonly opened?: Kinds
  readonly completed?: Kinds
  readonly settled?: Kinds
  readonly closed?: Kinds
  readonly prompt?: Kinds
  readonly times?: {
    readonly key: string
    readonly name: LocalText
    readonly of?: 'received'
    readonly start?: Kinds
    readonly end?: Kinds
    readonly stop?: Kinds
  }[]
  readonly measures?: { readonly start: Kinds; readonly end?: Kinds; readonly type?: string }
  readonly placements?: {
    readonly start: Kinds
    readonly end?: Kinds
    readonly plan?: Kinds
    readonly planRules?: Kinds
  }
  readonly followUps?: { readonly held: Kinds; readonly rules?: Kinds }
  readonly visits?: { readonly held: Kinds; readonly rules?: Kinds }
}

export function toFlowDefinition(source: FlowSource): FlowDefinition {
  const { measures, placements, followUps, visits, times = [] } = source
  return {
    words: source.words ?? notificationWords,
    received: source.received ?? [],
    opened: source.opened ?? [],
    completed: source.completed ?? [],
    settled: source.settled ?? [],
    closed: source.closed ?? [],
    prompt: source.prompt ?? [],
    times: times.map(({ key, name, of, start = [], end = [], stop = [] }): TimeDefinition =>
      of === 'received' ? { key, name, of } : { key, name, of: 'span', start, end, stop },
    ),
    measures: { start: measures?.start ?? [], end: measures?.end ?? [], type: measures?.type ?? '' },
    placements: {
      start: placements?.start ?? [],
      end: placements?.end ?? [],
      plan: placements?.plan ?? [],
      planRules: placements?.planRules ?? [],
    },
    followUps: { held: followUps?.held ?? [], rules: followUps?.rules ?? [] },
    visits: { held: visits?.held ?? [], rules: visits?.rules ?? [] },
  }
}
