import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { isOverdue } from '../core/finding/finding-deadlines.ts'
import { parseProgramme } from '../core/programme/parse-programme.ts'
import type { PersonId } from '../storage/ids.ts'
import { chance, demoId } from './chance.ts'
import { courseOf } from './finding-course.ts'
import { asFarAs } from './finding-history.ts'
import { measuresOf, severityOf } from './finding-measures.ts'
import { ownRestoration } from './own-restorations.ts'

test('the registration alone is wrong only where the question is about the registration', async () => {
  const file = new URL('../../programmes/bbu-2017.yaml', import.meta.url)
  const checked = parseProgramme(await readFile(file, 'utf8'), 'bbu-2017.yaml')
  if (!checked.ok) throw new Error('the programme is not sound')
  const about = new Set<string>()
  for (const { questions } of checked.value.stages)
    for (const question of questions)
      for (let draw = 0; draw < 20; draw += 1) {
        const stream = chance(`${question.key} ${draw}`)
        if (measuresOf(question, stream).includes('registration-only')) about.add(question.key)
        if (severityOf(question, stream.next()) === 'slight') about.add(question.key)
      }
  expect([...about].toSorted()).toEqual(['U-1.1', 'U-1.2', 'U-1.3'])
})

const person = (name: string): PersonId => demoId(name)

test.each(['2026-09-18', '2026-11-09'])(
  'a caseworker of the switcher has restorations in different states, for a round closed %s',
  (from) => {
    const today = '2026-11-22'
    const task = {
      chance: chance('own'),
      from,
      today,
      progress: 1,
      isDeadline: false,
      measures: ['consent'],
      severity: 'ordinary',
      planner: person('planner'),
      responsible: person('responsible'),
      verifier: person('verifier'),
      approver: person('approver'),
    } as const
    const found = [0, 1, 2, 3, 4].map((nth) => {
      const acts = asFarAs(today, ownRestoration(nth, task) ?? [])
      expect(acts.map(({ on }) => on)).toEqual(acts.map(({ on }) => on).toSorted())
      const { course } = courseOf(acts)
      return [course.state, isOverdue(course, today), acts.some(({ kind }) => kind === 'put-off')]
    })
    expect(found).toEqual([
      ['contacted', false, false],
      ['contacted', true, false],
      ['planned', false, false],
      ['carried-out', false, false],
      ['planned', false, true],
    ])
    expect(ownRestoration(5, task)).toBeUndefined()
  },
)
