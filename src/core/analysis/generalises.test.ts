import { describe, expect, it } from 'vitest'
import type { Selection } from '../programme/programme.ts'
import { programmeOf } from '../draw/draw-fixture.ts'
import { chosenCasesWords, generalises } from './generalises.ts'

const random: Selection = { kind: 'random', strata: [], quotas: [{ take: 2 }] }
const newest: Selection = { kind: 'newest-first', before: '2018-03-01', strata: [], quotas: [{ take: 2 }] }

describe('whom a level’s figures speak for', () => {
  it('is all cases where chance decided at every level up to it', () => {
    const programme = programmeOf({ kind: 'census' }, random, random)
    expect([1, 2, 3].map((level) => generalises(programme, level))).toEqual([true, true, true])
  })

  it('is the chosen cases only where a date decided, and at every level drawn from it', () => {
    expect([1, 2].map((level) => generalises(programmeOf(newest, random), level))).toEqual([false, false])
    const above = programmeOf(random, newest)
    expect([1, 2].map((level) => generalises(above, level))).toEqual([true, false])
  })
})

describe('the words for it', () => {
  const wordsOf = (...flags: boolean[]) =>
    chosenCasesWords(flags.map((each, at) => ({ level: at + 1, generalises: each })))

  it('are none where every level speaks for all', () => {
    expect(wordsOf(true, true)).toBeNull()
  })

  it('name the levels where only some are chosen by date', () => {
    expect(wordsOf(false, false)?.da).toMatch(/^Sagerne er valgt efter dato.* Tallene beskriver kun/)
    expect(wordsOf(true, false, false)?.da).toMatch(
      /^Sagerne på niveau 2 og 3 er .* Tallene derfra beskriver/,
    )
    expect(wordsOf(true, false)?.en).toMatch(/^The cases of level 2 were chosen by date, not by lot/)
  })
})
