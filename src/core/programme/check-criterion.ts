import { unknownReference, type Mistake } from './mistake.ts'
import type { CriterionSource } from './programme-schema.ts'
import type { Part } from './sound-part.ts'

/** Whether a criterion says one thing that a case can meet. */
export function checkCriterion({ value, path }: Part<CriterionSource>, stages: readonly string[]): Mistake[] {
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
