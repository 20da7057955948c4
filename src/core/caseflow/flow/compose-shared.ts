import type { LocalText } from '../../language/language.ts'
import { quoteText } from '../../report/figure-text.ts'
import type { Block, FigureText, ReportSection } from '../../report/report.ts'
import { unknownTimeWords } from './compose-period.ts'
import { isThin, lowerFirst, verdictWords } from './compose-series.ts'
import type { FlowSeries } from './flow-figures.ts'

/** What a report says beside its figures. */
export interface FlowReportFrame {
  readonly municipality: string | null
  /** Printed on every page. */
  readonly notice: LocalText | null
  /** The rules' titles with their versions. */
  readonly rules: readonly LocalText[]
  /** What the rules count as what, in words (`countedAs`). */
  readonly counted: readonly LocalText[]
  /** Cases whose figures are being worked out anew, so that the numbers may still move. */
  readonly toJudge: number
}

export const unnamedUnit: LocalText = { da: 'Uden enhed', en: 'Without a unit' }

/** Where figures are still being worked out, the report says so first. */
export function pendingNote({ toJudge }: Pick<FlowReportFrame, 'toJudge'>): readonly Block[] {
  if (toJudge === 0) return []
  return [
    {
      kind: 'note',
      text: {
        da: `${toJudge} ${toJudge === 1 ? 'sag' : 'sager'} er ved at blive gjort op på ny. Tallene kan ændre sig; hent rapporten igen om lidt.`,
        en: `${toJudge} ${toJudge === 1 ? 'case is' : 'cases are'} being worked out anew. The numbers may change; get the report again in a while.`,
      },
    },
  ]
}

/** Noughts of a time that nobody knows would read as if nothing had happened. */
export function unknownTimeNote(told: Parameters<typeof unknownTimeWords>[0]): readonly Block[] {
  const text = unknownTimeWords(told)
  return text === null ? [] : [{ kind: 'note', text }]
}

export const undefinedNote: Block = {
  kind: 'note',
  text: {
    da: 'Reglerne siger ikke, hvilke hændelser rapporten skal tælle (deres "flow"). Derfor er tallene nul.',
    en: 'The rules do not say which events the report is to count (their “flow”). So the numbers are nought.',
  },
}

/** Which charts show more than chance, each with what its rules found. */
export function standOutLines<Key extends string>(
  list: readonly FlowSeries<Key>[],
  name: (series: FlowSeries<Key>) => LocalText,
  periods: LocalText,
): readonly FigureText[] {
  // Of what is too thin to draw nothing is said either.
  const judged = list.filter((series) => series.verdict.state === 'judged' && !isThin(series))
  const moved = judged.filter(({ verdict }) => verdict.state === 'judged' && verdict.signals.length > 0)
  if (judged.length === 0 && list.some(({ verdict }) => verdict.state === 'at-edge'))
    return [
      {
        da: 'Om noget har ændret sig, kan ikke siges: kurverne har for få tal, eller medianen ligger så yderligt, den kan.',
        en: 'Whether anything has changed cannot be said: the charts have too few numbers, or their median is the least or the most that it can be.',
      },
    ]
  if (judged.length === 0)
    return [
      {
        da: `Der er endnu for få ${periods.da} til at sige, om noget har ændret sig.`,
        en: `There are still too few ${periods.en} to say whether anything has changed.`,
      },
    ]
  if (moved.length === 0)
    return [
      {
        da: 'Ingen af kurverne viser mere end tilfældige udsving.',
        en: 'None of the charts shows more than chance.',
      },
    ]
  return moved.map((series) => {
    const [{ da, en }, said] = [name(series), verdictWords(series.verdict, { periods, kind: series.kind })]
    return { da: `${quoteText(da)}: ${lowerFirst(said.da)}`, en: `${quoteText(en)}: ${lowerFirst(said.en)}` }
  })
}

export function rulesLine(rules: readonly LocalText[]): LocalText {
  return {
    da: `Regler: ${rules.map(({ da }) => da).join('; ')}`,
    en: `Rules: ${rules.map(({ en }) => en).join('; ')}`,
  }
}

export function section(key: string, title: LocalText, blocks: readonly Block[]): ReportSection {
  return { key, title, blocks, sections: [] }
}
