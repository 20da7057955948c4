import type { PrintedChart, PrintedMark } from '../../core/report/printed-report.ts'
import { escapeHtml } from '../html/escape-html.ts'

/** Sizes in SVG units; the picture scales with the page. */
const label = 190
const track = 360
const value = 70
const row = 24
const radius = 4.5

/** The chart as a picture with the same words behind it as on paper: filled now, hollow baseline. */
export function dotChartSvg(chart: PrintedChart): string {
  const width = label + track + value
  const height = chart.rows.length * row + 18
  const ticks = [0, 0.5, 1].map(
    (share) =>
      `<line class="grid" x1="${at(share)}" x2="${at(share)}" y1="0" y2="${chart.rows.length * row}"/>` +
      `<text class="axis" x="${at(share)}" y="${height - 4}" text-anchor="middle">${share * 100}</text>`,
  )
  const rows = chart.rows.map((one, index) => {
    const y = index * row + row / 2
    return (
      `<text x="0" y="${y + 4}">${escapeHtml(one.label)}</text>` +
      (one.baseline === null
        ? ''
        : `<circle class="before" cx="${at(one.baseline.value)}" cy="${y}" r="${radius}"/>`) +
      (one.now === null ? '' : markSvg(one.now, y)) +
      `<text x="${width}" y="${y + 4}" text-anchor="end">${escapeHtml(one.text)}</text>`
    )
  })
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(chart.alternative)}">${ticks.join('')}${rows.join('')}</svg>`
}

/** A table cell's picture; decorative, since the next column says the same in numbers. */
export function trackSvg(now: PrintedMark | null, baseline: PrintedMark | null): string {
  if (now === null && baseline === null) return ''
  const x = (share: number) => (4 + share * 112).toFixed(1)
  const interval =
    now?.interval == null
      ? ''
      : `<line class="span" x1="${x(now.interval[0])}" x2="${x(now.interval[1])}" y1="8" y2="8"/>`
  return (
    '<svg class="track" viewBox="0 0 120 16" width="120" height="16" aria-hidden="true">' +
    [0, 0.5, 1]
      .map((share) => `<line class="grid" x1="${x(share)}" x2="${x(share)}" y1="1" y2="15"/>`)
      .join('') +
    (baseline === null ? '' : `<circle class="before" cx="${x(baseline.value)}" cy="8" r="3.4"/>`) +
    interval +
    (now === null ? '' : `<circle class="now" cx="${x(now.value)}" cy="8" r="3.4"/>`) +
    '</svg>'
  )
}

function at(share: number): string {
  return (label + 10 + share * (track - 20)).toFixed(1)
}

function markSvg(mark: PrintedMark, y: number): string {
  const interval =
    mark.interval === null
      ? ''
      : `<line class="span" x1="${at(mark.interval[0])}" x2="${at(mark.interval[1])}" y1="${y}" y2="${y}"/>`
  return `${interval}<circle class="now" cx="${at(mark.value)}" cy="${y}" r="${radius}"/>`
}
