import { headingOf } from '../../../core/access/access-request/headings.ts'
import { staffTableTitles } from '../../../core/access/access-request/staff-tables.ts'
import type { Language, LocalText } from '../../../core/language/language.ts'
import {
  listStaffEntries,
  readHeldOnStaff,
  type StaffEntry,
} from '../../../storage/access/access-request/held-on-staff.ts'
import { caseTables } from '../../../storage/access/retention/case-tables.ts'
import { findId, type PersonId } from '../../../storage/ids.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { tableFor, type Everything } from './read-everything.ts'

/** Entries of each log in one file; somebody who works here for years makes some thousands. */
const mostEntries = 100_000

export interface HeldOnEmployee extends Everything {
  /** What is not in the file, and why. */
  readonly leftOut: readonly { readonly title: LocalText; readonly why: LocalText }[]
}

/** What a table is called, whether it is about cases or not. */
export function titleOf(table: string): LocalText | undefined {
  return staffTableTitles[table] ?? caseTables.find((one) => one.table === table)?.title
}

/**
 * All that is held on one employee: the person, roles, absences, messages and mails row for row, where else they are
 * named as counts, and what they did or others did to them in both logs.
 */
export async function readEmployee(
  context: Context,
  text: string,
  language: Language,
): Promise<Result<HeldOnEmployee, 'not-found'>> {
  return context.database.transaction(
    context.actor,
    async (tx): Promise<Result<HeldOnEmployee, 'not-found'>> => {
      const id = findId<PersonId>(text)
      if (id === undefined) return refused('not-found')
      const reader = await tx.recordAccess({ act: 'export-employee', subjectKind: 'person', subjectId: id })
      const { person, own, named } = await readHeldOnStaff(reader, id)
      if (person === undefined) return refused('not-found')
      const looks = await listStaffEntries(reader, 'access_entry', id, mostEntries)
      const changes = await listStaffEntries(reader, 'change_entry', id, mostEntries)
      const rows = [{ table: 'person', rows: [person] }, ...own].filter((table) => table.rows.length > 0)
      const title = (table: string) => titleOf(table)?.[language] ?? table
      return done({
        tables: [
          ...rows.map(({ table, rows: held }) =>
            tableFor({ table, title: titleOf(table) ?? { da: table, en: table }, rows: held }, language),
          ),
          {
            title: words[language].named,
            columns: words[language].namedColumns,
            rows: named.map(({ table, column, rows: count }) => [
              title(table),
              headingOf(column, language) ?? column,
              count,
            ]),
          },
          entryTable(words[language].looks, looks.entries, language),
          entryTable(words[language].changes, changes.entries, language),
        ],
        data: {
          ...Object.fromEntries(rows.map(({ table, rows: held }) => [table, held])),
          named: named.map((row) => ({ ...row })),
          access_entry: looks.entries.map((entry) => ({ ...entry })),
          change_entry: changes.entries.map((entry) => ({ ...entry })),
        },
        leftOut: looks.more || changes.more ? [...leftOut, olderEntries] : leftOut,
      })
    },
    { isolation: 'repeatable read' },
  )
}

function entryTable(
  title: string,
  entries: readonly StaffEntry[],
  language: Language,
): Everything['tables'][number] {
  const { entryColumns, self, other } = words[language]
  return {
    title,
    columns: entryColumns,
    rows: entries.map(({ at, act, subjectKind, subjectId, byPerson }) => [
      at,
      act,
      subjectKind,
      subjectId,
      byPerson ? self : other,
    ]),
  }
}

const words = {
  da: {
    named: 'Hvor medarbejderen ellers er nævnt',
    namedColumns: ['Slags', 'Som', 'Rækker'],
    looks: 'Adgangsloggen',
    changes: 'Ændringsloggen',
    entryColumns: ['Tidspunkt (UTC)', 'Handling', 'Slags', 'Nummer', 'Hvem gjorde det'],
    self: 'medarbejderen',
    other: 'en anden',
  },
  en: {
    named: 'Where else the employee is named',
    namedColumns: ['Kind', 'As', 'Rows'],
    looks: 'The log of looks',
    changes: 'The log of changes',
    entryColumns: ['Time (UTC)', 'Act', 'Kind', 'Number', 'Who did it'],
    self: 'the employee',
    other: 'somebody else',
  },
} as const

const leftOut: HeldOnEmployee['leftOut'] = [
  {
    title: { da: 'Adgangskode, engangskoder og sessioner', en: 'Password, one-time codes and sessions' },
    why: {
      da: 'kun aftryk og krypterede hemmeligheder; medarbejderen ser selv sine sessioner under sit navn.',
      en: 'digests and encrypted secrets only; the employee sees their own sessions under their name.',
    },
  },
  {
    title: { da: 'Teksten i gennemgange, fejl og sager', en: 'The text of reviews, findings and cases' },
    why: {
      da: 'den handler om børn og familier. Filen tæller, hvor medarbejderen er nævnt; teksten findes i sagen.',
      en: 'it is about children and families. The file counts where the employee is named; the text is in the case.',
    },
  },
  {
    title: {
      da: 'Gennemgange, svar og fejl, i tallene og i ændringsloggen',
      en: 'Reviews, answers and findings, in the counts and the log of changes',
    },
    why: {
      da: 'de er forseglet, til runden er lukket, også for den, der henter filen.',
      en: 'they are sealed until the round is closed, from whoever fetches the file too.',
    },
  },
  {
    title: { da: 'Logposternes enkeltheder', en: 'Details of log entries' },
    why: {
      da: 'de kan rumme andres oplysninger, f.eks. hvad der blev søgt på.',
      en: 'they can hold things about others, e.g. what was searched for.',
    },
  },
  {
    title: { da: 'Navne skrevet i fri tekst', en: 'Names written in free text' },
    why: { da: 'de kan ikke findes sikkert.', en: 'they cannot be found with certainty.' },
  },
]

const olderEntries = {
  title: { da: 'Ældre logposter', en: 'Older log entries' },
  why: {
    da: `filen rummer de nyeste ${mostEntries} af hver log.`,
    en: `the file holds the newest ${mostEntries} of each log.`,
  },
}
