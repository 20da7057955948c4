import { describe, expect, test } from 'vitest'
import { agreementWords } from './reconciliation-words.ts'

const counts = {
  'agree-in-time': 60,
  'agree-late': 10,
  'registry-only': 15,
  'reviewer-only': 10,
  'not-applicable': 0,
  'cannot-tell': 0,
  'not-matched': 0,
} as const

const whole = (cases: number) => ({
  unit: null,
  cases,
  agreement: {
    numerator: 70,
    denominator: 95,
    notApplicable: 0,
    share: 0.7,
    interval: [0.59, 0.81] as const,
    method: 't' as const,
  },
  counts,
  againstRest: null,
})

describe('the reconciliation in a sentence', () => {
  test('keeps the count and the mean over cases apart, so that neither looks like the other', () => {
    const { da, en } = agreementWords({ units: [whole(40)], weights: 'draw' })
    expect(da).toBe(
      'Registret og gennemgangen siger det samme i 70 af 95 sammenlignede svar. Gennemsnittet over sagerne, vægtet efter lodtrækningen, er 70 % (59–81 %).',
    )
    expect(en).toContain(
      '70 of 95 compared answers. The mean over the cases, weighted as they were drawn, is 70%',
    )
  })

  test('says nothing of a draw that is not known', () => {
    expect(agreementWords({ units: [whole(40)], weights: 'none' }).da).toContain(
      'Gennemsnittet over sagerne er 70 % (59–81 %).',
    )
  })

  test('tells the count alone of fewer than ten cases', () => {
    expect(agreementWords({ units: [whole(9)], weights: 'draw' }).da).toBe(
      'Registret og gennemgangen siger det samme i 70 af 95 sammenlignede svar.',
    )
  })
})
