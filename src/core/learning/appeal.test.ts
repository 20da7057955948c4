import { expect, test } from 'vitest'
import { besideNational, printedShare, type AppealCount } from './appeal-count.ts'
import { appealState, tallyAppeals, type AppealFacts } from './appeal.ts'

const appeal: AppealFacts = {
  provision: 'servicelovens § 41',
  ageGroup: '0-14',
  sentOn: '2015-11-03',
  decidedOn: '2016-02-01',
  outcome: 'upheld',
  lessonDueOn: null,
  learntOn: null,
}

const count: AppealCount = {
  year: 2015,
  scope: 'national',
  provision: 'servicelovens § 41',
  ageGroup: null,
  basis: 'decided',
  sent: null,
  decided: 1447,
  upheld: 848,
  upheldPercent: 59,
}

test('the published shares of 2015 come out of their counts, as they are printed', () => {
  const copenhagen = { ...count, scope: 'municipality', decided: 95, upheld: 66, upheldPercent: 69 } as const
  for (const [each, percent] of [
    [count, 59],
    [copenhagen, 69],
  ] as const) {
    const share = printedShare(each)
    expect(Math.round((share?.share ?? 0) * 100)).toBe(percent)
    expect(share?.contradicts).toBe(false)
  }
  // Wilson's formula (see `wilson`), worked out apart from the code.
  expect(printedShare(copenhagen)?.interval?.map((limit) => limit.toFixed(4))).toEqual(['0.5961', '0.7783'])
})

test('a printed share without its count gives the count only where a single one fits', () => {
  const centre = { ...count, scope: 'unit', basis: 'sent', sent: 51, decided: 40, upheld: null } as const
  expect(printedShare({ ...centre, upheldPercent: 68 })).toMatchObject({ upheld: 27, workedOut: true })
  // 59 % of 1447 fits 847 to 860; which it was cannot be told.
  expect(printedShare({ ...count, upheld: null })).toMatchObject({
    upheld: null,
    interval: null,
    share: 0.59,
  })
  // No whole number of 40 is printed as 69 %.
  expect(printedShare({ ...centre, upheldPercent: 69 })).toMatchObject({ contradicts: true, interval: null })
  expect(printedShare({ ...count, upheldPercent: 60 })).toMatchObject({ contradicts: true })
  expect(printedShare({ ...centre, upheldPercent: null })).toBeNull()
})

test('what stands beside the national share tells why it may not be compared', () => {
  const own = {
    year: 2015,
    provision: 'Servicelovens §41',
    ageGroup: '0-14',
    basis: 'sent',
    withoutDismissed: true,
  } as const
  expect(besideNational(own, [count])?.doubts).toEqual([
    'other-year-basis',
    'other-ages',
    'dismissed-unknown',
    'part-of-whole',
  ])
  const alike = { ...own, ageGroup: null, basis: 'decided', withoutDismissed: false } as const
  expect(besideNational(alike, [count])?.doubts).toEqual(['part-of-whole'])
  expect(besideNational({ ...own, year: 2016 }, [count])).toBeNull()
  expect(besideNational({ ...own, provision: 'servicelovens § 52' }, [count])).toBeNull()
})

test('a dismissed complaint is counted and is no part of the share', () => {
  const [tally, ...others] = tallyAppeals(
    [
      appeal,
      { ...appeal, outcome: 'changed' },
      { ...appeal, outcome: 'dismissed' },
      { ...appeal, outcome: null, decidedOn: null },
    ],
    'sent-year',
  )
  expect(others).toEqual([])
  expect(tally).toMatchObject({ key: '2015', count: 4, undecided: 1, upheld: { share: 0.5, of: 2 } })
  expect(tally?.outcomes).toEqual({ upheld: 1, changed: 1, remitted: 0, dismissed: 1 })
})

test('complaints of one year may be decided in the next, and the undecided stand in no year of decision', () => {
  const waiting = { ...appeal, outcome: null, decidedOn: null, ageGroup: null }
  expect(tallyAppeals([appeal, waiting], 'decided-year').map(({ key, count: n }) => [key, n])).toEqual([
    ['2016', 1],
  ])
  expect(tallyAppeals([waiting, appeal], 'age-group').map(({ key }) => key)).toEqual(['0-14', null])
  expect(tallyAppeals([waiting], 'sent-year')[0]?.upheld).toBeNull()
})

test('only a changed or remitted decision calls for a lesson, until it is learnt', () => {
  const today = '2016-05-01'
  expect(appealState({ ...appeal, outcome: null }, today)).toBe('waiting')
  expect(appealState(appeal, today)).toBe('closed')
  expect(appealState({ ...appeal, outcome: 'dismissed' }, today)).toBe('closed')
  const changed = { ...appeal, outcome: 'remitted' } as const
  expect(appealState(changed, today)).toBe('to-plan')
  expect(appealState({ ...changed, lessonDueOn: today }, today)).toBe('planned')
  expect(appealState({ ...changed, lessonDueOn: '2016-04-30' }, today)).toBe('late')
  expect(appealState({ ...changed, lessonDueOn: '2016-04-30', learntOn: today }, today)).toBe('learnt')
})
