import type { LogEntry } from '../../../contract/access/log.ts'
import { isRole, type Role } from '../../../core/access/role.ts'
import type { Language } from '../../../core/language/language.ts'
import { formatShortDate } from '../../format/dates.ts'
import type { logWords } from '../../texts/da/log-words.ts'

export interface DetailWords {
  readonly log: typeof logWords
  readonly roles: Readonly<Record<Role, string>>
  /** Names of units by id; a unit that is not here is shown by its id. */
  readonly units: ReadonlyMap<string, string>
  readonly language: Language
}

/** What a field is called, and its value, in words. Codes that have no words are shown as they are. */
export interface DetailItem {
  readonly name: string
  readonly value: string
}

const day = /^\d{4}-\d{2}-\d{2}$/

/** An entry's detail in words; what was not given or is not so is left out. */
export function detailItems({ act, detail }: LogEntry, words: DetailWords): readonly DetailItem[] {
  return Object.entries(detail)
    .filter(([, value]) => value !== null && value !== false && value !== '')
    .map(([field, value]) => ({
      name: wordFor(words.log.fields, `${act} ${field}`) ?? wordFor(words.log.fields, field) ?? field,
      value: listed((Array.isArray(value) ? value : [value]).map((one) => valueWord(field, one, words))),
    }))
}

/** Cases that a list showed can be hundreds. */
const most = 20

function listed(values: readonly string[]): string {
  return values.length <= most
    ? values.join(', ')
    : `${values.slice(0, most).join(', ')} … (+${values.length - most})`
}

function valueWord(field: string, value: unknown, { log, roles, units, language }: DetailWords): string {
  if (value === true) return log.yes
  const code = String(value)
  if (field === 'act') return wordFor(log.acts, code) ?? code
  if (field === 'unit' || field.endsWith('Unit')) return units.get(code) ?? code
  if (field === 'role' && isRole(code)) return roles[code]
  if (day.test(code)) return formatShortDate(code, language)
  return wordFor(log.values, code) ?? code
}

/** The word for a code; undefined when there is none. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string | undefined {
  return Object.hasOwn(words, code) ? words[code] : undefined
}
