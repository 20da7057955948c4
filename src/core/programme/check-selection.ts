import { plural } from '../language/plural.ts'
import { unknownReference, type Mistake } from './mistake.ts'
import type { QuotaParts, SelectionParts } from './selection-parts.ts'
import type { KeyPath } from './yaml-lines.ts'

/** Whether a level's selection can be carried out as it is written. */
export function checkSelection(selection: SelectionParts, stages: readonly string[]): Mistake[] {
  const { strata, quotas, older } = selection
  return [
    ...checkStrata(selection),
    ...checkQuotas(quotas, strata, stages),
    ...checkQuotas(older?.quotas ?? [], strata, stages),
    ...checkCutOffs(selection),
    ...checkPassOn(selection),
  ]
}

function checkStrata({ strata = [], path }: SelectionParts): Mistake[] {
  return strata.flatMap((by, index) =>
    strata.indexOf(by) === index
      ? []
      : [
          {
            code: 'not-unique',
            path: [...path, 'strata', index],
            text: { da: `"${by}" står to gange i strata.`, en: `"${by}" stands twice in strata.` },
          },
        ],
  )
}

function checkQuotas(
  quotas: QuotaParts,
  strata: readonly string[] | undefined,
  stages: readonly string[],
): Mistake[] {
  return quotas.flatMap(({ value, path }, index) => {
    const mistakes: Mistake[] = []
    for (const [by, wanted] of Object.entries(value.where ?? {})) {
      const at = [...path, 'where', by]
      if (strata?.includes(by) === false) mistakes.push(notAStratum(at, by, strata))
      if (by === 'stage' && !stages.includes(wanted))
        mistakes.push(unknownReference(at, { da: 'Sagstrinnet', en: 'Stage' }, wanted, stages))
    }
    const shadow = quotas
      .slice(0, index)
      .findIndex((earlier) => covers(earlier.value.where ?? {}, value.where ?? {}))
    if (shadow !== -1) mistakes.push(neverUsed(path, shadow + 1))
    return mistakes
  })
}

/** The first fitting quota wins, so a wider one above makes a narrower one below it dead. */
function covers(earlier: Readonly<Record<string, string>>, later: Readonly<Record<string, string>>): boolean {
  return Object.entries(earlier).every(([by, wanted]) => later[by] === wanted)
}

function notAStratum(path: KeyPath, by: string, strata: readonly string[]): Mistake {
  return {
    code: 'quota-not-stratum',
    path,
    text: {
      da: `Kvoten spørger om "${by}", men der deles kun op efter ${strata.join(', ')}. Tilføj "${by}" til strata, eller slet den her.`,
      en: `The quota asks for "${by}", but cases are only divided by ${strata.join(', ')}. Add "${by}" to strata, or delete it here.`,
    },
  }
}

function neverUsed(path: KeyPath, earlier: number): Mistake {
  return {
    code: 'quota-never-used',
    path,
    text: {
      da: `Kvoten bruges aldrig: kvote ${earlier} ovenfor passer på det samme, og den første vinder. Flyt den snævre kvote op.`,
      en: `The quota is never used: quota ${earlier} above fits the same cases, and the first one wins. Move the narrower quota up.`,
    },
  }
}

function checkCutOffs({ path, before, onOrAfter, older }: SelectionParts): Mistake[] {
  const mistakes: Mistake[] = []
  if (before !== undefined && onOrAfter !== undefined && onOrAfter >= before)
    mistakes.push({
      code: 'period-reversed',
      path: [...path, 'onOrAfter'],
      text: {
        da: `Perioden er tom: onOrAfter (${onOrAfter}) skal være tidligere end before (${before}).`,
        en: `The period is empty: onOrAfter (${onOrAfter}) must be earlier than before (${before}).`,
      },
    })
  const newFrom = onOrAfter ?? before
  if (older?.before !== undefined && newFrom !== undefined && older.before > newFrom)
    mistakes.push({
      code: 'periods-overlap',
      path: [...path, 'older', 'before'],
      text: {
        da: `De ældre sager skal slutte senest, hvor de nye begynder (${newFrom}), så ingen sag tages to gange.`,
        en: `The older cases must end where the new ones begin (${newFrom}) at the latest, so that no case is taken twice.`,
      },
    })
  return mistakes
}

function checkPassOn({ path, quotas, passOn }: SelectionParts): Mistake[] {
  const takes = quotas.flatMap(({ value }) => value.take ?? [])
  // While a quota's own number is wrong it may be the large one.
  if (passOn === undefined || takes.length < quotas.length) return []
  const most = Math.max(...takes.map((take) => (take === 'all' ? Number.POSITIVE_INFINITY : take)))
  if (passOn <= most) return []
  return [
    {
      code: 'pass-on-too-many',
      path: [...path, 'passOn'],
      text: {
        da: `${passOn} ${plural('da', passOn, 'sag', 'sager')} kan ikke gå videre, når højst ${most} tages.`,
        en: `${passOn} ${plural('en', passOn, 'case', 'cases')} cannot go on when at most ${most} ${plural('en', most, 'is', 'are')} taken.`,
      },
    },
  ]
}
