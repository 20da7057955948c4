import type { Language } from '../../core/language/language.ts'
import type { PrintedChart, PrintedRunChart } from '../../core/report/printed-report.ts'
import { words } from '../words.ts'
import { chartCss } from './chart-style.ts'
import { dotChartSvg } from './dot-chart-svg.ts'
import { runChartKey, runChartSvg } from './run-chart-svg.ts'

type Chart = PrintedChart | PrintedRunChart

/** A chart for a page that has the charts' style (`chartCss`). */
export function chartSvg(chart: Chart): string {
  return chart.kind === 'dot-chart' ? dotChartSvg(chart) : runChartSvg(chart)
}

/** What its signs mean, one line of text. */
export function chartKey(chart: Chart, language: Language): string {
  if (chart.kind === 'run-chart') return runChartKey(chart, language)
  const { now, baseline, interval } = words[language]
  return [
    `● ${now}`,
    ...(chart.rows.some((row) => row.baseline !== null) ? [`○ ${baseline}`] : []),
    `— ${interval}`,
  ].join(' · ')
}

export interface ChartFile {
  readonly svg: string
  /** Of the drawing, in its own units. */
  readonly width: number
  readonly height: number
}

/** The same chart as a file of its own. */
export function chartFile(chart: Chart, accent: string): ChartFile {
  const drawn = chartSvg(chart)
  const [, , width = 1, height = 1] = (/viewBox="([^"]*)"/.exec(drawn)?.[1] ?? '').split(' ').map(Number)
  const svg = drawn
    .replace('<svg ', `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" `)
    .replace('>', `><style>${chartCss(accent)}</style>`)
  return { svg, width, height }
}
