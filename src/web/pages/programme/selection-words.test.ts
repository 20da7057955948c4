import { expect, test } from 'vitest'
import type { Selection } from '../../../core/programme/programme.ts'
import { programme as da } from '../../texts/da/programme.ts'
import { programme as en } from '../../texts/en/programme.ts'
import { criterionWords, selectionWords } from './selection-words.ts'

const stages = [
  {
    key: 'underretning',
    title: { da: 'Underretning', en: 'Notification of concern' },
    sections: [],
    questions: [],
  },
]
const inDanish = (selection: Selection) => selectionWords(selection, stages, da, 'da')

test('a quota that is the same everywhere is said once', () => {
  expect(inDanish({ kind: 'random', strata: ['unit'], quotas: [{ take: 20 }] })).toBe(
    'Tilfældigt: 20 pr. enhed',
  )
  expect(inDanish({ kind: 'random', strata: [], quotas: [{ take: 'all' }] })).toBe('Tilfældigt: alle')
})

test('quotas by stage name the stage in the language of the page, and the rest last', () => {
  const selection: Selection = {
    kind: 'random',
    strata: ['unit', 'stage'],
    quotas: [{ where: { stage: 'underretning' }, take: 3 }, { take: 4 }],
  }
  expect(inDanish(selection)).toBe('Tilfældigt: 3 (Underretning), 4 (ellers) pr. enhed og sagstrin')
  expect(selectionWords(selection, stages, en, 'en')).toBe(
    'At random: 3 (Notification of concern), 4 (otherwise) per unit and case stage',
  )
})

test('neighbouring quotas of the same size are said together, and none means none', () => {
  const selection: Selection = {
    kind: 'random',
    strata: ['unit', 'caseworker', 'month'],
    quotas: [
      { where: { unit: 'Nord', stage: 'underretning' }, take: 5 },
      { where: { unit: 'Nord' }, take: 0 },
      { where: { stage: 'a' }, take: 3 },
      { where: { stage: 'b' }, take: 3 },
      { where: { stage: 'c' }, take: 4 },
      { where: { stage: 'd' }, take: 3 },
    ],
  }
  expect(inDanish(selection)).toBe(
    'Tilfældigt: 5 (Nord: Underretning), ingen (Nord), 3 (a og b), 4 (c), 3 (d) pr. enhed, sagsbehandler og måned',
  )
})

test('every other kind of selection says what sets it apart', () => {
  expect(inDanish({ kind: 'census' })).toBe('Alle sager')
  expect(
    inDanish({ kind: 'newest-first', before: '2016-01-01', strata: ['unit'], quotas: [{ take: 10 }] }),
  ).toBe('De nyeste før 1. januar 2016: 10 pr. enhed')
  expect(
    inDanish({
      kind: 'newest-first',
      before: '2016-01-01',
      strata: ['unit'],
      quotas: [{ take: 10 }],
      older: { before: '2014-01-01', quotas: [{ take: 2 }] },
      onePer: { attribute: 'familie', keep: 'highest', by: 'alder' },
    }),
  ).toBe(
    'De nyeste før 1. januar 2016: 10 pr. enhed; dertil ældre sager fra før 1. januar 2014: 2; kun én pr. familie, den med højest alder',
  )
  expect(inDanish({ kind: 'pass-on', strata: ['unit', 'month'], quotas: [{ take: 4 }], passOn: 2 })).toBe(
    'Tilfældigt: 4 pr. enhed og måned; 2 af dem går videre',
  )
  expect(inDanish({ kind: 'risk-weighted', risk: 'score', strata: [], quotas: [{ take: 30 }] })).toBe(
    'Tilfældigt, oftere jo større »score«: 30',
  )
})

test('criteria are said one by one, both ends of a range', () => {
  expect(criterionWords({ attribute: 'alder', atLeast: 0, atMost: 17 }, da, 'da')).toEqual([
    'alder er mindst 0',
    'alder er højst 17',
  ])
  expect(criterionWords({ attribute: 'unit', isNot: ['Døgnvagten', 'X'] }, da, 'da')).toEqual([
    'enhed ikke er Døgnvagten eller X',
  ])
})
