import { assert, boolean, constantFrom, double, option, property, record } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allowedCorrections,
  correctionActs,
  refusalOfCorrection,
  undoMinutes,
  type CorrectionSituation,
} from './correction.ts'

const situations = record<CorrectionSituation>({
  state: constantFrom('assigned', 'in-progress', 'submitted', 'written-off'),
  roundClosed: boolean(),
  isReviewer: boolean(),
  handedIn: boolean(),
  isAbove: boolean(),
  leadsTheAudit: boolean(),
  minutesSinceSubmission: option(double({ min: 0, max: 100, noNaN: true }), { nil: null }),
  seenByOthers: boolean(),
  submittedBefore: boolean(),
  replaced: boolean(),
})
const submitted: CorrectionSituation = {
  state: 'submitted',
  roundClosed: false,
  isReviewer: false,
  handedIn: false,
  isAbove: false,
  leadsTheAudit: false,
  minutesSinceSubmission: 5,
  seenByOthers: false,
  submittedBefore: false,
  replaced: false,
}

describe('correcting a review', () => {
  test('is possible for nobody in a closed round', () => {
    assert(
      property(situations, (situation) => {
        expect(allowedCorrections({ ...situation, roundClosed: true })).toEqual([])
      }),
    )
  })

  test('is for outsiders never', () => {
    const nobody = { isReviewer: false, isAbove: false, leadsTheAudit: false }
    assert(
      property(situations, (situation) => {
        expect(allowedCorrections({ ...situation, ...nobody })).toEqual([])
      }),
    )
  })

  test('leaves a submission standing but for a return by others or its own reviewer’s quick undo', () => {
    assert(
      property(situations, (situation) => {
        const acts = allowedCorrections({ ...situation, state: 'submitted', roundClosed: false })
        const { isReviewer, isAbove, leadsTheAudit, seenByOthers, minutesSinceSubmission } = situation
        const quick = !seenByOthers && (minutesSinceSubmission ?? 0) <= undoMinutes
        expect(acts).toEqual([
          ...(!isReviewer && (isAbove || leadsTheAudit) ? ['return'] : []),
          ...(isReviewer && quick ? ['undo'] : []),
        ])
      }),
    )
  })

  test('a review is written off only while it is open, taken up only while it is written off, by those who lead', () => {
    assert(
      property(situations, (situation) => {
        const acts = allowedCorrections(situation)
        const { state, leadsTheAudit, isReviewer, replaced, roundClosed, submittedBefore } = situation
        const open = state === 'assigned' || state === 'in-progress'
        expect(acts.includes('write-off')).toBe(
          open && leadsTheAudit && !isReviewer && !roundClosed && !submittedBefore,
        )
        expect(acts.includes('restore')).toBe(
          state === 'written-off' && leadsTheAudit && !replaced && !roundClosed,
        )
      }),
    )
  })

  test('the buttons are those that the server would not refuse', () => {
    assert(
      property(situations, (situation) => {
        for (const act of correctionActs)
          expect(allowedCorrections(situation).includes(act)).toBe(
            refusalOfCorrection(act, situation) === null,
          )
      }),
    )
  })

  test.each([
    ['return', {}, 'not-permitted'],
    ['return', { isAbove: true }, null],
    ['return', { leadsTheAudit: true }, null],
    ['return', { leadsTheAudit: true, isReviewer: true }, 'own-correction'],
    ['return', { isAbove: true, state: 'in-progress' }, 'not-submitted'],
    ['return', { isAbove: true, state: 'written-off' }, 'written-off'],
    ['undo', {}, 'not-your-review'],
    ['undo', { isReviewer: true }, null],
    ['undo', { isReviewer: true, minutesSinceSubmission: undoMinutes + 1 }, 'undo-over'],
    ['undo', { isReviewer: true, seenByOthers: true }, 'undo-over'],
    ['undo', { isReviewer: true, state: 'in-progress' }, 'not-submitted'],
    ['undo', { isReviewer: true, state: 'in-progress', handedIn: true }, null],
    ['undo', { isReviewer: true, state: 'in-progress', handedIn: true, seenByOthers: true }, 'undo-over'],
    ['undo', { isReviewer: true, state: 'written-off', handedIn: true }, 'written-off'],
    ['return', { leadsTheAudit: true, state: 'in-progress', handedIn: true }, 'not-submitted'],
    ['write-off', { leadsTheAudit: true }, 'already-submitted'],
    ['write-off', { leadsTheAudit: true, state: 'assigned', isReviewer: true }, 'own-review'],
    ['write-off', { isAbove: true, state: 'assigned' }, 'not-permitted'],
    ['write-off', { leadsTheAudit: true, state: 'in-progress', submittedBefore: true }, 'submitted-before'],
    ['restore', { leadsTheAudit: true }, 'not-written-off'],
    ['restore', { leadsTheAudit: true, state: 'written-off', replaced: true }, 'case-replaced'],
    ['return', { isAbove: true, roundClosed: true }, 'round-closed'],
  ] as const)('%s with %o: %s', (act, change, refusal) => {
    expect(refusalOfCorrection(act, { ...submitted, ...change })).toBe(refusal)
  })
})
