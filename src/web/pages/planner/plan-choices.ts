import { useEffect, useState } from 'react'
import type { ProgrammeSummary } from '../../../contract/programme/programme.ts'
import { useFilters, type Filters } from '../../ui/filters.ts'

const keys = ['programme', 'rounds', 'n', 'min', 'keep', 'cases', 'goal', 'points'] as const
type Key = (typeof keys)[number]

/** A plan as it stands in the address: only what was chosen; all else follows from the rounds. */
export type PlanAddress = Filters<Key>
export type ChangePlan = (changes: { readonly [K in Key]?: string | undefined }) => void

/** The plan in the address, and the programmes there are to choose from. */
export interface ProgrammeChoice {
  readonly programmes: readonly ProgrammeSummary[]
  readonly address: PlanAddress
  readonly change: ChangePlan
}

/** Back to what the rounds propose. */
export const nothingChosen = {
  rounds: undefined,
  n: undefined,
  min: undefined,
  keep: undefined,
  cases: undefined,
  goal: undefined,
  points: undefined,
} as const

/** Browsers refuse an address that changes at every step of a slider; it follows when the hand rests. */
const restMilliseconds = 300

/** The plan's choices: at once in the page, a moment later in the address, so that a plan can be sent and kept. */
export function usePlanAddress(): readonly [PlanAddress, ChangePlan] {
  const [address, setAddress] = useFilters(keys)
  const inAddress = serial(address)
  const [held, setHeld] = useState({ choices: address, inAddress, written: inAddress })
  if (held.inAddress !== inAddress)
    // Back, forward or a link: the address leads, unless it is the one this page just wrote.
    setHeld({ ...held, inAddress, choices: inAddress === held.written ? held.choices : address })
  const wanted = serial(held.choices)
  useEffect(() => {
    if (wanted === inAddress) return undefined
    const timer = setTimeout(() => {
      setHeld((before) => ({ ...before, written: wanted }))
      setAddress(Object.fromEntries(keys.map((key) => [key, held.choices[key]])))
    }, restMilliseconds)
    return () => clearTimeout(timer)
  })
  const change: ChangePlan = (changes) =>
    setHeld((before) => ({ ...before, choices: merged(before.choices, changes) }))
  return [held.choices, change]
}

function merged(before: PlanAddress, changes: Parameters<ChangePlan>[0]): PlanAddress {
  const after: Partial<Record<Key, string>> = {}
  for (const key of keys) {
    const value = key in changes ? changes[key] : before[key]
    if (value !== undefined && value !== '') after[key] = value
  }
  return after
}

function serial(choices: PlanAddress): string {
  return JSON.stringify(
    keys.flatMap((key) => {
      const value = choices[key]
      return value === undefined || value === '' ? [] : [[key, value]]
    }),
  )
}

/** `1:693,2:120` as numbers by level; what is no such pair is passed over, since anybody can write an address. */
export function parseByLevel(text: string | undefined): ReadonlyMap<number, number> {
  const found = new Map<number, number>()
  for (const [, level, value] of (text ?? '').matchAll(/(?:^|,)(\d{1,2}):(\d{1,6})(?=,|$)/g))
    found.set(Number(level), Number(value))
  return found
}

export function formatByLevel(values: ReadonlyMap<number, number>): string {
  return [...values].map(([level, value]) => `${level}:${value}`).join(',')
}

/** Rounds by key; undefined: none were chosen, and the page proposes some. */
export function parseRounds(text: string | undefined): readonly string[] | undefined {
  if (text === undefined || text === '') return undefined
  return text === noRounds ? [] : text.split(',').filter((key) => key !== '')
}

export function formatRounds(rounds: readonly string[]): string {
  return rounds.length === 0 ? noRounds : rounds.join(',')
}

/** No round's key: keys begin with a letter or a digit. */
const noRounds = '-'

/** A number as people type it, with a comma or a full stop; undefined when it is none within the limits. */
export function parseNumber(text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined || !/^\d{1,7}(?:[.,]\d{1,2})?$/.test(text.trim())) return undefined
  const value = Number(text.trim().replace(',', '.'))
  return value >= least && value <= most ? value : undefined
}
