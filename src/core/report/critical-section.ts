import { criticalSteps, type CriticalStep } from '../review/critical-case.ts'
import type { LocalText } from '../language/language.ts'
import { endColumn, figureCell, note, paragraph, startColumn, textCell } from './cells.ts'
import type { ReportContext } from './report-context.ts'
import type { Block, Cell, ReportSection } from './report.ts'

/** One start of a critical case's clock, without anything that tells whose it is. */
export interface CriticalRun {
  /** The first start of its case, so that cases are counted once. */
  readonly first: boolean
  readonly withdrawn: boolean
  /** Hours from the start to each step; null: not done when the report was made. */
  readonly steps: Readonly<Record<CriticalStep, { readonly hours: number | null; readonly inTime: boolean }>>
}

const titles: Readonly<Record<CriticalStep, LocalText>> = {
  acknowledged: { da: 'Set af lederen', en: 'Seen by the manager' },
  acted: { da: 'Handling', en: 'Action' },
  confirmed: { da: 'Barnets sikkerhed bekræftet', en: 'The child’s safety confirmed' },
  accounted: { da: 'Skriftlig redegørelse', en: 'Written account' },
}

/** How many critical cases were reported and how fast they were handled; nothing about who, where or what. */
export function writeCritical(
  context: ReportContext,
  runs: readonly CriticalRun[] | undefined,
): ReportSection | null {
  if (runs === undefined) return null
  return {
    key: 'critical-cases',
    title: { da: 'Kritiske sager', en: 'Critical cases' },
    blocks: runs.length === 0 ? [none] : blocks(context, runs),
    sections: [],
  }
}

const none: Block = paragraph(
  'Ingen sag er meldt som kritisk i rundens gennemgange.',
  'No case was reported as critical in the round’s reviews.',
)

function blocks(context: ReportContext, runs: readonly CriticalRun[]): readonly Block[] {
  const { figures, withholding, audience } = context
  const kept = runs.filter(({ withdrawn }) => !withdrawn)
  const rows = criticalSteps.map((step) => ({ step, ...countStep(kept, step) }))
  const cases = runs.filter(({ first }) => first).length
  // One small number hides them all: the others would give it away.
  const hidden = [
    cases,
    runs.length - kept.length,
    ...rows.flatMap(({ inTime, late, open }) => [inTime, late, open]),
  ].some(withholding.cases)
  const count = (path: readonly string[], value: number): string =>
    figures.count(['critical', ...path], value, `critical[${path.join(',')}]`, hidden)
  const reported = count(['cases'], cases)
  const withdrawn = count(['withdrawn'], runs.length - kept.length)
  return [
    paragraph(
      `Sager meldt som kritiske i rundens gennemgange: {${reported}}. Meldinger trukket tilbage som fejl: {${withdrawn}}.`,
      `Cases reported as critical in the round’s reviews: {${reported}}. Reports withdrawn as mistakes: {${withdrawn}}.`,
    ),
    {
      kind: 'table',
      caption: { da: 'Håndtering af kritiske sager', en: 'Handling of critical cases' },
      columns: [
        startColumn('Skridt', 'Step', 1),
        endColumn('Til tiden', 'In time'),
        endColumn('For sent', 'Late'),
        endColumn('Ikke gjort', 'Not done'),
        endColumn('Median, timer', 'Median, hours'),
      ],
      rows: rows.map(({ step, inTime, late, open, median }): readonly Cell[] => [
        textCell(titles[step]),
        figureCell(count([step, 'in-time'], inTime)),
        figureCell(count([step, 'late'], late)),
        figureCell(count([step, 'open'], open)),
        figureCell(
          figures.add(['critical', step, 'median-hours'], {
            value: median,
            format: 'decimal',
            query: `critical[${step},median-hours]`,
            sample: inTime + late,
            withheld: hidden,
          }),
        ),
      ]),
      total: false,
    },
    note(
      'Fristerne er sat i programmet og følger ikke af loven. En sag, der blev åbnet igen, tæller med for hver gang. Tiden regnes i timer fra meldingen; halvdelen af sagerne var hurtigere end medianen.',
      'The deadlines are set in the programme and do not follow from the law. A case that was opened again counts each time. Time is in hours from the report; half of the cases were faster than the median.',
    ),
    ...(audience === 'public' && hidden ? [hiddenNote] : []),
  ]
}

const hiddenNote: Block = note(
  'Tallene er udeladt, fordi mindst ét af dem er så lille, at det kunne pege på en enkelt sag.',
  'The numbers are left out, because at least one of them is so small that it could point to a single case.',
)

function countStep(runs: readonly CriticalRun[], step: CriticalStep) {
  const all = runs.map(({ steps }) => steps[step])
  const hours = all.flatMap(({ hours: taken }) => (taken === null ? [] : [taken]))
  const inTime = all.filter(({ hours: taken, inTime: fits }) => taken !== null && fits).length
  return { inTime, late: hours.length - inTime, open: all.length - hours.length, median: medianOf(hours) }
}

function medianOf(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
