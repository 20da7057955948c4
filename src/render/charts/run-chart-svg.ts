import type { Language } from '../../core/language/language.ts'
import type { PrintedRunChart } from '../../core/report/printed-report.ts'
import { words } from '../words.ts'
import { escapeHtml } from '../html/escape-html.ts'

/** Sizes in SVG units; the picture scales with the page. */
const left = 52
const plot = { width: 560, height: 170 }
const above = 12
const below = 26
const radius = 3.6

type Point = PrintedRunChart['points'][number]

/** Values over time as a line with its usual level and limits; the same words behind it as on paper. */
export function runChartSvg(chart: PrintedRunChart): string {
  const { ticks, points, centre } = chart
  const x = (index: number) => (left + ((index + 0.5) / points.length) * plot.width).toFixed(1)
  const half = plot.width / points.length / 2
  const parts = [
    ...ticks.map(
      ({ at, text }) =>
        `<line class="grid" x1="${left}" x2="${left + plot.width}" y1="${y(at)}" y2="${y(at)}"/>` +
        `<text class="axis" x="${left - 6}" y="${Number(y(at)) + 4}" text-anchor="end">${escapeHtml(text)}</text>`,
    ),
    ...(centre === null
      ? []
      : [
          `<line class="centre" x1="${left}" x2="${left + plot.width}" y1="${y(centre.at)}" y2="${y(centre.at)}"/>`,
        ]),
    ...points.map((point, index) =>
      (point.limits ?? [])
        .map(
          (limit) =>
            `<line class="limit" x1="${(Number(x(index)) - half).toFixed(1)}" x2="${(Number(x(index)) + half).toFixed(1)}" y1="${y(limit)}" y2="${y(limit)}"/>`,
        )
        .join(''),
    ),
    ...stretches(points).map(
      (stretch) =>
        `<polyline class="line" points="${stretch.map(({ index, at }) => `${x(index)},${y(at)}`).join(' ')}"/>`,
    ),
    ...points.map((point, index) => pointSvg(point, x(index))),
    ...points.map(({ period }, index) =>
      period === null
        ? ''
        : `<text class="axis" x="${x(index)}" y="${above + plot.height + 18}" text-anchor="middle">${escapeHtml(period)}</text>`,
    ),
  ]
  const size = `0 0 ${left + plot.width + 8} ${above + plot.height + below}`
  return `<svg viewBox="${size}" role="img" aria-label="${escapeHtml(chart.alternative)}">${parts.join('')}</svg>`
}

/** What the picture's signs mean, those that it has. */
export function runChartKey({ points, centre }: PrintedRunChart, language: Language): string {
  const { eachPeriod, limits, standsOut, unfinished } = words[language]
  return [
    `● ${eachPeriod}`,
    ...(points.some((point) => point.unfinished) ? [`○ ${unfinished}`] : []),
    ...(centre === null ? [] : [`┄ ${centre.name}`]),
    ...(points.some((point) => point.limits !== null) ? [`— ${limits}`] : []),
    ...(points.some((point) => point.marked) ? [`□ ${standsOut}`] : []),
  ].join(' · ')
}

function pointSvg({ at, marked, unfinished }: Point, x: string): string {
  if (at === null) return ''
  const square = marked
    ? `<rect class="sign" x="${Number(x) - 8}" y="${Number(y(at)) - 8}" width="16" height="16"/>`
    : ''
  return `<circle class="${unfinished ? 'before' : 'now'}" cx="${x}" cy="${y(at)}" r="${radius}"/>${square}`
}

/** Points that follow each other without a gap. What is not over stands alone: while it grows a line would look like a fall. */
function stretches(points: readonly Point[]): readonly (readonly { index: number; at: number }[])[] {
  const found: { index: number; at: number }[][] = [[]]
  for (const [index, { at, unfinished }] of points.entries())
    if (at === null || unfinished) found.push([])
    else found.at(-1)?.push({ index, at })
  return found.filter((stretch) => stretch.length > 1)
}

function y(share: number): string {
  return (above + (1 - share) * plot.height).toFixed(1)
}
