import type { Checked, Problem } from '../language/problem.ts'
import type { Programme, Quota, Selection } from '../programme/programme.ts'
import { phaseOf } from './case-key.ts'
import { drawAlgorithmOf, type DrawFile } from './draw-file.ts'
import { levelSelection } from './level-selection.ts'

/** What a draw is made by, apart from frame and seed. A draw file carries it, so that checking needs no programme. */
export type DrawRule = Pick<
  DrawFile,
  | 'algorithm'
  | 'programme'
  | 'programmeVersion'
  | 'round'
  | 'level'
  | 'phase'
  | 'selection'
  | 'eligibility'
  | 'from'
>

export interface DrawPlan {
  readonly programme: Programme
  readonly round: string
  readonly level: number
  /** The draw of the level below; needed exactly when the programme's level draws from one. */
  readonly from?: DrawFile
}

/** The programme's rule for one level of one round. */
export function drawRule(plan: DrawPlan): Checked<DrawRule> {
  const { programme, round, level: number, from } = plan
  const level = programme.levels.find((candidate) => candidate.level === number)
  if (level === undefined) return refuse(unknownLevel(plan))
  const selection = levelSelection(programme, level)
  const problems = [...checkRound(round), ...checkQuotas(selection), ...checkFrom(plan, level.from)]
  if (problems.length > 0) return { ok: false, problems }
  return {
    ok: true,
    value: {
      algorithm: drawAlgorithmOf(selection),
      programme: programme.key,
      programmeVersion: programme.version,
      round,
      level: number,
      phase: phaseOf(round, number),
      selection,
      eligibility: level.eligibility,
      from: from === undefined ? null : linkTo(from),
    },
  }
}

/** The part of a draw that the next level is drawn from: its cases that were not replaced. */
export function linkTo(from: DrawFile): NonNullable<DrawFile['from']> {
  const cases = from.cases.filter((drawn) => drawn.status === 'drawn')
  return {
    level: from.level,
    frameDigest: from.frameDigest,
    cases: cases.map(({ caseId, stage }) => ({ caseId, stage })),
  }
}

/** Letters, digits, space and `._-`: the id stands before `/` and `|` in every key's message. */
function checkRound(round: string): Problem[] {
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u.test(round)) return []
  return [
    {
      code: 'round-id',
      text: {
        da: `"${round}" kan ikke være en rundes id. Brug bogstaver, tal, mellemrum, punktum, bindestreg og understreg, højst 64 tegn.`,
        en: `"${round}" cannot be a round's id. Use letters, digits, spaces, full stops, hyphens and underscores, 64 characters at most.`,
      },
    },
  ]
}

function checkQuotas(selection: Selection): Problem[] {
  if (selection.kind === 'census') return []
  const { strata, quotas } = selection
  const older = selection.kind === 'newest-first' ? (selection.older?.quotas ?? []) : []
  return [
    ...quotasOutside(quotas, strata, 'selection.quotas'),
    ...quotasOutside(older, strata, 'selection.older.quotas'),
  ]
}

function quotasOutside(quotas: readonly Quota[], strata: readonly string[], path: string): Problem[] {
  return quotas.flatMap((quota, index) =>
    Object.keys(quota.where ?? {})
      .filter((name) => !strata.includes(name))
      .map((name) => quotaOutsideStrata(name, `${path}[${index}]`)),
  )
}

function checkFrom({ programme, round, level, from }: DrawPlan, below: number | undefined): Problem[] {
  if (below === undefined && from === undefined) return []
  if (below === undefined) return [fromNotWanted(level)]
  if (from === undefined) return [fromMissing(level, below)]
  if (from.level === below && from.round === round && from.programme === programme.key) return []
  return [
    {
      code: 'wrong-level-below',
      text: {
        da: `Niveau ${level} trækkes fra niveau ${below} i runde ${round} (${programme.key}), men den angivne trækning er niveau ${from.level} i runde ${from.round} (${from.programme}).`,
        en: `Level ${level} is drawn from level ${below} of round ${round} (${programme.key}), but the draw given is level ${from.level} of round ${from.round} (${from.programme}).`,
      },
    },
  ]
}

function refuse(problem: Problem): Checked<never> {
  return { ok: false, problems: [problem] }
}

function unknownLevel({ programme, level }: DrawPlan): Problem {
  const known = programme.levels.map((candidate) => candidate.level).join(', ')
  return {
    code: 'unknown-level',
    text: {
      da: `Programmet ${programme.key} har ikke niveau ${level}. Det har: ${known}.`,
      en: `The programme ${programme.key} has no level ${level}. It has: ${known}.`,
    },
  }
}

function quotaOutsideStrata(name: string, path: string): Problem {
  return {
    code: 'quota-outside-strata',
    text: {
      da: `Kvoten gælder for ${name}, men der stratificeres ikke efter ${name}. Tilføj ${name} til strata, eller fjern betingelsen.`,
      en: `The quota is for ${name}, but ${name} is not among the strata. Add ${name} to the strata or remove the condition.`,
    },
    at: { column: `${path}.where.${name}` },
  }
}

function fromMissing(level: number, below: number): Problem {
  return {
    code: 'level-below-missing',
    text: {
      da: `Niveau ${level} trækkes fra niveau ${below}: angiv trækningen af niveau ${below}.`,
      en: `Level ${level} is drawn from level ${below}: give the draw of level ${below}.`,
    },
  }
}

function fromNotWanted(level: number): Problem {
  return {
    code: 'level-below-not-wanted',
    text: {
      da: `Niveau ${level} trækkes direkte fra de afsluttede sagstrin; der skal ikke angives et niveau under.`,
      en: `Level ${level} is drawn from the finished case stages themselves; give no level below.`,
    },
  }
}
