import { checkSelection } from './check-selection.ts'
import { findRepeated, unknownReference, type Mistake } from './mistake.ts'
import type { Part, ProgrammeParts } from './programme-parts.ts'
import type { CriterionSource, LevelSource } from './programme-schema.ts'

/** Levels draw from lower ones, exactly one is compared on, and each selection can be carried out. */
export function checkLevels(parts: ProgrammeParts): Mistake[] {
  const stages = parts.stages.flatMap(({ key }) => key ?? [])
  return [
    ...findRepeated(
      parts.levels.map(({ value, path }) => ({ value: String(value.level), path })),
      'level',
    ),
    ...checkComparison(parts),
    ...parts.levels.flatMap((part) => [
      ...checkFrom(part, parts),
      ...checkSelection(part, stages),
      ...(part.value.eligibility ?? []).flatMap((criterion, index) =>
        checkCriterion({ value: criterion, path: [...part.path, 'eligibility', index] }, stages),
      ),
    ]),
  ]
}

function checkComparison({ levels, levelNumbers }: ProgrammeParts): Mistake[] {
  const chosen = levels.filter((part) => part.value.comparison === true)
  // While a level's own shape is wrong it may be the one.
  if (chosen.length === 0 && levels.length > 0 && levels.length === levelNumbers.length)
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

function checkFrom({ value, path }: Part<LevelSource>, { levelNumbers, levels }: ProgrammeParts): Mistake[] {
  if (value.from === undefined) return []
  const at = [...path, 'from']
  if (!levelNumbers.includes(value.from))
    return [unknownReference(at, { da: 'Niveau', en: 'Level' }, String(value.from), levelNumbers.map(String))]
  if (value.from >= value.level)
    return [
      {
        code: 'levels-not-nested',
        path: at,
        text: {
          da: `Niveau ${value.level} kan kun udtrækkes af et lavere niveau, ikke af ${value.from}.`,
          en: `Level ${value.level} can only draw from a lower level, not from ${value.from}.`,
        },
      },
    ]
  const below = levels.find((part) => part.value.level === value.from)
  return below?.value.selection.kind === 'pass-on' && value.selection.kind !== 'census'
    ? [
        {
          code: 'pass-on-drawn-again',
          path: [...path, 'selection', 'kind'],
          text: {
            da: `Niveau ${value.from} sender selv sager videre (passOn). Niveau ${value.level} tager dem alle: skriv kind: census.`,
            en: `Level ${value.from} itself passes cases on (passOn). Level ${value.level} takes all of them: write kind: census.`,
          },
        },
      ]
    : []
}

function checkCriterion({ value, path }: Part<CriterionSource>, stages: readonly string[]): Mistake[] {
  const { attribute, is, isNot, atLeast, atMost, onOrAfter, before } = value
  const kinds = [[is], [isNot], [atLeast, atMost], [onOrAfter, before]].filter((kind) =>
    kind.some((condition) => condition !== undefined),
  )
  if (kinds.length !== 1)
    return [
      {
        code: 'criterion-unclear',
        path,
        text: {
          da: 'Et kriterium skal have netop én slags betingelse: is, isNot, atLeast/atMost eller onOrAfter/before. Skriv flere kriterier, hvis flere skal gælde.',
          en: 'A criterion needs exactly one kind of condition: is, isNot, atLeast/atMost or onOrAfter/before. Write several criteria if several must hold.',
        },
      },
    ]
  const impossible =
    (atLeast !== undefined && atMost !== undefined && atLeast > atMost) ||
    (onOrAfter !== undefined && before !== undefined && onOrAfter >= before)
  if (impossible)
    return [
      {
        code: 'criterion-impossible',
        path,
        text: {
          da: 'Ingen sag kan opfylde dette kriterium: grænserne er byttet om.',
          en: 'No case can meet this criterion: its limits are the wrong way round.',
        },
      },
    ]
  if (attribute !== 'stage') return []
  return [...unknownStages(is, [...path, 'is'], stages), ...unknownStages(isNot, [...path, 'isNot'], stages)]
}

function unknownStages(
  written: readonly string[] | undefined,
  path: Mistake['path'],
  stages: readonly string[],
): Mistake[] {
  return (written ?? []).flatMap((stage, index) =>
    stages.includes(stage)
      ? []
      : [unknownReference([...path, index], { da: 'Sagstrinnet', en: 'Stage' }, stage, stages)],
  )
}
