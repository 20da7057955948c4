import type { PrintedReport } from '../../core/report/printed-report.ts'
import { csvText } from '../../core/tabular/csv-text.ts'
import { figureFields, figureRow, type FigureRow } from './figure-fields.ts'

// A list of names, because their order is the order of the columns.
const columns = Object.keys(figureFields) as (keyof FigureRow)[]
const yesNo = { da: { true: 'ja', false: 'nej' }, en: { true: 'yes', false: 'no' } } as const

/** Every figure that the report prints, a row each, for spreadsheets: UTF-8, semicolons, decimal commas, no formulas. */
export async function renderFiguresCsv({ figures, language }: PrintedReport): Promise<Uint8Array> {
  const rows = figures.map((printed) => {
    const row = figureRow(printed)
    return columns.map((column) => {
      const cell = row[column]
      return typeof cell === 'boolean' ? yesNo[language][`${cell}`] : cell
    })
  })
  const heads = columns.map((column) => figureFields[column].title[language])
  return new TextEncoder().encode(csvText([heads, ...rows]))
}
