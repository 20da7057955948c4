import { array, assert, boolean, constantFrom, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  agreementOutcomes,
  agreementState,
  isAgreementLate,
  refusalOfOutcome,
  refusalOfWalkThroughDay,
} from './walk-through.ts'

describe('an agreement', () => {
  test('is late from the day after it was due, while it is open', () => {
    expect(isAgreementLate({ dueOn: '2026-11-20', outcome: null }, '2026-11-20')).toBe(false)
    expect(isAgreementLate({ dueOn: '2026-11-20', outcome: null }, '2026-11-21')).toBe(true)
    expect(isAgreementLate({ dueOn: '2026-11-20', outcome: 'reopened' }, '2026-11-21')).toBe(true)
    expect(isAgreementLate({ dueOn: '2026-11-20', outcome: 'done' }, '2026-11-21')).toBe(false)
    expect(isAgreementLate({ dueOn: '2026-11-20', outcome: 'dropped' }, '2026-11-21')).toBe(false)
  })

  test('is settled once, and opened again for a reason only', () => {
    expect(refusalOfOutcome('open', 'done', null)).toBeNull()
    expect(refusalOfOutcome('open', 'dropped', null)).toBe('agreement-reason-missing')
    expect(refusalOfOutcome('open', 'dropped', 'Barnet er flyttet')).toBeNull()
    expect(refusalOfOutcome('done', 'dropped', 'x')).toBe('agreement-settled')
    expect(refusalOfOutcome('done', 'reopened', null)).toBe('agreement-reason-missing')
    expect(refusalOfOutcome('done', 'reopened', 'Ikke gjort alligevel')).toBeNull()
    expect(refusalOfOutcome('open', 'reopened', 'x')).toBe('agreement-not-settled')
  })

  test('never says the same state twice, whatever is tried', () => {
    const tries = array(record({ outcome: constantFrom(...agreementOutcomes), note: boolean() }))
    assert(
      property(tries, (all) => {
        let state = agreementState({ outcome: null })
        for (const { outcome, note } of all) {
          if (refusalOfOutcome(state, outcome, note ? 'fordi' : null) !== null) continue
          const next = agreementState({ outcome })
          expect(next).not.toBe(state)
          state = next
        }
      }),
    )
  })
})

test('a walk-through is dated today or within the last 60 days', () => {
  expect(refusalOfWalkThroughDay('2026-11-22', '2026-11-22')).toBeNull()
  expect(refusalOfWalkThroughDay('2026-09-23', '2026-11-22')).toBeNull()
  expect(refusalOfWalkThroughDay('2026-09-22', '2026-11-22')).toBe('walk-through-day')
  expect(refusalOfWalkThroughDay('2026-11-23', '2026-11-22')).toBe('walk-through-day')
})
