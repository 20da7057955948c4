import type { Language } from '../core/language/language.ts'

/** The frame around a report's own texts, the same in every format. */
export interface Words {
  readonly page: string
  readonly of: string
  readonly figure: string
  readonly table: string
  readonly contents: string
  readonly now: string
  readonly baseline: string
  readonly interval: string
  readonly hundred: string
  /** The key below a run chart. */
  readonly eachPeriod: string
  readonly limits: string
  readonly standsOut: string
  readonly unfinished: string
  readonly skip: string
  readonly label: string
  readonly lookup: string
  /** Below the beginning of a table on a slide: `{more}` rows, `{table}` with its number. */
  readonly rest: string
}

export const words: Readonly<Record<Language, Words>> = {
  da: {
    page: 'Side',
    of: 'af',
    figure: 'Figur',
    table: 'Tabel',
    contents: 'Indhold',
    now: 'nu',
    baseline: 'baseline',
    interval: '95 %-interval',
    hundred: '100 %',
    eachPeriod: 'målt',
    limits: 'kontrolgrænser',
    standsOut: 'skiller sig ud',
    unfinished: 'ikke slut eller ikke afgjort endnu',
    skip: 'Gå til indholdet',
    label: 'Række',
    lookup: 'Opslag',
    rest: '{more} rækker mere i rapportens {table}.',
  },
  en: {
    page: 'Page',
    of: 'of',
    figure: 'Figure',
    table: 'Table',
    contents: 'Contents',
    now: 'now',
    baseline: 'baseline',
    interval: '95% interval',
    hundred: '100%',
    eachPeriod: 'measured',
    limits: 'control limits',
    standsOut: 'stands out',
    unfinished: 'not over or not decided yet',
    skip: 'Skip to the content',
    label: 'Row',
    lookup: 'Lookup',
    rest: '{more} more rows in the report, {table}.',
  },
}
