import { expect, test } from 'vitest'
import type { Round } from '../../../contract/draw/rounds.ts'
import { drawKinds } from '../../texts/da/draw-kinds.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { positionWords } from './position-words.ts'
import { isBuiltOn, roundStanding } from './round-standing.ts'

type State = Round['levels'][number]['state']
type Kind = Round['levels'][number]['kind']

/** Two levels of 30 minutes a case in two units; `progress` as level, unit, drawn, submitted, assigned. */
function round(
  states: readonly State[],
  progress: readonly (readonly [number, string, number, number, number])[] = [],
  state: Round['state'] = 'open',
  kind: Kind = 'random',
): Round {
  const title = { da: 'R', en: 'R' }
  return {
    key: 'r',
    title,
    state,
    programme: { key: 'p', version: 1, title },
    periodFrom: '2026-07-01',
    periodTo: '2026-09-30',
    baseline: null,
    drawn: progress.reduce((sum, [, , drawn]) => sum + drawn, 0),
    submitted: progress.reduce((sum, [, , , submitted]) => sum + submitted, 0),
    writtenOff: 0,
    programmeStatus: null,
    openedAt: null,
    closedAt: null,
    levels: states.map((levelState, at) => ({
      level: at + 1,
      title,
      kind,
      from: at === 0 ? null : at,
      state: levelState,
      reviewers: [],
      minutesEach: 30,
      drawnAt: null,
    })),
    stages: [],
    progress: progress.map(([level, name, drawn, submitted, assigned]) => ({
      level,
      unit: { id: name, name },
      drawn,
      submitted,
      writtenOff: 0,
      assigned,
      started: submitted,
      minutes: submitted * 25,
    })),
    irregularities: [],
  }
}

const position = (of: Round) => positionWords(of, roundStanding(of), '1. oktober 2026', da, drawKinds)

test('the first line says where the audit is, from the first draw to the closing', () => {
  expect(position(round(['to-freeze', 'waiting']))).toBe('Ingen sager endnu. Niveau 1 kan trækkes nu.')
  expect(position(round(['frozen', 'waiting']))).toBe(
    'Ingen sager endnu. Grundlaget for niveau 1 er låst; sagerne kan trækkes nu.',
  )
  expect(position(round(['drawn', 'to-freeze'], [[1, 'Nord', 3, 1, 3]]))).toBe(
    '1 af 3 gennemgange er indsendt. Niveau 2 kan trækkes nu.',
  )
  const all = [[1, 'Nord', 3, 3, 3] as const, [2, 'Nord', 1, 1, 1] as const]
  expect(position(round(['drawn', 'seed-published'], all))).toBe(
    'Alle 4 gennemgange er indsendt. Runden kan lukkes.',
  )
  expect(position(round(['drawn', 'drawn'], all, 'closed'))).toBe(
    'Alle 4 gennemgange er indsendt. Runden blev lukket 1. oktober 2026.',
  )
})

test('what was written off is told beside what was submitted, also where nothing else was drawn', () => {
  const closed = round(['drawn'], [[1, 'Nord', 2, 2, 2]], 'closed')
  expect(position({ ...closed, writtenOff: 26 })).toBe(
    '2 indsendt, 26 afskrevet. Runden blev lukket 1. oktober 2026.',
  )
  expect(position({ ...round(['drawn'], [[1, 'Nord', 4, 1, 4]]), writtenOff: 6 })).toBe(
    '1 af 10 gennemgange er indsendt, 6 afskrevet',
  )
  expect(position({ ...round(['drawn'], [], 'closed'), writtenOff: 3 })).toMatch(/^0 indsendt, 3 afskrevet\./)
})

test('the first line speaks of lots only where lots are drawn', () => {
  const first = (...[state, kind]: ['to-freeze' | 'frozen', Kind]) =>
    position(round([state], [], 'open', kind))
  expect(first('to-freeze', 'census')).toBe('Ingen sager endnu. Alle sager på niveau 1 kan tages med nu.')
  expect(first('frozen', 'census')).toBe(
    'Ingen sager endnu. Grundlaget for niveau 1 er låst; alle sager kan tages med nu.',
  )
  expect(first('to-freeze', 'newest-first')).toBe(
    'Ingen sager endnu. De nyeste sager på niveau 1 kan udvælges nu.',
  )
  expect(first('to-freeze', 'risk-weighted')).toBe('Ingen sager endnu. Niveau 1 kan trækkes nu.')
})

test('hours left are the planned minutes of what is drawn and not submitted; hours used are those stated', () => {
  const [first] = roundStanding(
    round(
      ['drawn'],
      [
        [1, 'Nord', 10, 4, 10],
        [1, 'Syd', 5, 5, 5],
      ],
    ),
  ).levels
  expect(first).toMatchObject({
    drawn: 15,
    submitted: 9,
    minutesUsed: 9 * 25,
    minutesLeft: 6 * 30,
    unassigned: 0,
  })
})

test('what is missing is told by unit, most first, and cases without a reviewer are counted', () => {
  const progress = [
    [1, 'Nord', 10, 9, 10],
    [1, 'Syd', 10, 2, 8],
    [1, 'Øst', 4, 4, 4],
  ] as const
  const [first] = roundStanding(round(['drawn'], progress)).levels
  expect(first?.missing).toEqual([
    { unit: 'Syd', count: 8 },
    { unit: 'Nord', count: 1 },
  ])
  expect(first?.unassigned).toBe(2)
})

test('cases may be replaced until the level above is frozen from them', () => {
  expect(isBuiltOn(round(['drawn', 'to-freeze']), 1)).toBe(false)
  expect(isBuiltOn(round(['drawn', 'frozen']), 1)).toBe(true)
  expect(isBuiltOn(round(['drawn', 'drawn']), 2)).toBe(false)
})
