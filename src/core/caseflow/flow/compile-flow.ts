import type { LocalText } from '../../language/language.ts'
import type { DeadlineRules } from '../deadline-rules.ts'
import { limitWords } from '../limit-words.ts'
import type { FlowRule } from './flow-figures.ts'
import type { FlowDefinition } from './flow-definition.ts'
import { notificationWords, type FlowWords } from './flow-words.ts'

type KindSet = ReadonlySet<string>

export type CompiledTime =
  | { readonly key: string; readonly name: LocalText; readonly of: 'received' }
  | {
      readonly key: string
      readonly name: LocalText
      readonly of: 'span'
      readonly start: KindSet
      readonly end: KindSet
      readonly stop: KindSet
    }

/** What several files of rules say of the reports, put together: laws that follow each other speak of the same events. */
export interface CompiledFlow {
  readonly isDefined: boolean
  /** Of the newest rules that say what is counted. */
  readonly words: FlowWords
  readonly received: KindSet
  readonly opened: KindSet
  readonly completed: KindSet
  readonly settled: KindSet
  readonly closed: KindSet
  readonly times: readonly CompiledTime[]
  readonly measures: { readonly start: KindSet; readonly end: KindSet; readonly types: readonly string[] }
  readonly placements: { readonly start: KindSet; readonly end: KindSet; readonly plan: KindSet }
  readonly followUpsHeld: KindSet
  readonly visitsHeld: KindSet
  /** Ids of rules, by what the reports ask of them, and the text of the newest that has each. */
  readonly prompt: readonly FlowRule[]
  readonly planRules: readonly FlowRule[]
  readonly followUps: readonly FlowRule[]
  readonly visits: readonly FlowRule[]
}

export function compileFlow(list: readonly DeadlineRules[]): CompiledFlow {
  const flows = newestLast(list).flatMap(({ flow }) => (flow === null ? [] : [flow]))
  const kinds = (of: (flow: FlowDefinition) => readonly string[]): KindSet => new Set(flows.flatMap(of))
  const rules = (of: (flow: FlowDefinition) => readonly string[]): readonly FlowRule[] =>
    [...kinds(of)].sort().flatMap((id) => findFlowRule(list, id) ?? [])
  return {
    isDefined: flows.length > 0,
    words: flows.at(-1)?.words ?? notificationWords,
    received: kinds(({ received }) => received),
    opened: kinds(({ opened }) => opened),
    completed: kinds(({ completed }) => completed),
    settled: kinds(({ settled }) => settled),
    closed: kinds(({ closed }) => closed),
    times: timesOf(flows),
    measures: {
      start: kinds(({ measures }) => measures.start),
      end: kinds(({ measures }) => measures.end),
      types: [...kinds(({ measures: { type } }) => (type === '' ? [] : [type]))],
    },
    placements: {
      start: kinds(({ placements }) => placements.start),
      end: kinds(({ placements }) => placements.end),
      plan: kinds(({ placements }) => placements.plan),
    },
    followUpsHeld: kinds(({ followUps }) => followUps.held),
    visitsHeld: kinds(({ visits }) => visits.held),
    prompt: rules(({ prompt }) => prompt),
    planRules: rules(({ placements }) => placements.planRules),
    followUps: rules(({ followUps }) => followUps.rules),
    visits: rules(({ visits }) => visits.rules),
  }
}

/** What a rule asks, in the words of the newest rules that have it. */
export function findFlowRule(list: readonly DeadlineRules[], id: string): FlowRule | undefined {
  const found = newestLast(list)
    .flatMap(({ deadlines }) => deadlines.filter((rule) => rule.id === id))
    .at(-1)
  return found === undefined
    ? undefined
    : { id, text: found.text, legal: found.legal, limit: limitWords(found) }
}

function newestLast(list: readonly DeadlineRules[]): readonly DeadlineRules[] {
  return list.toSorted((one, other) => ((one.inForce.from ?? '') < (other.inForce.from ?? '') ? -1 : 1))
}

/** A time of one key in several files is one; the newest gives its name. */
function timesOf(flows: readonly FlowDefinition[]): readonly CompiledTime[] {
  const byKey = Map.groupBy(
    flows.flatMap(({ times }) => times),
    ({ key }) => key,
  )
  return [...byKey.values()].flatMap((times): CompiledTime[] => {
    const last = times.at(-1)
    if (last === undefined) return []
    const { key, name } = last
    if (last.of === 'received') return [{ key, name, of: 'received' }]
    const spans = times.filter((time) => time.of === 'span')
    return [
      {
        key,
        name,
        of: 'span',
        start: new Set(spans.flatMap(({ start }) => start)),
        end: new Set(spans.flatMap(({ end }) => end)),
        stop: new Set(spans.flatMap(({ stop }) => stop)),
      },
    ]
  })
}
