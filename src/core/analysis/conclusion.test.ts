import { describe, expect, it } from 'vitest'
import type { Answer } from '../review/answer.ts'
import { analyse } from './analyse.ts'
import { conclusionOf } from './conclusion.ts'
import { review, smallProgramme } from '../../../test/support/small-programme.ts'

const round = (name: string, cases: number, yes: number): readonly Answer[] =>
  Array.from({ length: cases }, (_, at) =>
    review(`${name}${at}`, [at < yes ? 'yes' : 'no', 'no', 'no', 'na'], { round: name }),
  ).flat()

function conclusion(answers: readonly Answer[], baseline?: string) {
  const result = analyse({
    programme: smallProgramme,
    round: 'now',
    answers,
    ...(baseline === undefined ? {} : { baseline }),
  })
  return result.ok ? conclusionOf(result.value) : undefined
}

describe('the conclusion in one sentence', () => {
  it('says what changed, and what could not be told', () => {
    expect(conclusion([...round('now', 40, 36), ...round('before', 40, 18)], 'before')).toStrictEqual({
      da: '2 spørgsmål sammenlignet: 1 er blevet bedre, 0 er blevet dårligere, 0 bør følges, 0 viser ingen klar ændring, 1 er overholdt i alle sager begge gange.',
      en: '2 questions compared: 1 improved, 0 declined, 0 to watch, 0 no clear change, 1 compliant in every case both times.',
    })
    expect(conclusion([...round('now', 9, 9), ...round('before', 40, 18)], 'before')?.en).toBe(
      '2 questions compared: 0 improved, 0 declined, 0 to watch, 0 no clear change, 2 too few to say.',
    )
  })

  it('is silent without a baseline', () => {
    expect(conclusion(round('now', 40, 36))).toBeNull()
  })
})
