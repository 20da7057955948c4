import * as z from 'zod'
import { roles } from '../access/role.ts'

/**
 * The programme file's shape: the one source of the validation, of `programmes/programme.schema.json` and of the
 * types here. What one part says about another (a quota's stage, a question's theme) is checked in `check-*.ts`.
 */

const text = z.string().trim().min(1)
const key = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/)
  .meta({ description: 'Lower-case letters a-z, digits, _ and -. Never changed once answers exist.' })

const localText = z
  .strictObject({ da: text, en: text })
  .meta({ id: 'LocalText', description: 'The text in Danish and in English.' })

export const date = z.iso.date().meta({ id: 'Date', description: 'A day as YYYY-MM-DD.' })

export const law = z
  .strictObject({
    key,
    title: localText,
    from: date
      .exactOptional()
      .meta({ description: 'First day in force. Absent: since before any case here.' }),
    until: date
      .exactOptional()
      .meta({ description: 'Last day in force, inclusive. Absent: still in force.' }),
  })
  .meta({ id: 'Law' })

const theme = z.strictObject({ key, title: localText }).meta({ id: 'Theme' })

const section = z.strictObject({ number: z.int().min(1).max(999), title: localText }).meta({ id: 'Section' })

const answers = z
  .array(z.enum(['yes', 'no', 'na']))
  .min(1)
  .max(3)

const derivedRule = z
  .strictObject({
    grade: z.int().min(1).max(20).meta({ description: 'Its place in grades, from 1.' }),
    when: z
      .array(
        z.strictObject({
          question: z.string().exactOptional(),
          questions: z.array(z.string()).min(1).max(100).exactOptional(),
          atLeast: z.int().min(1).max(100).exactOptional().meta({
            description: 'How many of questions must be answered so. Default 1.',
          }),
          answered: answers.exactOptional(),
          grades: z.array(z.int().min(1).max(20)).min(1).max(20).exactOptional(),
        }),
      )
      .min(1)
      .max(20)
      .exactOptional()
      .meta({ description: 'All of these must hold. Absent: always; only in the last rule.' }),
  })
  .meta({ id: 'DerivedRule' })

export const question = z
  .strictObject({
    key: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u)
      .meta({ description: 'Unique in the programme and stable across its versions, e.g. U-1.1.' }),
    number: text.meta({ description: 'As printed on the form, in quotation marks: "2.10" is not 2.1.' }),
    section: z.int().min(1).max(999),
    text: localText,
    legal: z
      .record(z.string(), text)
      .exactOptional()
      .meta({ description: 'Law key -> reference. The law in force when the stage was completed applies.' }),
    legalConfidence: z.enum(['verified', 'partial', 'memory']).exactOptional().meta({
      description:
        'verified: both sides seen in a found text; partial: one side; memory: neither. Default memory.',
    }),
    theme: z.string().exactOptional(),
    headline: z.boolean().exactOptional().meta({
      description: "Printed in the theme's table for its stage and for whom it concerns. Default false.",
    }),
    concerns: z.enum(['child', 'parents']).exactOptional(),
    answerType: z
      .enum(['yes-no', 'graded', 'number', 'date', 'text'])
      .exactOptional()
      .meta({ description: 'Default yes-no.' }),
    grades: z
      .array(localText)
      .min(2)
      .max(20)
      .exactOptional()
      .meta({ description: 'Ascending, for answerType graded.' }),
    derived: z.array(derivedRule).min(1).max(50).exactOptional().meta({
      description:
        'The grade follows from other answers: the first rule that fits. Reviewers may override it.',
    }),
    expected: z.enum(['yes', 'no']).nullable().exactOptional().meta({
      description: 'The compliant answer. Default yes for yes-no; null means that no compliance is read.',
    }),
    askedWhen: z
      .strictObject({
        question: z.string(),
        answered: answers,
      })
      .exactOptional()
      .meta({
        description: 'Asked only when this earlier question of the same stage has one of these answers.',
      }),
    baseline: z
      .boolean()
      .exactOptional()
      .meta({ description: 'In the set that rounds are compared on. Default false.' }),
    escalates: z.boolean().exactOptional().meta({
      description:
        'An answer other than the expected one starts the critical-case procedure; never counted as compliance.',
    }),
    comparable: z.array(z.int().min(1).max(9999)).min(1).exactOptional().meta({
      description:
        'Earlier versions of the programme that asked the same in other words; else a changed wording starts a new series.',
    }),
    guidance: localText.exactOptional(),
    deadlineRule: text
      .exactOptional()
      .meta({ description: 'Id of the deadline rule that could answer the question, e.g. R01.' }),
    source: text
      .exactOptional()
      .meta({ description: 'Where the question comes from; printed in the internal edition.' }),
  })
  .meta({ id: 'Question' })

const stage = z
  .strictObject({
    key,
    title: localText,
    sections: z.array(section).min(1).max(99),
    questions: z.array(question).min(1).max(999),
  })
  .meta({ id: 'Stage' })

const column = text.meta({ description: 'A column of the frame, or month: the month of completion.' })
const strata = z.array(column).min(1).max(6)
export const quota = z
  .strictObject({
    where: z.record(z.string(), text).exactOptional(),
    take: z.union([z.int().min(0).max(1_000_000), z.literal('all')]),
  })
  .meta({
    id: 'Quota',
    description: 'The first quota that fits a stratum says how many cases are taken there.',
  })
const quotas = z.array(quota).min(1).max(500)

export const criterion = z
  .strictObject({
    attribute: column,
    is: z.array(text).min(1).exactOptional(),
    isNot: z.array(text).min(1).exactOptional(),
    atLeast: z.number().exactOptional(),
    atMost: z.number().exactOptional(),
    onOrAfter: date.exactOptional(),
    before: date.exactOptional(),
  })
  .meta({
    id: 'Criterion',
    description: 'One of: is; isNot; atLeast and/or atMost; onOrAfter and/or before.',
  })

const selection = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('random'), strata, quotas }),
    z.strictObject({ kind: z.literal('census') }),
    z.strictObject({
      kind: z.literal('newest-first'),
      before: date.meta({ description: 'The cut-off: cases completed before this day, the newest first.' }),
      onOrAfter: date.exactOptional(),
      strata,
      quotas,
      older: z.strictObject({ before: date, quotas }).exactOptional(),
      onePer: z
        .strictObject({ attribute: column, keep: z.enum(['highest', 'lowest']), by: column })
        .exactOptional()
        .meta({
          description: 'Of cases that share attribute, only the one with the highest or lowest `by` stays.',
        }),
    }),
    z.strictObject({ kind: z.literal('pass-on'), strata, quotas, passOn: z.int().min(1).max(1_000_000) }),
    z.strictObject({ kind: z.literal('risk-weighted'), risk: column, strata, quotas }),
  ])
  .meta({ id: 'Selection' })

export const level = z
  .strictObject({
    level: z.int().min(1).max(20),
    title: localText,
    from: z
      .int()
      .min(1)
      .max(20)
      .exactOptional()
      .meta({ description: 'The level below whose drawn cases this one draws from.' }),
    selection,
    eligibility: z.array(criterion).max(50).exactOptional(),
    reviewers: z.array(z.enum(roles)).min(1),
    together: z
      .boolean()
      .exactOptional()
      .meta({ description: 'The reviewers fill one form together. Default false.' }),
    apart: z.boolean().exactOptional().meta({
      description:
        'Two reviewers of different roles each fill the whole form alone; then their answers are merged. Not with together. Default false.',
    }),
    minutes: z.int().min(1).max(1440).meta({ description: 'Set aside for one review.' }),
    comparison: z
      .boolean()
      .exactOptional()
      .meta({ description: 'Change is measured here; exactly one level.' }),
  })
  .meta({ id: 'Level' })

const anchor = z
  .strictObject({
    caseId: text,
    stage: z.string(),
    shownAs: text
      .exactOptional()
      .meta({ description: 'The number that reviewers find the frozen file by. Absent: caseId.' }),
    levels: z
      .array(z.int())
      .min(1)
      .max(20)
      .exactOptional()
      .meta({ description: 'Levels that review it again. Absent: the comparison level.' }),
  })
  .meta({ id: 'Anchor', description: 'A frozen old file that is reviewed again each round.' })

export const programme = z.strictObject({
  key,
  version: z.int().min(1).max(9999),
  title: localText,
  status: localText
    .exactOptional()
    .meta({ description: 'What must be known before real use; shown with the results.' }),
  settings: z.strictObject({
    saturdayCounts: z.boolean(),
    smallCell: z.int().min(1).max(100),
    criticalCase: z
      .strictObject({
        acknowledgeHours: z.int().min(1).max(72),
        actHours: z.int().min(1).max(72),
        confirmHours: z.int().min(1).max(168),
        accountWorkingDays: z.int().min(1).max(30),
      })
      .exactOptional()
      .meta({
        description:
          'Deadlines of a critical case, from its report. Absent: 2, 8, 24 hours and 5 working days.',
      }),
  }),
  laws: z.array(law).max(50).exactOptional(),
  themes: z.array(theme).max(100).exactOptional(),
  levels: z.array(level).min(1).max(20),
  stages: z.array(stage).min(1).max(100),
  anchors: z.array(anchor).min(1).max(200).exactOptional(),
})

export type ProgrammeSource = z.output<typeof programme>
export type LawSource = z.output<typeof law>
export type StageSource = z.output<typeof stage>
export type QuestionSource = z.output<typeof question>
export type LevelSource = z.output<typeof level>
export type QuotaSource = z.output<typeof quota>
export type CriterionSource = z.output<typeof criterion>
