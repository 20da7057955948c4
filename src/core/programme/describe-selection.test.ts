import { expect, test } from 'vitest'
import { describeCriterion, describeSelection } from './describe-selection.ts'
import type { Selection, Stage } from './programme.ts'

const stages: Stage[] = [{ key: 'plan', title: { da: 'Plan', en: 'Care plan' }, sections: [], questions: [] }]

test('a plain draw reads as a sentence', () => {
  const selection: Selection = {
    kind: 'random',
    strata: ['unit', 'caseworker', 'month'],
    quotas: [{ take: 1 }],
  }
  expect(describeSelection(selection, 'da')).toBe(
    'Tilfældigt udtræk for hver enhed, sagsbehandler og måned: 1 sag.',
  )
  expect(describeSelection(selection, 'en')).toBe(
    'Drawn at random for each unit, caseworker and month: 1 case.',
  )
})

test('quotas keep their order, name stages by their titles and end in what holds otherwise', () => {
  const selection: Selection = {
    kind: 'random',
    strata: ['unit', 'stage'],
    quotas: [
      { where: { unit: 'Døgnvagten', stage: 'plan' }, take: 0 },
      { where: { stage: 'plan' }, take: 'all' },
      { take: 4 },
    ],
  }
  expect(describeSelection(selection, 'da', stages)).toBe(
    'Tilfældigt udtræk for hver enhed og sagstrin: ingen sager (Døgnvagten, Plan); alle sager (Plan); ellers 4 sager.',
  )
  expect(describeSelection(selection, 'en', stages)).toContain('all cases (Care plan); otherwise 4 cases')
})

test('the newest first, with older ones and one per family, says all it does', () => {
  const selection: Selection = {
    kind: 'newest-first',
    before: '2017-10-01',
    onOrAfter: '2016-10-01',
    strata: ['unit'],
    quotas: [{ take: 8 }],
    older: { before: '2016-10-01', quotas: [{ take: 2 }] },
    onePer: { attribute: 'familie', keep: 'highest', by: 'alder' },
  }
  expect(describeSelection(selection, 'da')).toBe(
    'De nyeste sager fra 2016-10-01 og før 2017-10-01, den nyeste først, for hver enhed: 8 sager. Derudover ældre sager, før 2016-10-01, for hver enhed: 2 sager. Af sager med samme "familie" kun den med højest "alder".',
  )
})

test('census, pass-on and risk-weighted draws are told apart', () => {
  const quotas = [{ take: 4 }]
  expect(describeSelection({ kind: 'census' }, 'en')).toBe('All cases.')
  expect(describeSelection({ kind: 'pass-on', strata: ['month'], quotas, passOn: 2 }, 'en')).toBe(
    'Drawn at random for each month: 4 cases. Of these, 2 go on to the level above.',
  )
  expect(describeSelection({ kind: 'risk-weighted', risk: 'risiko', strata: ['unit'], quotas }, 'da')).toBe(
    'Udtræk, hvor en sag med højere "risiko" har større, men kendt sandsynlighed, for hver enhed: 4 sager.',
  )
})

test('criteria read as short phrases', () => {
  expect(describeCriterion({ attribute: 'alder', atLeast: 0, atMost: 17 }, 'da')).toBe('alder: 0-17')
  expect(describeCriterion({ attribute: 'alder', atMost: 17 }, 'da')).toBe('alder: højst 17')
  expect(describeCriterion({ attribute: 'anket', isNot: ['ja'] }, 'en')).toBe('anket: not ja')
  expect(describeCriterion({ attribute: 'started', before: '2018-01-01' }, 'da')).toBe(
    'startdato: før 2018-01-01',
  )
})
