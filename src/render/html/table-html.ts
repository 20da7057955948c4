import type { PrintedCell, PrintedTable } from '../../core/report/printed-report.ts'
import { words } from '../words.ts'
import type { Language } from '../../core/language/language.ts'
import { trackSvg } from '../charts/dot-chart-svg.ts'
import { escapeHtml } from './escape-html.ts'

/** A real table with header cells for columns and rows; it scrolls by itself where the screen is narrow. */
export function tableHtml(table: PrintedTable, language: Language): string {
  const caption = `${words[language].table} ${table.number}: ${table.caption}`
  const heads = table.columns.map(
    (column) => `<th scope="col"${alignment(column.align)}>${escapeHtml(column.title)}</th>`,
  )
  const rows = table.rows.map((row, index) => {
    const isTotal = table.total && index === table.rows.length - 1
    return `<tr${isTotal ? ' class="total"' : ''}>${row.map((cell, column) => cellHtml(table, cell, column)).join('')}</tr>`
  })
  const id = `t${table.number}`
  return (
    `<div class="scroll" role="region" tabindex="0" aria-labelledby="${id}"><table>` +
    `<caption id="${id}">${escapeHtml(caption)}</caption>` +
    `<thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('\n')}</tbody></table></div>`
  )
}

function cellHtml(table: PrintedTable, cell: PrintedCell, index: number): string {
  const column = table.columns[index]
  const content =
    cell.picture === null ? escapeHtml(cell.text) : trackSvg(cell.picture.now, cell.picture.baseline)
  return index === 0
    ? `<th scope="row">${content}</th>`
    : `<td${alignment(column?.align ?? 'start')}>${content}</td>`
}

function alignment(align: 'start' | 'end'): string {
  return align === 'end' ? ' class="end"' : ''
}
