import { describe, expect, it } from 'vitest'
import { smallProgramme, review } from '../../../test/support/small-programme.ts'
import { analyse } from '../analysis/analyse.ts'
import { valueOf } from '../draw/draw-fixture.ts'
import { sentenceOfComposite } from './composite-sentence.ts'
import { findComposite, openReportContext } from './report-context.ts'
import type { Report } from './report.ts'
import { writeUnits } from './units-section.ts'

/** The baseline's version of the programme, in which these questions were worded otherwise. */
const earlier = (changed: readonly string[]) => ({
  ...smallProgramme,
  version: 0,
  stages: smallProgramme.stages.map((stage) => ({
    ...stage,
    questions: stage.questions.map((question) =>
      changed.includes(question.key) ? { ...question, text: { da: 'Andet', en: 'Other' } } : question,
    ),
  })),
})

interface Options {
  readonly cases?: number
  readonly applicable?: boolean
  readonly audience?: Report['audience']
}

/** A report on so many cases of each stage; the baseline asked `changed` otherwise. */
function contextOf(
  changed: readonly string[],
  { cases = 12, applicable = true, audience = 'internal' }: Options = {},
) {
  const numbers = Array.from({ length: cases }, (_, at) => at)
  const answers = ['now', 'before'].flatMap((round) =>
    numbers.flatMap((at) => [
      ...review(`f-${at}`, applicable ? ['yes', 'no', 'no'] : ['na', 'na', 'no'], { round, level: 2 }),
      ...review(`s-${at}`, [at % 2 === 0 ? 'yes' : 'no', 'yes'], { round, level: 2, stage: 'second' }),
    ]),
  )
  const analysis = valueOf(
    analyse({
      programme: smallProgramme,
      round: 'now',
      baseline: 'before',
      baselineProgramme: earlier(changed),
      answers,
    }),
  )
  return openReportContext(analysis, smallProgramme, audience)
}

/** What it says of a stage (null: of all). */
function sentence(stage: string | null, ...about: Parameters<typeof contextOf>) {
  const context = contextOf(...about)
  const composite = findComposite(context, stage)
  if (composite === undefined) throw new Error(`no composite of ${stage}`)
  return sentenceOfComposite(context, composite)
}

describe('what the report says of a composite', () => {
  it('names all requirements where both rounds asked them alike', () => {
    expect(sentence('first', []).en).toMatch(/meets \{.*\} of the requirements that apply to it$/u)
    expect(sentence('first', []).da).toMatch(/af de krav, der er relevante for den, i orden$/u)
  })

  it('names a stage’s own part where the baseline asked some of its requirements otherwise', () => {
    // Three of the first stage's four questions are read as compliance: the alarm is not.
    expect(sentence('first', ['F-1']).en).toMatch(
      /the requirements that apply to it among the 2 requirements \(of the stage’s 3\) that both rounds asked alike$/u,
    )
    expect(sentence('first', ['F-1']).da).toMatch(
      /de krav, der er relevante for den blandt de 2 krav \(af sagstrinets 3\), som begge runder har spurgt ens om, i orden$/u,
    )
    expect(sentence('second', ['S-1']).en).toContain('among the one requirement (of the stage’s 2)')
  })

  it('leaves the stages alone whose requirements were not changed, though all stages together were', () => {
    expect(sentence('second', ['F-1']).en).toMatch(/of the requirements that apply to it$/u)
    expect(sentence(null, ['F-1']).en).toContain('among the 4 requirements (of 5)')
  })

  it('says so of few cases’ counts, too, which hold nothing else', () => {
    expect(sentence('first', ['F-1'], { cases: 3 }).en).toMatch(
      /They meet \{.*\} applicable requirements, counting only the 2 requirements \(of the stage’s 3\) that both rounds asked alike$/u,
    )
    expect(sentence('first', ['F-1'], { cases: 3 }).da).toMatch(
      /relevante krav i orden, når kun de 2 krav \(af sagstrinets 3\), som begge runder har spurgt ens om, tælles med$/u,
    )
    expect(sentence('first', [], { cases: 3 }).en).toMatch(/applicable requirements$/u)
    expect(sentence('first', ['F-1'], { cases: 3, audience: 'public' }).en).toMatch(/too few for an overall/u)
  })

  it('tells why there is no figure: nothing asked alike, or nothing applicable', () => {
    expect(sentence('second', ['S-1', 'S-2']).en).toBe(
      'There is no overall figure, because the two rounds asked no requirement alike',
    )
    expect(sentence('first', [], { applicable: false }).en).toBe('No requirement was applicable in any case')
    expect(sentence('first', ['F-1'], { applicable: false }).da).toMatch(
      /^Intet krav blandt de 2 krav .* ens om, var relevant i nogen sag$/u,
    )
  })
})

describe('the section of the units', () => {
  it('says which requirements its figures are made of, where they are not all', () => {
    const words = (changed: readonly string[]) => JSON.stringify(writeUnits(contextOf(changed))?.blocks)
    expect(words(['F-1'])).toContain('made of the 4 requirements (of 5) that both rounds asked alike')
    expect(words([])).not.toContain('made of')
  })
})
