import type { exportRecord as exportRoute } from '../../../contract/access/record.ts'
import type { RouteInput } from '../../../contract/frame/route.ts'
import { roleName } from '../../../core/access/role-names.ts'
import type { Language, LocalText } from '../../../core/language/language.ts'
import type { DataCell } from '../../../core/tabular/csv-text.ts'
import { listHolds } from '../../../storage/access/log-hold.ts'
import { listLooks, type RecordLook } from '../../../storage/access/record-looks.ts'
import { listSubjects } from '../../../storage/access/record-subjects.ts'
import type { PersonalReader } from '../../../storage/transaction.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import type { ReportPress } from '../../report/report-press.ts'
import { stateOf } from './holds.ts'
import { openRecord, type Whose } from './open-record.ts'
import { wayOf } from './read-record.ts'

/** A child's record of many years; a spreadsheet takes no more. */
const mostLooks = 100_000

const ways: Readonly<Record<ReturnType<typeof wayOf>, LocalText>> = {
  opened: { da: 'Åbnede sagen eller noget i den', en: 'Opened the case or something in it' },
  listed: { da: 'Så sagen på en liste', en: 'Saw the case in a list' },
  file: { da: 'Fik sagen i en fil', en: 'Received the case in a file' },
  changed: { da: 'Ændrede noget i sagen', en: 'Changed something in the case' },
}

const program: LocalText = { da: 'programmet selv', en: 'the program itself' }
const wholeMunicipality: LocalText = { da: 'hele kommunen', en: 'the whole municipality' }

/** The looks as rows of a file. Employees by what they were that day; by name only where that was asked for. */
export function lookTable(looks: readonly RecordLook[], language: Language, names: boolean) {
  const columns = [
    { da: 'Tidspunkt', en: 'Time', holds: 'sentences' as const },
    { da: 'Hvad', en: 'What', holds: 'sentences' as const },
    { da: 'Hvem', en: 'Who', holds: 'sentences' as const },
    ...(names ? [{ da: 'Navn', en: 'Name', holds: undefined }] : []),
  ]
  return {
    columns: columns.map((column) => ({
      title: column[language],
      ...(column.holds !== undefined && { holds: column.holds }),
    })),
    rows: looks.map((look): readonly DataCell[] => [
      timeIn(look.at, language),
      ways[wayOf(look)][language],
      whoIn(look, language),
      ...(names ? [look.person?.name ?? program[language]] : []),
    ]),
  }
}

function timeIn(at: Date, language: Language): string {
  const locale = language === 'da' ? 'da-DK' : 'en-GB'
  return at.toLocaleString(locale, { timeZone: 'Europe/Copenhagen', dateStyle: 'short', timeStyle: 'medium' })
}

function whoIn({ person, roles }: RecordLook, language: Language): string {
  if (person === null) return program[language]
  const known = roles.map(
    ({ role, unit }) => `${roleName(role)[language]} (${unit ?? wholeMunicipality[language]})`,
  )
  if (known.length > 0) return [...new Set(known)].join(', ')
  return language === 'da' ? 'medarbejder uden rolle den dag' : 'employee without a role that day'
}

/**
 * All looks that may be told today. What is held back is left out without a trace of it; while a hold waits for its second
 * person nothing is given out, because either answer would forestall theirs.
 */
export async function listTellable(
  reader: PersonalReader,
  cases: readonly string[],
  today: string,
): Promise<Result<readonly RecordLook[], 'hold-undecided'>> {
  const holds = await listHolds(reader, cases)
  if (holds.some((hold) => stateOf(hold, today) === 'proposed')) return refused('hold-undecided')
  const without = holds.flatMap((hold) => (stateOf(hold, today) === 'in-force' ? hold.entries : []))
  const subjects = await listSubjects(reader, cases)
  return done(await listLooks(reader, { cases, subjects, before: undefined, without }, mostLooks))
}

export async function exportRecord(
  context: Context,
  press: ReportPress,
  { format, lang, names, ...whose }: RouteInput<typeof exportRoute>['query'] & Whose,
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const found = await context.database.transaction(context.actor, async (tx) => {
    const opened = await openRecord(context, tx, whose, {
      act: 'export-record-log',
      detail: { format, names },
    })
    return opened.ok ? listTellable(opened.value.reader, opened.value.cases, context.today) : opened
  })
  if (!found.ok) return found
  const bytes = await press.layOutList({
    title: lang === 'da' ? 'Hvem har set sagen' : 'Who has seen the case',
    ...lookTable(found.value, lang, names === 'yes'),
    format,
    createdAt: context.now,
  })
  if (bytes === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  return done({
    name: `${lang === 'da' ? 'hvem-har-set' : 'who-has-seen'}-${context.today}.${format}`,
    bytes,
  })
}
