import { expect, test } from 'vitest'
import { stateAt, type FlowDeadline } from './flow-case.ts'
import { keptFigures } from './kept-figures.ts'

const deadline = (verdict: FlowDeadline['verdict'], endsAt: number | null): FlowDeadline => ({
  rule: 'X',
  unit: '',
  startedOn: 0,
  dueOn: null,
  endsAt,
  doneOn: null,
  verdict,
})

test('what is met before its time is up is counted, but in the share only when the time is up', () => {
  const deadlines = [
    deadline('met', 10),
    deadline('met', 30),
    deadline('late', 10),
    deadline('pending', 10),
    deadline('pending', 30),
    deadline('cannot-tell', null),
  ]
  const figures = (now: number) =>
    keptFigures(deadlines.map((one) => ({ state: stateAt(one, now), count: 1 })))
  expect(figures(20)).toMatchObject({
    met: 2,
    late: 1,
    open: 1,
    running: 1,
    cannotTell: 1,
    share: { count: 1, of: 3 },
  })
  expect(figures(30).share).toMatchObject({ count: 2, of: 5 })
  expect(keptFigures([]).share).toBeNull()
})
