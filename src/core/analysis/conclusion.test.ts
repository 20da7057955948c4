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
      da: '2 spørgsmål sammenlignet: 1 er steget klart, 0 er faldet klart, 0 bør følges, 0 viser ingen klar ændring, 1 er i orden i alle sager begge gange. Havde intet ændret sig, ville færre end 1 af de 2 prøvede spørgsmål alligevel slå ud (p højst 5 %); her slog 1 ud.',
      en: '2 questions compared: 1 rose clearly, 0 fell clearly, 0 to watch, 0 without clear change, 1 compliant in every case both times. Had nothing changed, fewer than 1 of the 2 questions tested would still stand out (p at most 5%); here 1 did.',
    })
    expect(conclusion([...round('now', 9, 9), ...round('before', 40, 18)], 'before')?.en).toBe(
      '2 questions compared: 0 rose clearly, 0 fell clearly, 0 to watch, 0 without clear change, 2 with too few answers to say.',
    )
  })

  it('is silent without a baseline', () => {
    expect(conclusion(round('now', 40, 36))).toBeNull()
  })
})
