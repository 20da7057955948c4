import type { Language } from '../language/language.ts'
import { isSmall, printFigure } from './print-figure.ts'
import type { PrintedRunChart } from './printed-report.ts'
import type { Figure, RunChartBlock } from './report.ts'

interface Printing {
  readonly language: Language
  readonly figure: (id: string) => Figure
  readonly alternative: string
}

/** Names of periods that fit under the axis side by side. */
const mostPeriods = 9

/** A run chart with everything placed on an axis that begins at 0: a cut axis makes small swings look large. */
export function printRunChart(
  block: RunChartBlock,
  number: number,
  { language, figure, alternative }: Printing,
): PrintedRunChart {
  const { caption, points, centre } = block
  const figures = points.map((point) => figure(point.figure))
  const middle = centre === null ? null : figure(centre.figure)
  const values = [...figures, ...(middle === null ? [] : [middle])].flatMap((one) => drawn(one) ?? [])
  const isShare = figures[0]?.format === 'percent'
  const ticks = isShare ? shareTicks : countTicks(Math.max(0, ...values))
  const top = ticks.at(-1) ?? 1
  const place = (value: number) => Math.min(1, Math.max(0, value / top))
  const step = Math.ceil(points.length / mostPeriods)
  const centreValue = middle === null ? null : drawn(middle)
  return {
    kind: 'run-chart',
    number,
    caption: caption[language],
    alternative,
    ticks: ticks.map((value) => ({ at: value / top, text: tickText(value, isShare, language) })),
    points: points.map(({ period, limits, marked, unfinished }, at) => {
      const value = drawn(figures[at])
      return {
        at: value === null ? null : place(value),
        // Counted from the newest, which always has its name.
        period: (points.length - 1 - at) % step === 0 ? period[language] : null,
        limits: limits === null ? null : [place(limits[0]), place(limits[1])],
        marked,
        unfinished,
      }
    }),
    centre:
      centre === null || middle === null || centreValue === null
        ? null
        : { at: place(centreValue), name: `${centre.name[language]}: ${printFigure(middle, language)}` },
  }
}

/** Small samples are not drawn: a point would claim a percentage. */
function drawn(figure: Figure | undefined): number | null {
  return figure === undefined || figure.value === null || isSmall(figure) ? null : figure.value
}

const shareTicks = [0, 0.25, 0.5, 0.75, 1]

/** Three to six round numbers from 0 up to what is drawn or just above it. */
function countTicks(most: number): readonly number[] {
  const rough = Math.max(most, 1) / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = Math.max(1, ([1, 2, 5, 10].find((each) => each * power >= rough) ?? 10) * power)
  const count = Math.max(1, Math.ceil(most / step - 1e-9))
  return Array.from({ length: count + 1 }, (_, at) => at * step)
}

function tickText(value: number, isShare: boolean, language: Language): string {
  if (!isShare) return new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB').format(value)
  return `${value * 100}${language === 'da' ? '\u00A0%' : '%'}`
}
