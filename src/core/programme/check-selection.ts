import { unknownReference, type Mistake } from './mistake.ts'
import type { Part } from './programme-parts.ts'
import type { LevelSource, SelectionSource } from './programme-schema.ts'
import type { KeyPath } from './yaml-source.ts'

type Drawing = Exclude<SelectionSource, { kind: 'census' }>
type Quotas = Drawing['quotas']

/** Whether a level's selection can be carried out as it is written. */
export function checkSelection({ value, path }: Part<LevelSource>, stages: readonly string[]): Mistake[] {
  const { selection } = value
  if (selection.kind === 'census') return []
  const at = [...path, 'selection']
  const mistakes = [
    ...checkStrata(selection, at),
    ...checkQuotas(selection.quotas, [...at, 'quotas'], selection.strata, stages),
  ]
  if (selection.kind === 'newest-first') mistakes.push(...checkCutOffs(selection, at, stages))
  if (selection.kind === 'pass-on') mistakes.push(...checkPassOn(selection, at))
  return mistakes
}

function checkStrata({ strata }: Drawing, at: KeyPath): Mistake[] {
  return strata.flatMap((by, index) =>
    strata.indexOf(by) === index
      ? []
      : [
          {
            code: 'not-unique',
            path: [...at, 'strata', index],
            text: { da: `"${by}" står to gange i strata.`, en: `"${by}" stands twice in strata.` },
          },
        ],
  )
}

function checkQuotas(
  quotas: Quotas,
  at: KeyPath,
  strata: readonly string[],
  stages: readonly string[],
): Mistake[] {
  return quotas.flatMap((quota, index) => {
    const mistakes: Mistake[] = []
    for (const [by, wanted] of Object.entries(quota.where ?? {})) {
      const path = [...at, index, 'where', by]
      if (!strata.includes(by)) mistakes.push(notAStratum(path, by, strata))
      else if (by === 'stage' && !stages.includes(wanted))
        mistakes.push(unknownReference(path, { da: 'Sagstrinnet', en: 'Stage' }, wanted, stages))
    }
    const shadow = quotas
      .slice(0, index)
      .findIndex((earlier) => covers(earlier.where ?? {}, quota.where ?? {}))
    if (shadow !== -1) mistakes.push(neverUsed([...at, index], shadow + 1))
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

function checkCutOffs(
  selection: Drawing & { kind: 'newest-first' },
  at: KeyPath,
  stages: readonly string[],
): Mistake[] {
  const { before, onOrAfter, older, strata } = selection
  const mistakes: Mistake[] = []
  if (onOrAfter !== undefined && onOrAfter >= before)
    mistakes.push({
      code: 'period-reversed',
      path: [...at, 'onOrAfter'],
      text: {
        da: `onOrAfter (${onOrAfter}) skal ligge før before (${before}).`,
        en: `onOrAfter (${onOrAfter}) must lie before before (${before}).`,
      },
    })
  if (older === undefined) return mistakes
  if (older.before > (onOrAfter ?? before))
    mistakes.push({
      code: 'period-reversed',
      path: [...at, 'older', 'before'],
      text: {
        da: `De ældre sager skal slutte senest, hvor de nye begynder (${onOrAfter ?? before}), så ingen sag tages to gange.`,
        en: `The older cases must end where the new ones begin at the latest (${onOrAfter ?? before}), so that no case is taken twice.`,
      },
    })
  return [...mistakes, ...checkQuotas(older.quotas, [...at, 'older', 'quotas'], strata, stages)]
}

function checkPassOn({ quotas, passOn }: Drawing & { kind: 'pass-on' }, at: KeyPath): Mistake[] {
  const most = Math.max(...quotas.map(({ take }) => (take === 'all' ? Number.POSITIVE_INFINITY : take)))
  if (passOn <= most) return []
  return [
    {
      code: 'pass-on-too-many',
      path: [...at, 'passOn'],
      text: {
        da: `${passOn} sager kan ikke gå videre, når højst ${most} tages.`,
        en: `${passOn} cases cannot go on when at most ${most} are taken.`,
      },
    },
  ]
}
