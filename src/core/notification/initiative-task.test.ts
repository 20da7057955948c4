import { expect, test } from 'vitest'
import { initiativeTask } from './initiative-task.ts'

const today = '2026-11-22'
const started = { kind: 'started', day: '2026-10-01', writtenOn: '2026-10-01' } as const
const dated = { startsOn: '2026-10-01', endsOn: '2027-06-30' }

test('an initiative that should have begun is overdue, and one that begins soon is to be begun', () => {
  const task = (startsOn: string) => initiativeTask({ ...dated, startsOn, acts: [] }, today)
  expect(task('2026-11-21')).toEqual({ kind: 'initiative', due: '2026-11-21', overdue: true })
  expect(task(today)).toEqual({ kind: 'initiative', due: today, overdue: false })
  expect(task('2026-12-06')).toEqual({ kind: 'initiative', due: '2026-12-06', overdue: false })
  expect(task('2026-12-07')).toBeNull()
})

test('a running one asks for an account when its end is near, or nothing was told of it for a quarter', () => {
  const running = { ...dated, acts: [started] }
  expect(initiativeTask(running, today)).toBeNull()
  expect(initiativeTask({ ...running, endsOn: '2026-11-20' }, today)).toEqual({
    kind: 'initiative',
    due: '2026-11-20',
    overdue: true,
  })
  expect(initiativeTask(running, '2026-12-30')).toBeNull()
  expect(initiativeTask(running, '2026-12-31')).toEqual({ kind: 'initiative-news', since: '2026-10-01' })
  const told = {
    ...running,
    acts: [started, { kind: 'noted', day: '2026-12-01', writtenOn: '2026-12-01' }] as const,
  }
  expect(initiativeTask(told, '2026-12-31')).toBeNull()
})

test('one whose start was written today is told of today, however far back it began', () => {
  const acts = [{ ...started, day: '2026-03-01', writtenOn: today }]
  expect(initiativeTask({ ...dated, acts }, today)).toBeNull()
  expect(initiativeTask({ ...dated, acts }, '2027-02-21')).toEqual({ kind: 'initiative-news', since: today })
})

test('nothing is to be done about one that is done or stopped, however late it was', () => {
  for (const kind of ['done', 'stopped'] as const)
    expect(
      initiativeTask(
        {
          ...dated,
          endsOn: '2026-11-01',
          acts: [started, { kind, day: '2026-11-15', writtenOn: '2026-11-15' }],
        },
        today,
      ),
    ).toBeNull()
})
