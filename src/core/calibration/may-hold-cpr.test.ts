import { expect, test } from 'vitest'
import { mayHoldCpr } from './may-hold-cpr.ts'

test.each(['Barnet er 010117-4000.', '010117 – 4000', 'CPR 0101174000', '101174000', '010117 4000'])(
  'digits that may be a CPR number are seen in %j',
  (text) => {
    expect(mayHoldCpr(text)).toBe(true)
  },
)

test.each(['Ring på 33 66 11 22', 'Mødet var 12-03-2024 kl. 10', 'Journalnr. 27.24.00-P19-4-24', ''])(
  'telephone numbers, days and file numbers are none in %j',
  (text) => {
    expect(mayHoldCpr(text)).toBe(false)
  },
)
