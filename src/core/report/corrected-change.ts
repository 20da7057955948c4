import type { DriftResult } from '../analysis/inference.ts'
import { anchorMeaning } from '../analysis/anchor-meaning.ts'
import { highestP } from '../analysis/classes.ts'
import { emptyCell, endColumn, figureCell, note, paragraph, startColumn, textCell } from './cells.ts'
import { quoteText } from './figure-text.ts'
import { addIntervalEnds } from './interval-figures.ts'
import { findComposite, getStageTitle, type ReportContext } from './report-context.ts'
import type { Block } from './report.ts'

/**
 * Better casework or milder reviewing? The change on the highest level's scale is the headline (statistics note 5); where
 * it cannot be computed the reason stands instead, and that a rise may be milder reviewing.
 */
export function correctedChange(context: ReportContext): readonly Block[] {
  const { analysis } = context
  const composite = findComposite(context, null)
  if (analysis.baselineRound === null) return []
  if (composite !== undefined && context.withholding.composite(composite)) return []
  const overall = analysis.drift.find(({ kind, stage }) => kind === 'expert-corrected' && stage === null)
  const anchors = analysis.drift.filter(({ kind }) => kind === 'anchors')
  return [
    ...(overall?.usable === true ? headline(context, overall) : [caution(overall)]),
    ...(context.audience === 'internal' && overall?.usable === true ? stageTable(context) : []),
    ...anchors.map((row) => anchorSentence(context, row)),
  ]
}

function headline(context: ReportContext, overall: DriftResult): readonly Block[] {
  const { level } = overall
  const { comparisonLevel } = context.analysis
  const ids = changeFigures(context, overall)
  const clear = overall.p !== null && overall.p <= highestP
  const verdict = clear
    ? {
        da: `Det er mere, end tilfældet alene forklarer, og det kommer ikke af, at niveau ${comparisonLevel} er blevet mildere eller strengere, så længe niveau ${level} selv bedømmer som før, og hvert niveaus sager er trukket ved lodtrækning blandt niveauets nedenunder.`,
        en: `That is more than chance alone explains, and it does not come from level ${comparisonLevel} having become milder or stricter, as long as level ${level} itself judges as before and each level’s cases were drawn by lot from those of the level below.`,
      }
    : {
        da: 'Så stort et udsving kan tilfældet alene give: det kan ikke siges, om sagsbehandlingen er blevet anderledes.',
        en: 'Chance alone can give a movement of that size: it cannot be said whether casework has changed.',
      }
  return [
    paragraph(
      `Regnet om til niveau ${level}s målestok er ændringen {${ids.change}} procentpoint (95 %-interval: {${ids.lower}} til {${ids.upper}}), mod {${ids.plain}} på niveau ${comparisonLevel}, hvor den er målt. ${verdict.da}`,
      `Put on level ${level}’s scale the change is {${ids.change}} percentage points (95% interval: {${ids.lower}} to {${ids.upper}}), against {${ids.plain}} at level ${comparisonLevel}, where it was measured. ${verdict.en}`,
    ),
  ]
}

function caution(overall: DriftResult | undefined): Block {
  const reason = overall?.reason
  return note(
    `En stigning kan være bedre sagsbehandling, men den kan også komme af, at der bedømmes mildere end før; et fald kan komme af, at der bedømmes strengere. Det kan denne runde ikke skille ad. ${quoteText(reason?.da ?? 'Der er ingen fælles målestok fra et højere niveau i begge runder.')}`,
    `A rise may be better casework, but it can also come from milder reviewing than before; a fall can come from stricter reviewing. This round cannot tell them apart. ${quoteText(reason?.en ?? 'There is no common scale from a higher level in both rounds.')}`,
  )
}

function stageTable(context: ReportContext): readonly Block[] {
  const { analysis, programme } = context
  const order = new Map(programme.stages.map(({ key }, at) => [key, at]))
  const rows = analysis.drift
    .filter(({ kind, stage }) => kind === 'expert-corrected' && stage !== null)
    .toSorted((a, b) => (order.get(a.stage ?? '') ?? 0) - (order.get(b.stage ?? '') ?? 0))
  if (rows.length === 0) return []
  const level = rows[0]?.level ?? 0
  const refused = rows.filter(({ usable }) => !usable)
  const reasons = [...new Map(refused.map(({ reason }) => [reason?.en, reason])).values()]
  return [
    {
      kind: 'table',
      caption: {
        da: `Ændringen regnet om til niveau ${level}s målestok, i point`,
        en: `The change put on level ${level}’s scale, in points`,
      },
      columns: [
        startColumn('Sagstrin', 'Stage', 1),
        endColumn(
          `Målt på niveau ${analysis.comparisonLevel}`,
          `Measured at level ${analysis.comparisonLevel}`,
        ),
        endColumn(`Niveau ${level}s målestok`, `Level ${level}’s scale`),
        endColumn('95 %-interval', '95% interval'),
      ],
      rows: rows.map((row) => {
        const ids = changeFigures(context, row)
        return [
          textCell(getStageTitle(context, row.stage ?? '')),
          figureCell(ids.plain),
          figureCell(ids.change),
          row.usable ? ({ kind: 'range', figure: ids.change } as const) : emptyCell,
        ]
      }),
      total: false,
    },
    ...reasons.flatMap((reason) =>
      reason == null ? [] : [note(quoteText(reason.da), quoteText(reason.en))],
    ),
    note(
      'Sagstrinene har få sager på det øverste niveau hver; intervallerne er brede og er ikke regnet om for, at der er flere af dem. De er til at se efter med, ikke til at konkludere på ét for ét.',
      'Each stage has few cases at the highest level; the intervals are wide and are not adjusted for there being several of them. They are there to look by, not to conclude on one by one.',
    ),
  ]
}

function changeFigures(context: ReportContext, row: DriftResult) {
  const { figures, withholding, analysis } = context
  const composite = findComposite(context, row.stage)
  const withheld =
    withholding.cases(row.cases) ||
    withholding.cases(row.baselineCases) ||
    (composite !== undefined && withholding.composite(composite))
  const query = `drift[kind=${row.kind},stage=${row.stage ?? '*'},level=${row.level}]`
  const path = ['drift', row.kind, row.stage, `level-${row.level}`] as const
  const parts = { format: 'points', query, withheld } as const
  return {
    change: figures.add([...path, 'change'], { ...parts, value: row.change, interval: row.interval }),
    plain: figures.add([...path, 'plain', `level-${analysis.comparisonLevel}`], {
      ...parts,
      value: row.plainChange,
      query: `${query}.plainChange`,
    }),
    ...addIntervalEnds(context, path, row.interval, parts),
  }
}

/** Old files reviewed again: they did not change, so any movement is the reviewers'. */
function anchorSentence(context: ReportContext, row: DriftResult): Block {
  const { level, reason, usable } = row
  if (!usable)
    return note(
      `Ankersager på niveau ${level}: ${quoteText(reason?.da ?? '')}`,
      `Anchor cases at level ${level}: ${quoteText(reason?.en ?? '')}`,
    )
  const ids = changeFigures(context, row)
  const cases = context.figures.count(
    ['drift', row.kind, row.stage, `level-${level}`, 'cases'],
    row.cases,
    `drift[kind=anchors,level=${level}]`,
    context.withholding.cases(row.cases),
  )
  const same =
    row.sameReviewer === 0
      ? { da: '', en: '' }
      : {
          da: ' I nogle af dem var det den samme, der bedømte begge gange.',
          en: ' In some of them the same person reviewed both times.',
        }
  const meaning = anchorMeaning(row, context.analysis.comparisonLevel)
  return paragraph(
    `{${cases}} ankersager, altså gamle sager der er gennemgået igen uændrede, har flyttet sig {${ids.change}} procentpoint på niveau ${level} ({${ids.lower}} til {${ids.upper}}). Sagerne er de samme, så en ændring, der ikke er tilfældig, kan kun komme af bedømmelsen. ${meaning.da}${same.da}`,
    `{${cases}} anchor cases, that is old files reviewed again unchanged, moved by {${ids.change}} percentage points at level ${level} ({${ids.lower}} to {${ids.upper}}). The files are the same, so a change that is not chance can only come from the reviewing. ${meaning.en}${same.en}`,
  )
}
