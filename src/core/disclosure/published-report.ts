/** A number as an edition gives it to its readers; of a withheld one they see only that it is. */
export interface PublishedFigure {
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notApplicable: number | null
  readonly withheld: boolean
}

/** A public edition with the rounds that its ids do not tell. `figures`: all it carries, by id (a report's own record). */
export interface PublishedReport {
  readonly round: string
  readonly baselineRound: string | null
  readonly figures: Readonly<Record<string, PublishedFigure>>
}

/** What an edition tells of one row of answers; null: not told. Counts of answers. */
export interface RowFacts {
  readonly yes: number | null
  readonly no: number | null
  readonly notApplicable: number | null
  readonly applicable: number | null
  /** Ends of the share of yes among the applicable ones. */
  readonly share: Range | null
  readonly withheld: boolean
}

/** Both ends belong to it. */
export type Range = readonly [low: number, high: number]

/** What an edition tells of one stage in one round. */
export interface StageFacts {
  readonly round: string
  readonly stage: string
  readonly level: string
  /** Cases reviewed. */
  readonly cases: number | null
  readonly casesWithheld: boolean
  /** The mean over `cases` of each case's share compliant. */
  readonly composite: { readonly cases: number; readonly share: Range } | null
  /** Requirements by question; what composites are made of. */
  readonly requirements: ReadonlyMap<string, RowFacts>
  /** Questions that no composite counts. */
  readonly others: ReadonlyMap<string, RowFacts>
}

/** All stages of one round that an edition tells of. */
export interface RoundFacts {
  readonly round: string
  readonly level: string
  readonly cases: number | null
  readonly composite: StageFacts['composite']
  readonly stages: readonly StageFacts[]
}

/** What whole per cent leave open, and what the six decimals of the data files do. */
const halfPoint = 0.005
const halfDecimal = 0.0000005

/** Reads an edition as a stranger would, from its figures alone: the round's own facts, then its baseline's. */
export function readPublished({ round, baselineRound, figures }: PublishedReport): readonly RoundFacts[] {
  const places = new Map<
    string,
    { readonly stages: Set<string>; readonly questions: Map<string, Set<string>> }
  >()
  for (const id of Object.keys(figures)) {
    const found = /^(?:stage\/([^/]+)|composite\/([^/]+)|question\/([^/]+)\/([^/]+))\/level-([^/]+)\//u.exec(
      id,
    )
    if (found === null) continue
    const [, ofCases, ofComposite, ofQuestion, question, level = ''] = found
    const place = places.get(level) ?? { stages: new Set(), questions: new Map() }
    places.set(level, place)
    const stage = ofCases ?? ofComposite ?? ofQuestion ?? ''
    if (stage !== 'all') place.stages.add(stage)
    if (question !== undefined)
      place.questions.set(stage, (place.questions.get(stage) ?? new Set()).add(question))
  }
  return [...places].flatMap(([level, { stages, questions }]) => {
    const reader = new Reader(figures, level)
    return [round, ...(baselineRound === null ? [] : [baselineRound])].map((one, at) => {
      const before = at === 1
      return {
        round: one,
        level,
        cases: before ? null : reader.number(`stage/all/level-${level}/cases`),
        composite: reader.composite('all', before),
        stages: [...stages].map((stage) => ({
          round: one,
          stage,
          level,
          cases: before ? null : reader.number(`stage/${stage}/level-${level}/cases`),
          casesWithheld: !before && figures[`stage/${stage}/level-${level}/cases`]?.withheld === true,
          composite: reader.composite(stage, before),
          ...reader.rows(stage, questions.get(stage) ?? new Set(), before, baselineRound !== null),
        })),
      }
    })
  })
}

class Reader {
  readonly #figures: PublishedReport['figures']
  readonly #level: string

  constructor(figures: PublishedReport['figures'], level: string) {
    this.#figures = figures
    this.#level = level
  }

  number(id: string): number | null {
    return this.#figures[id]?.value ?? null
  }

  composite(stage: string, before: boolean): StageFacts['composite'] {
    const path = `composite/${stage}/level-${this.#level}/all`
    const share = this.number(`${path}/${before ? 'baseline' : 'share'}`)
    const cases = this.number(`${path}/${before ? 'baseline-cases' : 'cases'}`)
    return share === null || cases === null ? null : { cases, share: unrounded(share) }
  }

  rows(
    stage: string,
    questions: ReadonlySet<string>,
    before: boolean,
    compared: boolean,
  ): Pick<StageFacts, 'requirements' | 'others'> {
    const requirements = new Map<string, RowFacts>()
    const others = new Map<string, RowFacts>()
    for (const question of questions) {
      const path = `question/${stage}/${question}/level-${this.#level}/all`
      const now = this.#figures[`${path}/share`]
      const base = this.#figures[`${path}/baseline`]
      if (now === undefined) {
        if (!before) others.set(question, this.#plain(path))
      } else if (!compared) requirements.set(question, this.#now(path, now))
      // A question that the baseline lacks, or asked otherwise, is in neither composite.
      else if (base !== undefined && (base.withheld || base.denominator !== null))
        requirements.set(question, before ? this.#baseline(path, now, base) : this.#now(path, now))
      else if (!before) others.set(question, this.#now(path, now))
    }
    return { requirements, others }
  }

  #now(path: string, share: PublishedFigure): RowFacts {
    const whole = share.denominator
    return {
      yes: this.number(`${path}/compliant`) ?? share.numerator,
      no:
        this.number(`${path}/not-compliant`) ??
        (whole === null || share.numerator === null ? null : whole - share.numerator),
      notApplicable: this.number(`${path}/not-applicable`) ?? share.notApplicable,
      applicable: this.number(`${path}/applicable`) ?? whole,
      share: share.value === null ? null : unrounded(share.value),
      withheld: share.withheld,
    }
  }

  #baseline(path: string, now: PublishedFigure, base: PublishedFigure): RowFacts {
    const { numerator, denominator, notApplicable, value, withheld } = base
    const change = this.number(`${path}/change`)
    const told = value ?? (change === null || now.value === null ? null : now.value - change)
    return {
      yes: numerator,
      no: numerator === null || denominator === null ? null : denominator - numerator,
      notApplicable,
      applicable: denominator,
      share: told === null ? null : unrounded(told),
      withheld,
    }
  }

  #plain(path: string): RowFacts {
    const count = (name: string) => this.number(`${path}/${name}`)
    return {
      yes: count('yes'),
      no: count('no'),
      notApplicable: count('na'),
      applicable: null,
      share: null,
      withheld: ['yes', 'no', 'na'].some((name) => this.#figures[`${path}/${name}`]?.withheld === true),
    }
  }
}

/** 0 and 1 are kept for exactly none and all. */
function unrounded(share: number): Range {
  if (share === 0 || share === 1) return [share, share]
  const isWhole = Math.abs(share * 100 - Math.round(share * 100)) < 1e-9
  const half = isWhole ? halfPoint : halfDecimal
  return [Math.max(0, share - half), Math.min(1, share + half)]
}
