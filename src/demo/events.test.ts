import { expect, test } from 'vitest'
import { addDays } from '../core/calendar/days.ts'
import { listCaseStages } from './casework.ts'
import { listEvents } from './events.ts'
import { listStaff } from './staff.ts'

const today = '2026-11-23'
const events = listEvents(listCaseStages(listStaff(), '2023-10-01', today), today)

test('the demo’s support neither fills up from nothing nor runs out in the months that the reports show', () => {
  for (const kind of ['measure', 'placement'] as const) {
    const running = Array.from({ length: 13 }, (_, month) => {
      const day = addDays(today, -30 * month)
      const had = (step: string) =>
        events.filter((event) => event.kind === `${kind}-${step}` && event.day <= day).length
      return had('started') - had('ended')
    })
    const usual = running.reduce((sum, count) => sum + count, 0) / running.length
    for (const count of running)
      expect(Math.abs(count / usual - 1), `${kind}: ${String(running)}`).toBeLessThan(0.1)
  }
})

test('some professionals who notified were told when support started, and some still wait', () => {
  const byCase = Map.groupBy(events, ({ caseId }) => caseId)
  const supported = [...byCase.values()].filter(
    (of) =>
      of.some(({ attributes }) => attributes['notifier'] === 'fagperson') &&
      of.some(({ kind }) => kind === 'measure-started'),
  )
  const told = supported.filter((of) => {
    const started = of.find(({ kind }) => kind === 'measure-started')?.day ?? ''
    return of.some(({ kind, day }) => kind === 'professional-informed' && day >= started)
  })
  expect(told.length).toBeGreaterThan(50)
  expect(supported.length - told.length).toBeGreaterThan(5)
})
