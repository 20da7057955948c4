import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  endOfInitiative,
  initiativeActs,
  initiativeState,
  possibleActs,
  refusalOfInitiativeAct,
  startOfInitiative,
  type InitiativeAct,
} from './initiative-state.ts'

const today = '2026-11-22'
const within = { earliest: '2025-12-01', today }

describe('how an initiative goes', () => {
  test('is planned, started, done; stopped with a reason and taken up again', () => {
    const acts: InitiativeAct[] = []
    const states = (['started', 'noted', 'stopped', 'resumed', 'done'] as const).map((kind, at) => {
      acts.push({ kind, day: `2026-0${at + 1}-01` })
      return initiativeState(acts)
    })
    expect(states).toEqual(['running', 'running', 'stopped', 'running', 'done'])
  })

  test('cannot be done before it was started, nor be started twice', () => {
    expect(refusalOfInitiativeAct([], { kind: 'done', day: today }, within)).toBe('initiative-not-now')
    const begun: InitiativeAct[] = [{ kind: 'started', day: '2026-01-01' }]
    expect(refusalOfInitiativeAct(begun, { kind: 'started', day: today }, within)).toBe('initiative-not-now')
  })

  test('what was stopped before it began is started, not resumed', () => {
    expect(possibleActs([{ kind: 'stopped', day: '2026-01-01' }])).toEqual(['noted', 'started'])
  })

  test('says nothing of days ahead, and nothing turns before the last turn', () => {
    expect(refusalOfInitiativeAct([], { kind: 'started', day: '2026-11-23' }, within)).toBe(
      'initiative-day-ahead',
    )
    const begun: InitiativeAct[] = [{ kind: 'started', day: '2026-05-01' }]
    expect(refusalOfInitiativeAct(begun, { kind: 'done', day: '2026-04-30' }, within)).toBe(
      'initiative-day-back',
    )
    expect(refusalOfInitiativeAct(begun, { kind: 'noted', day: '2026-04-30' }, within)).toBeNull()
  })

  test('nothing happened to it, not even worth a note, before it stood in a published plan', () => {
    const on = (day: string) =>
      (['started', 'noted', 'stopped'] as const).map((kind) =>
        refusalOfInitiativeAct([], { kind, day }, within),
      )
    const refused = 'initiative-day-before-plan'
    expect(on('2025-11-30')).toEqual([refused, refused, refused])
    expect(on('1900-01-01')).toEqual([refused, refused, refused])
    expect(on('2025-12-01')).toEqual([null, null, null])
  })

  test('starts on one day for good, however often it is stopped and resumed', () => {
    const act = fc.record({
      kind: fc.constantFrom(...initiativeActs),
      day: fc.integer({ min: 10, max: 28 }).map((day) => `2026-06-${day}`),
    })
    fc.assert(
      fc.property(fc.array(act, { maxLength: 12 }), (wanted) => {
        const acts: InitiativeAct[] = []
        const starts = new Set<string>()
        for (const one of wanted) {
          if (refusalOfInitiativeAct(acts, one, within) === null) acts.push(one)
          if (acts.some(({ kind }) => kind === 'started')) starts.add(startOfInitiative(acts, '2025-01-01'))
        }
        expect(starts.size).toBeLessThanOrEqual(1)
        expect(acts.filter(({ kind }) => kind === 'started').length).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('has ended only while it is done or stopped', () => {
    const acts: InitiativeAct[] = [
      { kind: 'started', day: '2026-01-01' },
      { kind: 'stopped', day: '2026-02-01' },
    ]
    expect(endOfInitiative(acts)).toBe('2026-02-01')
    expect(endOfInitiative([...acts, { kind: 'resumed', day: '2026-03-01' }])).toBeNull()
  })
})
