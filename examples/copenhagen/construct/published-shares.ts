import type { Sources } from './sources.ts'

/** A published percentage of one question. */
export interface PublishedShare {
  readonly round: string
  readonly level: number
  readonly question: string
  /** Compliant, per cent: the complement where the print counts what went wrong. */
  readonly percent: number
  /** Where in published-figures.yaml it stands. */
  readonly path: string
}

/** Every published percentage of a question, as it must come out: what cannot be true is replaced as constructed.yaml says. */
export function listPublishedShares({ choices, published, programme }: Sources): readonly PublishedShare[] {
  const shares: PublishedShare[] = []
  const rounds = Object.keys(published.stage_tables)
  const add = (
    path: string,
    level: number,
    question: string,
    values: Readonly<Record<string, unknown>>,
    complement = false,
  ) => {
    for (const round of rounds) {
      const instead = choices.instead.find((entry) => entry.path === `${path}.${round}`)
      const percent = instead?.constructed ?? values[round]
      if (typeof percent !== 'number') continue
      shares.push({
        round,
        level,
        question,
        percent: complement ? 100 - percent : percent,
        path: `${path}.${round}`,
      })
    }
  }
  const numbered = (stage: string, number: unknown) =>
    programme.stages
      .find(({ key }) => key === stage)
      ?.questions.find((question) => question.number === number)?.key
  const { themes } = published
  for (const [at, row] of themes.involvement.entries()) {
    for (const who of ['child', 'parents'] as const) {
      const question = numbered(row.stage, row[who]['question'])
      if (question !== undefined) add(`themes.involvement.${at}.${who}`, 2, question, row[who])
    }
  }
  for (const [at, row] of themes.companion.entries()) {
    for (const who of ['child', 'parents'] as const)
      add(`themes.companion.${at}.${who}`, 2, get(choices.questions.companion, row.stage)[who], row[who])
  }
  for (const [at, { question, ...stages }] of themes.follow_up.entries()) {
    const questions = get(choices.questions.follow_up, typeof question === 'string' ? question : '')
    for (const [stage, values] of Object.entries(stages))
      if (typeof values === 'object') add(`themes.follow_up.${at}.${stage}`, 2, get(questions, stage), values)
  }
  for (const [at, row] of themes.consent.entries()) {
    const question = get(choices.questions.consent, row.stage)
    add(`themes.consent.${at}.level2`, 2, question, row.level2)
    add(`themes.consent.${at}.level3`, 3, question, row.level3)
  }
  for (const [at, row] of published.other_level2.entries()) {
    const entry = get(choices.questions.other_level2, row.what)
    const { question, complement } =
      typeof entry === 'string' ? { question: entry, complement: false } : entry
    add(`other_level2.${at}`, 2, question, row, complement)
  }
  const example = published.instrument.consent_question_example_2017q3
  for (const level of [1, 4] as const)
    shares.push({
      round: '2017q3',
      level,
      question: choices.questions.consent_example,
      percent: example[`level${level}`],
      path: `instrument.consent_question_example_2017q3.level${level}`,
    })
  return shares
}

export function get<T>(record: Readonly<Record<string, T>>, key: string): T {
  const value = record[key]
  if (value === undefined) throw new Error(`constructed.yaml has nothing for "${key}"`)
  return value
}
