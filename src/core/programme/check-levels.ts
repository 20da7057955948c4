import { checkCriterion } from './check-criterion.ts'
import { checkSelection } from './check-selection.ts'
import { findRepeated, unknownReference, type Mistake } from './mistake.ts'
import type { LevelParts, ProgrammeParts } from './programme-parts.ts'

/** Levels draw from lower ones, exactly one is compared on, and each selection can be carried out. */
export function checkLevels({ levels, stages }: ProgrammeParts): Mistake[] {
  const stageKeys = stages.flatMap(({ key }) => key ?? [])
  const numbers = levels.flatMap(({ fields, path }) =>
    fields.level === undefined ? [] : [{ value: String(fields.level), path }],
  )
  return [
    ...findRepeated(numbers, 'level'),
    ...checkComparison(levels),
    ...levels.flatMap((level) => [
      ...checkFrom(level, levels),
      ...checkApart(level),
      ...(level.selection === undefined ? [] : checkSelection(level.selection, stageKeys)),
      ...level.eligibility.flatMap((part) => checkCriterion(part, stageKeys)),
    ]),
  ]
}

function checkComparison(levels: readonly LevelParts[]): Mistake[] {
  if (levels.length === 0) return []
  const chosen = levels.filter(({ fields }) => fields.comparison === true)
  if (chosen.length === 0)
    return [
      {
        code: 'comparison-level-missing',
        path: ['levels'],
        text: {
          da: 'Intet niveau har comparison: true. Vælg det niveau, som udviklingen måles på.',
          en: 'No level has comparison: true. Choose the level that change is measured on.',
        },
      },
    ]
  return chosen.slice(1).map(({ path }) => ({
    code: 'comparison-level-repeated',
    path: [...path, 'comparison'],
    text: {
      da: 'Kun ét niveau kan have comparison: true. Slet den ene.',
      en: 'Only one level can have comparison: true. Delete one of them.',
    },
  }))
}

function checkFrom({ fields, path, selection }: LevelParts, levels: readonly LevelParts[]): Mistake[] {
  const { from, level } = fields
  if (from === undefined) return []
  const numbers = levels.flatMap((other) => other.fields.level ?? [])
  const at = [...path, 'from']
  if (!numbers.includes(from))
    return [unknownReference(at, { da: 'Niveau', en: 'Level' }, String(from), numbers.map(String))]
  if (level !== undefined && from >= level) return [notBelow(at, level, from)]
  const below = levels.find((other) => other.fields.level === from)
  return below?.selection?.kind === 'pass-on' && selection !== undefined && selection.kind !== 'census'
    ? [drawnAgain([...selection.path, 'kind'], from)]
    : []
}

function checkApart({ fields: { apart, together, reviewers }, path }: LevelParts): Mistake[] {
  const at = [...path, 'apart']
  if (apart !== true) return []
  if (together === true)
    return [
      {
        code: 'together-and-apart',
        path: at,
        text: {
          da: 'To kan ikke både udfylde skemaet sammen og hver for sig. Slet together eller apart.',
          en: 'Two cannot fill the form both together and apart. Delete together or apart.',
        },
      },
    ]
  return reviewers === undefined || new Set(reviewers).size > 1
    ? []
    : [
        {
          code: 'apart-needs-two-roles',
          path: at,
          text: {
            da: 'apart: true kræver mindst to forskellige roller i reviewers: én til hvert skema.',
            en: 'apart: true needs at least two different roles in reviewers: one for each form.',
          },
        },
      ]
}

function notBelow(path: Mistake['path'], level: number, from: number): Mistake {
  return {
    code: 'levels-not-nested',
    path,
    text: {
      da: `Niveau ${level} kan kun udtrækkes af et lavere niveau, ikke af ${from}.`,
      en: `Level ${level} can only draw from a lower level, not from ${from}.`,
    },
  }
}

function drawnAgain(path: Mistake['path'], from: number): Mistake {
  return {
    code: 'pass-on-drawn-again',
    path,
    text: {
      da: `Niveau ${from} sender selv sager videre (passOn), og niveauet over tager dem alle: skriv kind: census.`,
      en: `Level ${from} itself passes cases on (passOn), and the level above takes all of them: write kind: census.`,
    },
  }
}
