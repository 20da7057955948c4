import type { LocalText } from '../language/language.ts'
import type { Block, Cell, Column } from './report.ts'

export const textCell = (text: LocalText): Cell => ({ kind: 'text', text })
/** A key, number or name that is the same in both languages. */
export const plainCell = (text: string): Cell => ({ kind: 'text', text: { da: text, en: text } })
export const figureCell = (figure: string): Cell => ({ kind: 'figure', figure })
export const emptyCell: Cell = { kind: 'empty' }

export const startColumn = (da: string, en: string, stretch?: number): Column => ({
  title: { da, en },
  align: 'start',
  ...(stretch === undefined ? {} : { stretch }),
})
export const endColumn = (da: string, en: string): Column => ({ title: { da, en }, align: 'end' })

export const paragraph = (da: string, en: string): Block => ({ kind: 'paragraph', text: { da, en } })
export const note = (da: string, en: string): Block => ({ kind: 'note', text: { da, en } })
