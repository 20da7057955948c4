import type { Choices } from '../../examples/copenhagen/construct/sources.ts'
import { givesPercent } from '../../src/core/analysis/figures/counts-giving.ts'
import type { Analysis, Proportion } from '../../src/core/analysis/analysis.ts'

/** One scalar of published-figures.yaml with its path. */
export interface Leaf {
  readonly path: string
  readonly value: unknown
}

export function leavesOf(node: unknown, path: readonly string[] = []): readonly Leaf[] {
  if (node === null || typeof node !== 'object') return [{ path: path.join('.'), value: node }]
  return Object.entries(node).flatMap(([key, child]) => leavesOf(child, [...path, key]))
}

type Analyses = Readonly<Record<string, Analysis>>
interface Rule {
  readonly path: RegExp
  /** What the analysis prints at this place. */
  readonly value: (match: readonly string[], at: Place) => unknown
}
interface Place {
  readonly leaf: Leaf
  readonly analyses: Analyses
  readonly questions: Choices['questions']
  /** A value elsewhere in the published file. */
  readonly read: (path: string) => unknown
}

/** What the analyses say where a published figure stands. Throws for a figure that no rule knows. */
export function printedValue(
  leaf: Leaf,
  analyses: Analyses,
  questions: Choices['questions'],
  published: unknown,
): unknown {
  // Words and empty cells are no figures; where words hold figures, a rule below reads them.
  if (leaf.value === null) return null
  const read = (path: string) => path.split('.').reduce<unknown>(childOf, published)
  for (const { path, value } of rules) {
    const match = path.exec(leaf.path)
    if (match !== null) return value(match, { leaf, analyses, questions, read })
  }
  throw new Error(`no rule for the published figure ${leaf.path}`)
}

const asPrinted: Rule['value'] = (_match, { leaf }) => leaf.value

const rules: readonly Rule[] = [
  // Names and words.
  { path: /^rounds\./u, value: asPrinted },
  { path: /\.(stage|question|to|what|note)$/u, value: asPrinted },
  { path: /^level_reviews\.\w+\.level\d_months$/u, value: asPrinted },
  // What the print contradicts itself in: `figures check` finds it, and its test compares.
  { path: /^contradictions_in_print\./u, value: asPrinted },
  {
    path: /^level_reviews\.(\w+)\.level(\d)$/u,
    value: ([, round = '', level], { analyses }) => reviewsAt(analyses, round, Number(level)),
  },
  {
    // The plan's numbers, in words: each level's reviews, level 2's per family unit. Level 1's is the programme's quota.
    path: /^plan_per_quarter\.level(\d)$/u,
    value: ([, level], { leaf, analyses }) => {
      const planned = Number(/\d+/u.exec(String(leaf.value))?.[0])
      if (level === '1') return leaf.value
      const found = level === '2' ? perUnit(analyses) : [reviewsAt(analyses, '2018q2', Number(level))]
      return found.every((n) => n === planned) ? leaf.value : found
    },
  },
  {
    path: /^stage_tables\.(\w+)\.(\d+)\.(n|mean_days|earliest_start|latest_end)$/u,
    value: ([, round = '', at, field], { analyses, read }) => {
      const stage = read(`stage_tables.${round}.${at}.stage`)
      const row = analyses[round]?.stages.find(
        (candidate) => candidate.unit === null && candidate.stage === (stage === 'total' ? null : stage),
      )
      if (field === 'n') return row?.n
      if (field === 'mean_days') return Math.round(row?.meanDays ?? Number.NaN)
      return field === 'earliest_start' ? row?.earliestStart : row?.latestEnd
    },
  },
  {
    path: /^themes\.involvement\.(\d+)\.(child|parents)\.(2\w+)$/u,
    value: ([, at, who, round = ''], { analyses, read }) => {
      const stage = read(`themes.involvement.${at}.stage`)
      const number = read(`themes.involvement.${at}.${who}.question`)
      const rows = analyses[round]?.themes.filter(
        (row) => row.stage === stage && row.level === 2 && row.unit === null && row.theme === 'inddragelse',
      )
      return percent(rows?.find((row) => row.question.endsWith(`-${String(number)}`))?.now)
    },
  },
  {
    path: /^themes\.companion\.(\d+)\.(child|parents)\.(2\w+)$/u,
    value: ([, at, who, round = ''], { analyses, questions, read }) => {
      const entry = questions.companion[String(read(`themes.companion.${at}.stage`))]
      return themePercent(analyses, round, entry?.[who === 'child' ? 'child' : 'parents'])
    },
  },
  {
    path: /^themes\.follow_up\.(\d+)\.(\w+)\.(2\w+)$/u,
    value: ([, at, stage = '', round = ''], { analyses, questions, read }) =>
      shareAt(
        analyses,
        round,
        2,
        questions.follow_up[String(read(`themes.follow_up.${at}.question`))]?.[stage],
      ),
  },
  {
    path: /^themes\.consent\.(\d+)\.level(\d)\.(2\w+)$/u,
    value: ([, at, level, round = ''], { analyses, questions, read }) =>
      shareAt(analyses, round, Number(level), questions.consent[String(read(`themes.consent.${at}.stage`))]),
  },
  {
    path: /^consent_all_levels_(\w+)\.(\d+)\.(n|level(\d))$/u,
    value: ([whole = '', round = '', at, field, level], { analyses, questions, read }) => {
      const stage = read(`${whole.split('.')[0]}.${at}.stage`)
      const row = analyses[round]?.levelComparisons.find(
        (candidate) => candidate.unit === null && candidate.question === questions.consent[String(stage)],
      )
      return field === 'n' ? row?.n : row?.compliant.find((count) => count.level === Number(level))?.count
    },
  },
  {
    path: /^other_level2\.(\d+)\.(2\w+|n|yes)$/u,
    value: ([, at, field = ''], { analyses, questions, read }) => {
      const entry = questions.other_level2[String(read(`other_level2.${at}.what`))]
      const question = typeof entry === 'string' ? entry : entry?.question
      if (field === 'n') return questionAt(analyses, '2018q2', 2, question)?.denominator
      if (field === 'yes') return questionAt(analyses, '2018q2', 2, question)?.numerator
      const share = shareAt(analyses, field, 2, question)
      return typeof entry === 'object' && share !== undefined ? 100 - share : share
    },
  },
  {
    path: /^instrument\.questions_total$/u,
    value: (_match, { analyses }) =>
      analyses['2018q2']?.questions.filter((row) => row.level === 2 && row.unit === null).length,
  },
  {
    path: /^instrument\.baseline_questions$/u,
    value: (_match, { analyses }) => analyses['2018q2']?.summary.compared,
  },
  {
    path: /^instrument\.baseline_held_or_improved_(\w+)$/u,
    value: ([, round = ''], { analyses }) => {
      const classes = analyses[round]?.summary.classicalClasses
      return (classes?.progress ?? 0) + (classes?.['held-at-100'] ?? 0)
    },
  },
  {
    path: /^instrument\.consent_question_example_(\w+)\.level(\d)$/u,
    value: ([, round = '', level], { analyses, questions }) =>
      shareAt(analyses, round, Number(level), questions.consent_example),
  },
  // Complaints come from a register, not from reviews; what can be computed from the printed counts must agree.
  {
    path: /^complaints_2015\.(\w+)\.upheld_share$/u,
    value: ([, place], { leaf, read }) => {
      const count = (name: string) => Number(read(`complaints_2015.${place}.${name}`))
      const fits = givesPercent({ x: count('upheld'), m: count('decided') }, Number(leaf.value))
      return fits ? leaf.value : count('upheld') / count('decided')
    },
  },
  {
    path: /^complaints_2015\.upheld_share_of_decided$/u,
    value: (_match, { leaf, read }) => {
      const m = Number(read('complaints_2015.decided'))
      const x = Math.round((Number(leaf.value) / 100) * m)
      return givesPercent({ x, m }, Number(leaf.value)) ? leaf.value : x / m
    },
  },
  { path: /^complaints_2015\.(\w+\.)?(sent_|about_|decided$|upheld$)/u, value: asPrinted },
]

function reviewsAt(analyses: Analyses, round: string, level: number): number | undefined {
  return analyses[round]?.levels.find((row) => row.level === level)?.reviews
}

function perUnit(analyses: Analyses): readonly number[] {
  return (analyses['2018q2']?.stages ?? [])
    .filter((row) => row.stage === null && row.unit !== null)
    .map((row) => row.n)
}

function questionAt(analyses: Analyses, round: string, level: number, question: string | undefined) {
  return analyses[round]?.questions.find(
    (row) => row.question === question && row.level === level && row.unit === null,
  )
}

/** A baseline figure must also come out as the later round's comparison shows it. */
function shareAt(analyses: Analyses, round: string, level: number, question: string | undefined) {
  const own = percent(questionAt(analyses, round, level, question))
  const later = round === '2017q3' ? questionAt(analyses, '2018q2', level, question)?.baseline : undefined
  return later === undefined || percent(later) === own ? own : undefined
}

function themePercent(analyses: Analyses, round: string, question: string | undefined) {
  return percent(
    analyses[round]?.themes.find((row) => row.question === question && row.level === 2 && row.unit === null)
      ?.now,
  )
}

/** Whole per cent, half a point upwards, as in print. */
function percent(proportion: Proportion | null | undefined): number | undefined {
  if (proportion === undefined || proportion === null || proportion.share === null) return undefined
  return Math.floor(100 * proportion.share + 0.5 + 1e-9)
}

function childOf(node: unknown, key: string): unknown {
  // The published file is data: an object with this key, or nothing.
  return node !== null && typeof node === 'object' ? (node as Record<string, unknown>)[key] : undefined
}
