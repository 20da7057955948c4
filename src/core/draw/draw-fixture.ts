import { Buffer } from 'node:buffer'
import type { Checked } from '../language/problem.ts'
import type { Level, Programme, Selection } from '../programme/programme.ts'
import type { CaseStage } from '../registry/case-stage.ts'

/** Small programmes and frames for this room's tests. */

export const seed = Buffer.from('a seed of the tests, long enough')

export function caseStage(caseId: string, values: Partial<CaseStage> = {}): CaseStage {
  return {
    caseId,
    stage: 'plan',
    unit: 'Nord',
    caseworker: 'N1',
    started: '2018-01-01',
    completed: '2018-02-01',
    attributes: {},
    ...values,
  }
}

/** `count` finished stages over three units and two stages. */
export function frameOf(count: number): CaseStage[] {
  const units = ['Nord', 'Syd', 'Øst'] as const
  return Array.from({ length: count }, (_, index) =>
    caseStage(`BV-${index + 1}`, {
      unit: units[index % 3] ?? units[0],
      stage: index % 2 === 0 ? 'plan' : 'visit',
    }),
  )
}

export const perUnit = (take: number | 'all'): Selection => ({
  kind: 'random',
  strata: ['unit'],
  quotas: [{ take }],
})

/** One level per selection, each drawn from the one before. */
export function programmeOf(...selections: readonly (Selection | Partial<Level>)[]): Programme {
  return {
    key: 'test',
    version: 1,
    title: { da: 'Prøve', en: 'Test' },
    settings: { saturdayCounts: false, smallCell: 3 },
    laws: [],
    themes: [],
    stages: [],
    levels: selections.map((selection, index) => ({
      level: index + 1,
      title: { da: 'Niveau', en: 'Level' },
      ...(index === 0 ? {} : { from: index }),
      eligibility: [],
      reviewers: [],
      together: false,
      minutes: 30,
      comparison: index === 0,
      selection: perUnit(1),
      ...('kind' in selection ? { selection } : selection),
    })),
  }
}

export function valueOf<T>(checked: Checked<T>): T {
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems))
  return checked.value
}

export function codesOf(checked: Checked<unknown>): string[] {
  return checked.ok ? [] : checked.problems.map(({ code }) => code)
}
