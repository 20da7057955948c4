import type { LocalText } from '../core/language/language.ts'

export interface RefusalRow {
  readonly status: number
  readonly text: LocalText
}

export function refusalRow(status: number, da: string, en: string): RefusalRow {
  return { status, text: { da, en } }
}
