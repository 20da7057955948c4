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
      da: '2 spørgsmål sammenlignet: 1 er steget klart, 0 er faldet klart, 0 bør følges, 0 viser ingen klar ændring, 1 er i orden i alle sager begge gange. Havde intet ændret sig, ville færre end 1 af de 2 prøvede spørgsmål alligevel slå ud (q højst 10 % eller p højst 5 %); her slog 1 ud, når de klare og dem, der bør følges, tælles sammen.',
      en: '2 questions compared: 1 rose clearly, 0 fell clearly, 0 to watch, 0 without clear change, 1 compliant in every case both times. Had nothing changed, fewer than 1 of the 2 questions tested would still stand out (q at most 10% or p at most 5%); here 1 did, those that are clear and those to watch together.',
    })
    expect(conclusion([...round('now', 9, 9), ...round('before', 40, 18)], 'before')?.en).toBe(
      '2 questions compared: 0 rose clearly, 0 fell clearly, 0 to watch, 0 without clear change, 2 with too few answers to say.',
    )
  })

  it('is silent without a baseline', () => {
    expect(conclusion(round('now', 40, 36))).toBeNull()
  })

  it('counts among what stood out every question that it calls a clear rise, also one whose p alone is above 5 %', () => {
    const round = (name: string, yes: number, no: number) =>
      Array.from({ length: 20 }, (_, at) => [
        ...review(`${name}${at}`, [at < yes ? 'yes' : 'no', at < yes ? 'no' : 'yes', 'no', 'na'], {
          round: name,
        }),
        ...review(`${name}s${at}`, [at < no ? 'yes' : 'no', 'yes'], { round: name, stage: 'second' }),
      ]).flat()
    const result = analyse({
      programme: smallProgramme,
      round: 'now',
      baseline: 'before',
      answers: [...round('now', 19, 14), ...round('before', 5, 8)],
    })
    if (!result.ok) throw new Error('refused')
    const weak = result.value.questions.find(
      ({ question, unit }) => question === 'S-1' && unit === null,
    )?.change
    expect(weak?.p).toBeGreaterThan(0.05)
    expect(weak?.q).toBeLessThanOrEqual(0.1)
    expect(weak?.class).toBe('improved')
    expect(result.value.summary).toMatchObject({ classes: { improved: 3 }, standingOut: 3 })
    expect(conclusionOf(result.value)?.en).toContain('3 rose clearly')
    expect(conclusionOf(result.value)?.en).toContain('here 3 did')
  })

  it('calls nothing clear that the weights turn round: the counts fell and the weighted share rose', () => {
    const heavy = (name: string, share: (at: number) => boolean) =>
      Array.from({ length: 40 }, (_, at) =>
        review(`${name}${at}`, [share(at) ? 'yes' : 'no', 'no', 'no', 'na'], {
          round: name,
          weight: at === 0 ? 60 : 1,
        }),
      ).flat()
    const result = analyse({
      programme: smallProgramme,
      round: 'now',
      baseline: 'before',
      answers: [...heavy('now', (at) => at < 16), ...heavy('before', (at) => at > 8)],
    })
    if (!result.ok) throw new Error('refused')
    const { change } =
      result.value.questions.find(({ question, unit }) => question === 'F-1' && unit === null) ?? {}
    expect(change?.difference).toBeGreaterThan(0)
    expect(change?.p).toBeLessThan(0.01)
    expect(change?.class).toBe('no-clear-change')
  })
})
