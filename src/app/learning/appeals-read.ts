import type { CallOutput } from '../../contract/client.ts'
import type { Immutable, RouteInput } from '../../contract/frame/route.ts'
import type {
  exportAppeals as exportRoute,
  listAppeals as listRoute,
} from '../../contract/learning/appeals.ts'
import { besideNational, printedShare, sameProvision } from '../../core/learning/appeal-count.ts'
import { appealGroupings, appealState, outcomeWords, tallyAppeals } from '../../core/learning/appeal.ts'
import type { DataCell } from '../../core/tabular/csv-text.ts'
import { listUnits } from '../../storage/analysis/unit.ts'
import { listPeople } from '../../storage/access/people.ts'
import {
  listAppealCounts,
  listAppeals as list,
  type Appeal,
  type StoredAppealCount,
} from '../../storage/learning/appeal.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { ReportPress } from '../report/report-press.ts'

type Wanted = Omit<RouteInput<typeof exportRoute>['query'], 'format' | 'lang'>

const pageSize = 100
/** The most people that a responsible one is chosen among. */
const mostPeople = 2000

export async function listAppeals(
  context: Context,
  { page = 1, ...wanted }: RouteInput<typeof listRoute>['query'],
): Promise<Result<Immutable<CallOutput<typeof listRoute>>>> {
  const mayEdit = authorise(context, 'appeal.edit').ok
  return context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'read-appeals',
      subjectKind: 'appeal',
      detail: definedOf({ ...wanted, page }),
    })
    const all = await list(reader)
    const counts = await listAppealCounts(reader)
    const found = all.filter((appeal) => fits(appeal, wanted, context.today))
    // A share of complaints that were chosen by how they ended would say nothing.
    const { q: _q, outcome: _outcome, state: _state, ...whole } = wanted
    const counted = all.filter((appeal) => fits(appeal, whole, context.today))
    const pages = Math.max(1, Math.ceil(found.length / pageSize))
    const at = Math.min(page, pages)
    const nobody = { words: [], role: undefined, unit: undefined, on: context.today }
    return done({
      mayEdit,
      appeals: found
        .slice((at - 1) * pageSize, at * pageSize)
        .map((appeal) => ({ ...appeal, state: appealState(appeal, context.today) })),
      page: at,
      pages,
      total: found.length,
      groups: appealGroupings.map((grouping) => ({ grouping, tallies: tallyAppeals(counted, grouping) })),
      besideNational: listBesideNational(counted, counts),
      counts: counts.map((count) => ({
        ...count,
        share: printedShare(count),
        beside:
          count.scope === 'national' || printedShare(count) === null
            ? null
            : nationalOf({ ...count, withoutDismissed: false }, counts),
      })),
      choices: {
        sentYears: yearsOf(all.map(({ sentOn }) => sentOn)),
        decidedYears: yearsOf(all.map(({ decidedOn }) => decidedOn)),
        provisions: [...new Set(all.map(({ provision }) => provision))].toSorted((a, b) =>
          a.localeCompare(b, 'da'),
        ),
      },
      units: mayEdit ? await listUnits(tx.reader) : [],
      people: mayEdit
        ? (await listPeople(reader, nobody, mostPeople)).people.map(({ id, name }) => ({ id, name }))
        : [],
    })
  })
}

/** The complaints of a filter as a file. */
export async function exportAppeals(
  context: Context,
  press: ReportPress,
  { format, lang, ...wanted }: RouteInput<typeof exportRoute>['query'],
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const rows = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'export-appeals',
      subjectKind: 'appeal',
      detail: { ...definedOf(wanted), format },
    })
    const found = (await list(reader)).filter((appeal) => fits(appeal, wanted, context.today))
    return found.map((appeal) => toRow(appeal, lang))
  })
  const bytes = await press.layOutList({
    title: lang === 'da' ? 'Klager til Ankestyrelsen' : 'Complaints to the appeals board',
    columns: columns.map((column) => ({
      title: column[lang],
      ...('holds' in column && { holds: column.holds }),
    })),
    rows,
    format,
    createdAt: context.now,
  })
  if (bytes === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  return done({ name: `${lang === 'da' ? 'klager' : 'appeals'}-${context.today}.${format}`, bytes })
}

function fits(appeal: Appeal, wanted: Wanted, today: string): boolean {
  const { q, sentYear, decidedYear, provision, ageGroup, outcome, state } = wanted
  const { reference, about, ground, lesson } = appeal
  const text = [reference, appeal.provision, about, ground, lesson].join('\n').toLowerCase()
  return (
    (q ?? '')
      .toLowerCase()
      .split(' ')
      .every((word) => text.includes(word)) &&
    (sentYear === undefined || appeal.sentOn.startsWith(`${sentYear}-`)) &&
    (decidedYear === undefined || appeal.decidedOn?.startsWith(`${decidedYear}-`) === true) &&
    (provision === undefined || provision === '' || sameProvision(appeal.provision, provision)) &&
    (ageGroup === undefined || (appeal.ageGroup ?? 'unknown') === ageGroup) &&
    (outcome === undefined || appeal.outcome === outcome) &&
    (state === undefined || appealState(appeal, today) === state)
  )
}

function listBesideNational(found: readonly Appeal[], counts: readonly StoredAppealCount[]) {
  return tallyAppeals(found, 'decided-year').flatMap(({ key: year }) => {
    if (year === null) return []
    const decided = found.filter(({ decidedOn }) => decidedOn?.startsWith(`${year}-`) === true)
    return tallyAppeals(decided, 'provision').map((tally) => {
      const provision = tally.key ?? ''
      const own = { year: Number(year), provision, ageGroup: null, basis: 'decided' } as const
      return {
        year: own.year,
        provision,
        tally,
        national: nationalOf({ ...own, withoutDismissed: true }, counts),
      }
    })
  })
}

function nationalOf(own: Parameters<typeof besideNational>[0], counts: readonly StoredAppealCount[]) {
  const found = besideNational(own, counts)
  const printed = found === null ? null : printedShare(found.national)
  if (found === null || printed === null) return null
  const { share, interval } = printed
  return {
    share,
    interval,
    decided: found.national.decided ?? 0,
    source: found.national.source,
    doubts: found.doubts,
  }
}

function yearsOf(days: readonly (string | null)[]): readonly number[] {
  const years = days.flatMap((day) => (day === null ? [] : [Number(day.slice(0, 4))]))
  return [...new Set(years)].toSorted((a, b) => b - a)
}

/** Of the filter, what is a choice; not what somebody searched for, which may be anybody's words. */
function definedOf({ q, ...choices }: Wanted & { readonly page?: number }) {
  const said = Object.entries(choices).filter(([, value]) => value !== undefined)
  return { ...Object.fromEntries(said), searched: q !== undefined && q !== '' }
}

const columns = [
  { da: 'Nummer', en: 'Number' },
  { da: 'Enhed', en: 'Unit' },
  { da: 'Bestemmelse', en: 'Provision' },
  { da: 'Bestemmelse sikker', en: 'Provision certain' },
  { da: 'Aldersgruppe', en: 'Age group' },
  { da: 'Emne', en: 'Matter', holds: 'sentences' },
  { da: 'Genvurderet', en: 'Reassessed', holds: 'days' },
  { da: 'Sendt', en: 'Sent', holds: 'days' },
  { da: 'Afgjort', en: 'Decided', holds: 'days' },
  { da: 'Afgørelse', en: 'Outcome' },
  { da: 'Begrundelse', en: 'Grounds', holds: 'sentences' },
  { da: 'Læring', en: 'Lesson', holds: 'sentences' },
  { da: 'Ansvarlig', en: 'Responsible' },
  { da: 'Frist', en: 'Due', holds: 'days' },
  { da: 'Lært', en: 'Learnt', holds: 'days' },
  { da: 'Hvordan det vides', en: 'How that is known', holds: 'sentences' },
] as const

function toRow(appeal: Appeal, language: 'da' | 'en'): readonly DataCell[] {
  const [yes, no] = language === 'da' ? ['ja', 'nej'] : ['yes', 'no']
  return [
    appeal.reference,
    appeal.unit,
    appeal.provision,
    appeal.provisionCertain ? yes : no,
    appeal.ageGroup === '18-plus' ? '18+' : appeal.ageGroup,
    appeal.about,
    appeal.reassessedOn,
    appeal.sentOn,
    appeal.decidedOn,
    appeal.outcome === null ? null : outcomeWords[appeal.outcome][language],
    appeal.ground,
    appeal.lesson,
    appeal.responsible,
    appeal.lessonDueOn,
    appeal.learntOn,
    appeal.learntHow,
  ]
}
