import { assert, array, constantFrom, integer, option, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SheetPhase } from '../../../../contract/caseflow/case-sheet.ts'
import { addDays } from '../../../../core/calendar/days.ts'
import { layTimeLine } from './time-line-layout.ts'

const today = '2026-11-22'
const phase = (key: string, from: string, to: string | null, child: number | null = null): SheetPhase => ({
  key,
  name: { da: key, en: key },
  child,
  measure: null,
  isMeasure: false,
  from,
  to,
})

describe('a time line', () => {
  test('of any case keeps everything inside, apart in its lane, and few ticks', () => {
    const days = integer({ min: -2000, max: 0 }).map((ago) => addDays(today, ago))
    const phases = array(
      record({
        key: constantFrom('a', 'b', 'c'),
        from: days,
        days: option(integer({ min: 0, max: 500 })),
        child: option(integer({ min: 1, max: 3 })),
      }),
      { maxLength: 30 },
    )
    assert(
      property(
        phases,
        array(days, { maxLength: 200 }),
        array(days, { maxLength: 20 }),
        (some, happened, due) => {
          const events = happened.map((day) => ({ day }))
          const laid = layTimeLine({
            today,
            phases: some.map(({ key, from, days: length, child }) =>
              phase(key, from, length === null ? null : addDays(from, length), child),
            ),
            events,
            dues: due.map((dueOn) => ({ dueOn, overdue: dueOn < today })),
          })
          expect(laid.lanes.flat()).toHaveLength(some.length)
          for (const lane of laid.lanes) {
            const ends = lane.map(({ x, width }) => x + width)
            const gaps = lane.slice(1).map(({ x }, at) => x - (ends[at] ?? 0))
            expect(gaps.every((gap) => gap >= -1e-9)).toBe(true)
            expect(new Set(lane.map(({ phase: { child, key: of } }) => `${child} ${of}`)).size).toBe(1)
          }
          const places = [...laid.events, ...laid.dues, ...laid.ticks].map(({ x }) => x)
          for (const x of places) {
            expect(x).toBeGreaterThanOrEqual(0)
            expect(x).toBeLessThanOrEqual(100)
          }
          expect(laid.ticks.length).toBeLessThanOrEqual(5)
          expect(laid.events.reduce((sum, { count }) => sum + count, 0)).toBe(events.length)
          expect(laid.events.length).toBeLessThanOrEqual(40)
        },
      ),
    )
  })

  test('shows today where something runs, and a bar up to it', () => {
    const laid = layTimeLine({ today, phases: [phase('a', '2026-10-01', null)], events: [], dues: [] })
    const [bar] = laid.lanes.flat()
    expect((bar?.x ?? 0) + (bar?.width ?? 0)).toBeCloseTo(laid.today ?? -1)
    const over = layTimeLine({
      today,
      phases: [phase('a', '2024-10-01', '2024-12-01')],
      events: [],
      dues: [],
    })
    expect(over.today).toBeNull()
  })

  test('of nothing is a month around today', () => {
    expect(layTimeLine({ today, phases: [], events: [], dues: [] })).toMatchObject({ lanes: [], events: [] })
  })
})
