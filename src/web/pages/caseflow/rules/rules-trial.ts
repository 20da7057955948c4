import { useEffect, useRef, useState } from 'react'
import { tryRules, type RulesCandidate } from '../../../../contract/caseflow/rules.ts'
import { call, type CallOutput } from '../../../../contract/client.ts'

type Portion = CallOutput<typeof tryRules>
export type Effect = Portion['effects'][number]

interface Trial {
  readonly cases: number
  readonly changed: number
  readonly examples: readonly string[]
  readonly effects: readonly Effect[]
  readonly state: 'running' | 'stopped' | 'done'
  /** Why a portion got no answer. */
  readonly error: unknown
}

/** Cases named as examples. */
const mostExamples = 5

/** Judges all cases portion by portion, so that whoever waits sees how far it is and can stop. */
export function useTrial(candidate: RulesCandidate): {
  readonly trial: Trial
  readonly stop: () => void
  readonly goOn: () => void
} {
  const [portions, setPortions] = useState<readonly Portion[]>([])
  const [running, setRunning] = useState(true)
  const [error, setError] = useState<unknown>(null)
  const next = useRef<string | null>('')
  useEffect(() => {
    if (!running) return undefined
    const left = new AbortController()
    const judge = async (): Promise<void> => {
      while (next.current !== null && !left.signal.aborted) {
        const after = next.current
        const body = { candidate, ...(after !== '' && { after }) }
        const portion = await call(tryRules, { body }, { signal: left.signal })
        if (left.signal.aborted) return
        next.current = portion.next
        setPortions((before) => [...before, portion])
      }
      setRunning(false)
    }
    judge().catch((reason: unknown) => {
      if (left.signal.aborted) return
      setError(reason)
      setRunning(false)
    })
    return () => left.abort()
  }, [candidate, running])
  const isDone = portions.at(-1)?.next === null
  return {
    trial: { ...summed(portions), state: isDone ? 'done' : running ? 'running' : 'stopped', error },
    stop: () => setRunning(false),
    goOn: () => {
      setError(null)
      setRunning(true)
    },
  }
}

function summed(portions: readonly Portion[]): Omit<Trial, 'state' | 'error'> {
  const effects = Map.groupBy(
    portions.flatMap((portion) => portion.effects),
    ({ rule }) => rule,
  )
  return {
    cases: portions.reduce((sum, { cases }) => sum + cases, 0),
    changed: portions.reduce((sum, { changed }) => sum + changed, 0),
    examples: portions.flatMap(({ examples }) => examples).slice(0, mostExamples),
    effects: [...effects]
      .map(([rule, each]) => ({
        rule,
        before: added(each.map(({ before }) => before)),
        after: added(each.map(({ after }) => after)),
      }))
      .toSorted((one, other) => (one.rule < other.rule ? -1 : 1)),
  }
}

function added(counts: readonly Effect['before'][]): Effect['before'] {
  const sum = (state: keyof Effect['before']) => counts.reduce((total, each) => total + (each[state] ?? 0), 0)
  return {
    running: sum('running'),
    open: sum('open'),
    met: sum('met'),
    late: sum('late'),
    'cannot-tell': sum('cannot-tell'),
  }
}
