import { describe, expect, it } from 'vitest'
import { sampleAnalysis } from '../../../test/support/sample-analysis.ts'
import { sampleProgramme } from '../../../test/support/sample-programme.ts'
import type { Analysis } from '../analysis/analysis.ts'
import type { CascadeResult, DriftResult } from '../analysis/inference.ts'
import { languages, type Language } from '../language/language.ts'
import { composeReport, type ReportInput } from './compose-report.ts'
import { printReport } from './print-report.ts'
import type { PrintedBlock, PrintedSection } from './printed-report.ts'

const programme = sampleProgramme(9)
const analysis = sampleAnalysis(programme)
const [first] = programme.stages

function sectionsOf(sections: readonly PrintedSection[]): readonly PrintedSection[] {
  return sections.flatMap((section) => [section, ...sectionsOf(section.sections)])
}

function wordsOf(block: PrintedBlock): string {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return block.text
    case 'list':
      return block.items.join('\n')
    case 'table':
      return [block.caption, ...block.rows.map((row) => row.map(({ text }) => text).join(' | '))].join('\n')
    case 'dot-chart':
    case 'run-chart':
      return block.alternative
    default:
      return block satisfies never
  }
}

function printed(change: Partial<Analysis>, language: Language = 'en', more: Partial<ReportInput> = {}) {
  const report = composeReport({
    analysis: { ...analysis, ...change },
    programme,
    audience: 'internal',
    ...more,
  })
  const sections = sectionsOf(printReport(report, language).sections)
  const words = (key: string) => {
    const section = sections.find((one) => one.key === key)
    if (section === undefined) throw new Error(`no section ${key}`)
    return [section.title, ...section.blocks.map(wordsOf)].join('\n')
  }
  return {
    report,
    all: sections.map(({ key }) => words(key)).join('\n'),
    words,
    keys: sections.map(({ key }) => key),
  }
}

const estimate = (stage: string | null): CascadeResult => ({
  scope: { stage, question: null },
  reference: 4,
  levels: [
    { level: 2, cases: 120, numerator: 1500, denominator: 2000, notApplicable: 300 },
    { level: 4, cases: 30, numerator: 400, denominator: 520, notApplicable: 60 },
  ],
  weights: 'draw',
  population: 700,
  notCovered: 0,
  estimate: 0.78,
  interval: [0.7, 0.86],
  method: 't',
  lambda: { '2': 0.62 },
  nEff: 71.4,
  expertEquivalent: 64.7,
  plain: null,
  caveats: [],
  expertOnly: {
    cases: 30,
    numerator: 400,
    denominator: 520,
    notApplicable: 60,
    estimate: 0.77,
    interval: [0.66, 0.88],
  },
  usable: true,
  refusal: null,
  reason: null,
})

const refused = (row: CascadeResult): CascadeResult => ({
  ...row,
  estimate: null,
  interval: null,
  nEff: null,
  expertEquivalent: null,
  usable: false,
  refusal: 'not-nested',
  reason: { da: 'Grunden på dansk.', en: 'The reason in English.' },
})

const corrected: DriftResult = {
  kind: 'expert-corrected',
  stage: null,
  level: 4,
  cases: 30,
  baselineCases: 30,
  now: { numerator: 400, denominator: 520, notApplicable: 60 },
  baseline: { numerator: 380, denominator: 520, notApplicable: 60 },
  plainCounts: null,
  change: 0.041,
  interval: [-0.022, 0.104],
  p: 0.2,
  plainChange: 0.119,
  sameReviewer: 0,
  usable: true,
  reason: null,
}

describe('better casework or milder reviewing', () => {
  it('is told by the change on the highest level’s scale, before the change as it was measured', () => {
    const { words } = printed({ drift: [corrected] })
    expect(words('trends')).toContain('Put on level 4’s scale the change is +4 percentage points')
    expect(words('trends')).toContain('95% interval: −2 to +10), against +12 at level 2')
    expect(words('trends')).toContain('it cannot be said whether casework has changed')
    const clear = printed({ drift: [{ ...corrected, interval: [0.01, 0.07], p: 0.01 }] }, 'da')
    expect(clear.words('trends')).toContain('kommer ikke af, at niveau 2 er blevet mildere')
  })

  it('is left open, with the reason, where no higher level links the rounds', () => {
    const reason = { da: 'Grunden på dansk.', en: 'The reason in English.' }
    const open = { ...corrected, change: null, interval: null, p: null, usable: false, reason }
    for (const drift of [[], [open]]) {
      expect(printed({ drift }).words('trends')).toContain('milder reviewing than before')
      expect(printed({ drift }, 'da').words('trends')).toContain('bedømmes mildere end før')
    }
    expect(printed({ drift: [open] }).words('trends')).toContain('The reason in English.')
  })

  it('is told by anchor cases too, beside the other and not pooled with it', () => {
    const anchors: DriftResult = {
      ...corrected,
      kind: 'anchors',
      level: 2,
      cases: 24,
      plainChange: null,
      sameReviewer: 3,
    }
    const { words } = printed({ drift: [corrected, anchors] })
    expect(words('trends')).toContain('24 anchor cases')
    expect(words('trends')).toContain('the same person reviewed both times')
  })

  it('does not say that the reviewing moved where the anchor cases do not show it', () => {
    const anchors: DriftResult = { ...corrected, kind: 'anchors', level: 2, interval: [-0.09, 0.0032] }
    const da = printed({ drift: [anchors] }, 'da').words('trends')
    expect(da).toContain('(−9 til +0,3)')
    expect(da).toContain(
      'en ændring, der ikke er tilfældig, kan kun komme af bedømmelsen. Intervallet går hen',
    )
    expect(da).not.toMatch(/har flyttet sig\./u)
    expect(printed({ drift: [anchors] }).words('trends')).not.toContain('what moved is')
  })

  it('never prints a limit as 0 that is not 0', () => {
    const row = { ...corrected, interval: [0.0039, 0.0783] as const, p: 0.03 }
    expect(printed({ drift: [row] }).words('trends')).toContain('95% interval: +0.4 to +8)')
    const composites = analysis.composites.map((one) => ({
      ...one,
      cases: 60,
      baseline: one.baseline && { ...one.baseline, cases: 60 },
      change: one.change && { ...one.change, interval: [-0.09, 0.004] as const },
    }))
    for (const audience of ['internal', 'public'] as const) {
      const { figures } = printed({ composites }, 'en', { audience }).report
      const changes = Object.values(figures).filter(
        ({ id, interval }) => /^composite.*change$/u.test(id) && interval,
      )
      expect(changes.length).toBeGreaterThan(0)
      expect(changes.filter(({ interval }) => interval?.[1] !== 0.004)).toStrictEqual([])
    }
  })
})

describe('what the highest level would have found', () => {
  it('stands in plain words with what it is worth, and in the annex with λ and sizes', () => {
    const cascade = [estimate(null), estimate(first?.key ?? null)]
    const { words } = printed({ cascade })
    expect(words('levels-expert')).toContain('78% of what applies compliant (95% interval: 70% to 86%)')
    expect(words('levels-expert')).toContain(
      'worth as many expert reviews as 65 at level 4; it made 30 itself',
    )
    expect(words('technical-cascade')).toContain('| 120 | 30 | 0.62 | 700 | 71.4 | 65')
    expect(printed({ cascade }, 'da').words('levels-expert')).toContain('så sikkert som 65 gennemgange')
  })

  it('names the stage of each single question, since stages count their questions alike', () => {
    const question = first?.questions[0]
    if (first === undefined || question === undefined) throw new Error('the sample has questions')
    const one = { ...estimate(first.key), scope: { stage: first.key, question: question.key } }
    expect(printed({ cascade: [estimate(null), one] }, 'da').words('levels-expert')).toContain(
      `${first.title.da} | ${question.number} | ${question.text.da}`,
    )
  })

  it('is refused with its reason', () => {
    const { words, keys } = printed({ cascade: [refused(estimate(null))] })
    expect(words('levels-expert')).toContain('cannot be computed. The reason in English.')
    expect(keys).not.toContain('technical-cascade')
  })
})

describe('cases that the estimate is silent on', () => {
  const cascade = [{ ...estimate(null), notCovered: 46 }]
  const level = { level: 2, reviews: 125, minutes: 60, r2: null, pairs: 0 }
  const composites = analysis.composites.map((row) => ({ ...row, cases: 125 }))
  const scoped = (population: number | null) => ({
    cascade,
    composites,
    plan: { ...analysis.plan, levels: [{ ...level, population }] },
  })

  it('are counted in the population, beside those that it speaks about, and those reviewed among them', () => {
    const { words } = printed(scoped(802))
    expect(words('levels-expert')).toContain(
      ': 102 cases, of which 46 were reviewed. It speaks about the other 700.',
    )
    const da = printed(scoped(802), 'da').words('levels-expert')
    expect(da).toContain(': 102 sager, hvoraf 46 er gennemgået. Det taler om de øvrige 700.')
  })

  it('are counted among the reviewed where the population is not known', () => {
    for (const population of [null, 710])
      expect(printed(scoped(population)).words('levels-expert')).toContain(
        ': 46 reviewed cases belong to them.',
      )
  })

  it('are said to be part of the level’s own figures', () => {
    expect(printed(scoped(802)).words('levels-expert')).toContain(
      'own figures and their change include these cases (125 cases against 120 in the estimate)',
    )
  })

  it('are not counted in public editions, and not named where there are none', () => {
    const shown = printed(scoped(802), 'en', { audience: 'public' })
    expect(shown.keys.includes('levels-expert') ? shown.words('levels-expert') : '').not.toMatch(/102|46 /u)
    expect(Object.keys(shown.report.figures).filter((id) => id.startsWith('cascade/scope'))).toStrictEqual([])
    expect(printed({ cascade: [estimate(null)] }).words('levels-expert')).not.toContain('never draws from')
  })
})

describe('words and numbers', () => {
  it('call nothing certain in either language', () => {
    for (const language of languages)
      expect(printed({}, language).all).not.toMatch(
        /sikkert (?:gået|frem|tilbage)|sikker (?:frem|tilbage)|(?:improved|declined|improvement|decline) beyond/iu,
      )
  })

  it('hold all that stands out against all that chance would give', () => {
    const summary = { ...analysis.summary, tested: 70, standingOut: 9, expectedFalseSignals: 2.6 }
    expect(printed({ summary }).words('moved')).toContain(
      'about 3 of the 70 questions tested would still stand out (q at most 10% or p at most 5%). Here 9 did',
    )
    expect(printed({ summary }, 'da').words('moved')).toContain('omkring 3 af de 70 prøvede spørgsmål')
    expect(printed({ summary }).all).not.toMatch(/up to \d+ /iu)
  })

  it('explain a printed change that is not the difference of the printed shares, and only then', () => {
    const composites = (now: number, before: number) =>
      analysis.composites.map((row) => ({
        ...row,
        share: now,
        baseline: row.baseline && { ...row.baseline, share: before },
        change: row.change && { ...row.change, difference: now - before },
      }))
    expect(printed({ composites: composites(0.854, 0.806) }).words('trends')).toContain(
      'before the percentages are rounded',
    )
    expect(printed({ composites: composites(0.85, 0.81) }).words('trends')).not.toContain('are rounded')
  })

  it('give every level’s share with the number it was taken of', () => {
    const theme = printed({}).keys.find((key) => key.startsWith('theme-'))
    const rows = printed({})
      .words(theme ?? '')
      .split('\n')
      .slice(2)
    expect(rows.length).toBeGreaterThan(0)
    // The last three columns are levels 1, 3 and 4.
    const cells = rows.flatMap((row) => row.split(' | ').slice(-3))
    expect(cells.filter((cell) => !/^(?:\d+% of \d+|\d+ of \d+|–|)$/u.test(cell))).toStrictEqual([])
    expect(cells.some((cell) => /^\d+% of \d+$/u.test(cell))).toBe(true)
  })

  it('derive how much moves by chance from these sample sizes', () => {
    const smaller = analysis.questions.map((row) => ({
      ...row,
      denominator: row.denominator * 20,
      numerator: row.numerator * 20,
      baseline: row.baseline && {
        ...row.baseline,
        denominator: row.baseline.denominator * 20,
        numerator: row.baseline.numerator * 20,
      },
    }))
    const moved = (change: Partial<Analysis>) =>
      Number(/about (\d+) of the/u.exec(printed(change).words('technical-limits'))?.[1])
    expect(moved({})).toBeGreaterThan(moved({ questions: smaller }))
    expect(printed({}).all).not.toContain('18 cases in each round')
  })
})

describe('a unit that lacks reviews', () => {
  it('is named with how many, in the internal edition only', () => {
    const [unit = ''] = analysis.composites.flatMap((row) => (row.unit === null ? [] : [row.unit]))
    const drawnInUnits = [
      { round: analysis.round, level: 2, unit, drawn: 20, reviewed: 15 },
      { round: analysis.round, level: 2, unit: 'Enhed Hel', drawn: 7, reviewed: 7 },
    ]
    const { words } = printed({}, 'da', { drawnInUnits })
    expect(words('units')).toContain(`Niveau 2, ${unit}: 15 af 20 trukne sager er gennemgået`)
    expect(words('units')).not.toContain('Enhed Hel')
    const open = printed({}, 'da', { drawnInUnits, audience: 'public' })
    expect(open.all).not.toContain('15 af 20')
    expect(Object.keys(open.report.figures).filter((id) => id.startsWith('draw/'))).toStrictEqual([])
  })
})

describe('a composite of too few cases', () => {
  it('lacks cases and not answers, of which it may have many', () => {
    const composites = analysis.composites.map((row) => ({
      ...row,
      change: row.change && { ...row.change, class: 'too-few' as const },
    }))
    const { words } = printed({ composites }, 'da')
    for (const key of ['trends', 'units']) {
      expect(words(key)).toContain('| For få sager')
      expect(words(key)).not.toContain('For få svar')
    }
  })
})

describe('the report without the files of the draw', () => {
  it('says what the programme prescribes, and not that a lot was drawn', () => {
    const { words } = printed({})
    expect(words('background')).not.toContain('drawn by lot')
    expect(words('draw')).toContain('can therefore not show how the cases were chosen')
    expect(printed({}, 'da').words('draw')).toContain('Sådan skal sagerne trækkes')
  })

  it('says that a lot was drawn where its record is at hand', () => {
    const digest = {
      level: 2,
      phase: 'a',
      algorithm: 'hmac-sha256-52' as const,
      frameDigest: 'c',
      seedDigest: 'd',
    }
    const { words } = printed({}, 'en', { drawDigests: [digest] })
    expect(words('background')).toContain('drawn by lot')
    expect(words('draw')).toContain('How the cases were drawn')
  })

  it('carries the notice of the analysis, so that constructed cases cannot pass for real ones', () => {
    const notice = { da: 'Konstruerede sager', en: 'Constructed cases' }
    expect(printed({ notice }).report.notice).toStrictEqual(notice)
    const other = { da: 'Demo', en: 'Demo' }
    expect(printed({ notice }, 'en', { notice: other }).report.notice).toStrictEqual(other)
  })
})
