import type { CascadeResult } from '../analysis/inference.ts'
import {
  emptyCell,
  endColumn,
  figureCell,
  note,
  paragraph,
  plainCell,
  startColumn,
  textCell,
} from './cells.ts'
import { plural } from '../language/plural.ts'
import { sharedRequirementsWords } from '../analysis/shared-requirements.ts'
import { estimateScopeWords } from './estimate-scope.ts'
import { quoteText } from './figure-text.ts'
import { addCompositeFigures } from './composite-figures.ts'
import { addIntervalEnds } from './interval-figures.ts'
import { findComposite, findQuestion, getStageTitle, type ReportContext } from './report-context.ts'
import type { Block, Cell, ReportSection } from './report.ts'

/** What the highest level would have found in all cases, and how many of its own reviews that is worth. */
export function writeExpertEstimate(context: ReportContext): readonly ReportSection[] {
  const overall = findEstimate(context, null)
  if (overall === undefined || overall.refusal === 'one-level') return []
  const composite = findComposite(context, null)
  if (composite !== undefined && context.withholding.composite(composite)) return []
  const { reference } = overall
  return [
    {
      key: 'levels-expert',
      title: {
        da: `Hvad niveau ${reference} ville have fundet`,
        en: `What level ${reference} would have found`,
      },
      blocks: overall.usable ? usableBlocks(context, overall) : [refusalOf(overall)],
      sections: [],
    },
  ]
}

export function findEstimate({ analysis }: ReportContext, stage: string | null): CascadeResult | undefined {
  return analysis.cascade.find(({ scope }) => scope.stage === stage && scope.question === null)
}

function refusalOf({ reason, reference }: CascadeResult): Block {
  return paragraph(
    `Hvad niveau ${reference} ville have fundet i alle sager, kan ikke beregnes. ${quoteText(reason?.da ?? '')}`,
    `What level ${reference} would have found in all cases cannot be computed. ${quoteText(reason?.en ?? '')}`,
  )
}

function usableBlocks(context: ReportContext, overall: CascadeResult): readonly Block[] {
  const { reference, levels, expertEquivalent } = overall
  const worth = Math.round(expertEquivalent ?? 0)
  const ids = estimateFigures(context, overall)
  const shared = sharedRequirementsWords(context.analysis)
  const of = {
    da: shared === null ? 'af det relevante' : `af det relevante blandt ${shared.da},`,
    en: shared === null ? 'of what applies' : `of what applies among ${shared.en}`,
  }
  const lower = levels.slice(0, -1).map(({ level }) => `${level}`)
  const by = { da: listOf(lower, 'og'), en: listOf(lower, 'and') }
  return [
    paragraph(
      `Niveau ${reference} ser færrest sager. Ud fra, hvor godt niveau ${by.da} forudsiger niveau ${reference} i de sager, som begge har set, kan det beregnes, hvad niveau ${reference} ville have fundet i dem alle: en gennemsnitlig sag ville have {${ids.estimate}} ${of.da} i orden (95 %-interval: {${ids.lower}} til {${ids.upper}}). Det er så sikkert som {${ids.worth}} ${plural('da', worth, 'gennemgang', 'gennemgange')} på niveau ${reference}; niveauet har selv lavet {${ids.cases}}.`,
      `Level ${reference} sees the fewest cases. From how well level ${by.en} foretells level ${reference} in the cases both saw, it can be computed what level ${reference} would have found in all of them: an average case would have {${ids.estimate}} ${of.en} compliant (95% interval: {${ids.lower}} to {${ids.upper}}). This is worth as many expert reviews as {${ids.worth}} at level ${reference}; it made {${ids.cases}} itself.`,
    ),
    ...overall.caveats.map((caveat) => note(quoteText(caveat.da), quoteText(caveat.en))),
    ...scopeNote(context),
    ...(context.audience === 'internal'
      ? [stageTable(context, overall), ...questionBlocks(context, overall)]
      : []),
  ]
}

/** Public editions name no counts: so few cases could be told apart. */
function scopeNote({ analysis, figures, audience }: ReportContext): readonly Block[] {
  const words = estimateScopeWords(
    analysis,
    audience === 'public'
      ? null
      : (name, count) =>
          `{${figures.count(['cascade', 'scope', name], count, `cascade[stage=*,question=*].scope[${name}]`)}}`,
  )
  return words === null ? [] : [note(words.da, words.en)]
}

function stageTable(context: ReportContext, { reference }: CascadeResult): Block {
  const { analysis, programme } = context
  const rows = programme.stages.flatMap(({ key }) =>
    analysis.cascade.filter(({ scope }) => scope.stage === key && scope.question === null),
  )
  return {
    kind: 'table',
    caption: {
      da: `Skøn over, hvad niveau ${reference} ville have fundet i orden på hvert sagstrin`,
      en: `Estimate of what level ${reference} would have found compliant, per stage`,
    },
    columns: [
      startColumn('Sagstrin', 'Stage', 1),
      endColumn(
        `Niveau ${context.analysis.comparisonLevel} fandt`,
        `Level ${context.analysis.comparisonLevel} found`,
      ),
      endColumn('Skøn', 'Estimate'),
      endColumn('95 %-interval', '95% interval'),
      endColumn('Så sikkert som (gennemgange)', 'Worth as many expert reviews as'),
      endColumn('Egne gennemgange', 'Own reviews'),
      ...(rows.some(({ usable }) => !usable) ? [startColumn('Forbehold', 'Reservation', 1)] : []),
    ],
    rows: rows.map((row) => {
      const ids = estimateFigures(context, row)
      const { reason } = row
      const composite = findComposite(context, row.scope.stage)
      return [
        textCell(getStageTitle(context, row.scope.stage ?? '')),
        composite === undefined ? emptyCell : figureCell(addCompositeFigures(context, composite).share),
        ...estimateCells(row, ids),
        figureCell(ids.cases),
        ...(rows.some(({ usable }) => !usable) ? [reason === null ? emptyCell : textCell(reason)] : []),
      ]
    }),
    total: false,
  }
}

function estimateCells({ usable }: CascadeResult, ids: ReturnType<typeof estimateFigures>): readonly Cell[] {
  return usable
    ? [figureCell(ids.estimate), { kind: 'range', figure: ids.estimate }, figureCell(ids.worth)]
    : [emptyCell, emptyCell, emptyCell]
}

/** Single questions: an estimate where the highest level has answers enough, else how many have too few. */
function questionBlocks(context: ReportContext, { reference }: CascadeResult): readonly Block[] {
  const questions = context.analysis.cascade.filter(({ scope }) => scope.question !== null)
  if (questions.length === 0) return []
  const usable = questions.filter((row) => row.usable)
  const nowhere = questions.filter(({ refusal }) => refusal === 'nothing-applicable').length
  const few = questions.length - usable.length - nowhere
  const { figures } = context
  const ids = {
    all: figures.count(['cascade', 'questions'], questions.length, 'cascade[question=!]'),
    few: figures.count(
      ['cascade', 'questions', 'too-few'],
      few,
      'cascade[question=!,refusal=too-few-expert-reviews]',
    ),
    nowhere: figures.count(
      ['cascade', 'questions', 'nowhere'],
      nowhere,
      'cascade[question=!,refusal=nothing-applicable]',
    ),
  }
  return [
    ...(few === 0
      ? []
      : [
          paragraph(
            `Af {${ids.all}} spørgsmål i baseline har niveau ${reference} for få svar til et skøn over det enkelte spørgsmål i {${ids.few}}.`,
            `Of {${ids.all}} baseline ${plural('en', questions.length, 'question', 'questions')} level ${reference} has too few answers for an estimate of the single question in {${ids.few}}.`,
          ),
        ]),
    ...(nowhere === 0
      ? []
      : [
          paragraph(
            `Niveau ${reference} fandt {${ids.nowhere}} af spørgsmålene ikke relevant i nogen af sine sager.`,
            `Level ${reference} found {${ids.nowhere}} of the questions not applicable in any of its cases.`,
          ),
        ]),
    ...(usable.length === 0 ? [] : [questionTable(context, usable, reference)]),
  ]
}

function questionTable(context: ReportContext, rows: readonly CascadeResult[], reference: number): Block {
  return {
    kind: 'table',
    caption: {
      da: `Spørgsmål, hvor niveau ${reference} har svar nok til et skøn`,
      en: `Questions on which level ${reference} has answers enough for an estimate`,
    },
    columns: [
      startColumn('Sagstrin', 'Stage', 0.6),
      startColumn('Nr.', 'No.'),
      startColumn('Spørgsmål', 'Question', 1),
      endColumn('Skøn', 'Estimate'),
      endColumn('95 %-interval', '95% interval'),
      endColumn('Så sikkert som (gennemgange)', 'Worth as many expert reviews as'),
    ],
    rows: rows.map((row) => {
      const { stage, question: key } = row.scope
      const question = findQuestion(context, stage ?? '', key ?? '')
      return [
        textCell(getStageTitle(context, stage ?? '')),
        plainCell(question?.number ?? key ?? ''),
        textCell(question?.text ?? { da: key ?? '', en: key ?? '' }),
        ...estimateCells(row, estimateFigures(context, row)),
      ]
    }),
    total: false,
  }
}

/** An estimate rests on more than the highest level's own cases, so the rule of ten does not apply to it. */
export function estimateFigures(context: ReportContext, row: CascadeResult) {
  const { figures, withholding } = context
  const { stage, question } = row.scope
  const composite = findComposite(context, stage)
  const withheld =
    withholding.cases(row.expertOnly.cases) || (composite !== undefined && withholding.composite(composite))
  const query = `cascade[stage=${stage ?? '*'},question=${question ?? '*'}]`
  const path = ['cascade', stage, question, `level-${row.reference}`] as const
  const parts = { format: 'percent', query, withheld } as const
  return {
    estimate: figures.add([...path, 'estimate'], { ...parts, value: row.estimate, interval: row.interval }),
    ...addIntervalEnds(context, path, row.interval, parts),
    worth: figures.count(
      [...path, 'worth'],
      row.expertEquivalent === null ? null : Math.round(row.expertEquivalent),
      `${query}.expertEquivalent`,
      withheld,
    ),
    cases: figures.count([...path, 'cases'], row.expertOnly.cases, `${query}.expertOnly.cases`, withheld),
  }
}

function listOf(words: readonly string[], and: string): string {
  const head = words.slice(0, -1).join(', ')
  const last = words.at(-1) ?? ''
  return head === '' ? last : `${head} ${and} ${last}`
}
