import type { RouteInput } from '../../contract/frame/route.ts'
import type { exportFindings as exportRoute } from '../../contract/finding/finding.ts'
import { contactOf, planOf, type Finding } from '../../core/finding/finding.ts'
import { groundWords, measureWords, severityWords, stateWords } from '../../core/finding/finding-words.ts'
import type { Language } from '../../core/language/language.ts'
import { getStage } from '../../core/programme/lookup.ts'
import type { Programme } from '../../core/programme/programme.ts'
import type { DataCell } from '../../core/tabular/csv-text.ts'
import { listRounds } from '../../storage/draw/round.ts'
import { listFindings, type ListedFinding } from '../../storage/finding/finding-list.ts'
import type { Context } from '../frame/context.ts'
import { danishDay } from '../frame/danish-day.ts'
import { done, refused, type Result } from '../frame/result.ts'
import type { ReportPress } from '../report/report-press.ts'
import { isLate, planByOf, programmeOf, programmesOf, questionOf } from './finding-views.ts'
import { definedOf, toFilter } from './list-findings.ts'
import { viewerOf } from './finding-viewer.ts'

/** A municipality's findings of many years; more are not for a spreadsheet. */
const mostRows = 50_000

/** The findings of a filter as a file, by the same seal as the list. Names as the finding's page shows them; nothing in anybody's words. */
export async function exportFindings(
  context: Context,
  press: ReportPress,
  { format, lang, ...wanted }: RouteInput<typeof exportRoute>['query'],
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const rows = await context.database.transaction(
    context.actor,
    async (tx) => {
      const { personId: person } = context.actor
      const viewer = await viewerOf(tx.reader, { ...context, person })
      const reader = await tx.recordAccess({
        act: 'export-findings',
        subjectKind: 'finding',
        detail: { ...definedOf(wanted), format },
      })
      const filter = toFilter(context, wanted, await listRounds(reader))
      if (filter === 'nothing') return []
      const found = await listFindings(reader, viewer, filter, { offset: 0, limit: mostRows })
      tx.shows(found.map(({ caseId }) => caseId))
      const programmes = await programmesOf(
        reader,
        found.map(({ programmeVersionId }) => programmeVersionId),
      )
      return found.map((row) =>
        toRow(row, programmeOf(programmes, row.programmeVersionId), lang, context.today),
      )
    },
    { isolation: 'repeatable read' },
  )
  const title = lang === 'da' ? 'Fejl og genopretning' : 'Findings and restoration'
  const bytes = await press.layOutList({
    title,
    columns: columns.map((column) => ({
      title: column[lang],
      ...('holds' in column && { holds: column.holds }),
    })),
    rows,
    format,
    createdAt: context.now,
  })
  if (bytes === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  return done({ name: `${lang === 'da' ? 'fejl' : 'findings'}-${context.today}.${format}`, bytes })
}

const columns = [
  { da: 'Runde', en: 'Round' },
  { da: 'Enhed', en: 'Unit' },
  { da: 'Sag', en: 'Case' },
  { da: 'Sagstrin', en: 'Case stage' },
  { da: 'Spørgsmål', en: 'Question' },
  { da: 'Spørgsmålets ordlyd', en: 'Wording of the question', holds: 'sentences' },
  { da: 'Niveauer', en: 'Levels' },
  { da: 'Fundet', en: 'Found', holds: 'days' },
  { da: 'Tilstand', en: 'State' },
  { da: 'Alvor', en: 'Severity' },
  { da: 'Skal rettes op', en: 'To be made good' },
  { da: 'Ansvarlig', en: 'Responsible' },
  { da: 'Frist', en: 'Due', holds: 'days' },
  { da: 'Plan senest', en: 'To be planned by', holds: 'days' },
  { da: 'Over fristen', en: 'Overdue' },
  { da: 'Oprindelig frist', en: 'First due', holds: 'days' },
  { da: 'Gange udsat', en: 'Times put off' },
  { da: 'Udskudt efter fristen', en: 'Put off after the due day' },
  { da: 'Over fristen før genåbning', en: 'Overdue before it was reopened' },
  { da: 'Borger kontaktet', en: 'Citizen contacted', holds: 'days' },
  { da: 'Borgerens svar', en: 'The citizen’s answer' },
  { da: 'Rettet op', en: 'Made good on', holds: 'days' },
  { da: 'Notat journaliseret', en: 'Note filed on', holds: 'days' },
  { da: 'Kontrolleret', en: 'Verified on', holds: 'days' },
  { da: 'Kontrolleret af', en: 'Verified by' },
  { da: 'Begrundelse for ikke at rette op', en: 'Ground for not making good' },
  { da: 'Indstillet af', en: 'Proposed by' },
  { da: 'Godkendt af', en: 'Approved by' },
] as const

function toRow(
  row: ListedFinding,
  programme: Programme,
  language: Language,
  today: string,
): readonly DataCell[] {
  const { course } = row
  const plan = planOf(course)
  const question = questionOf(row, programme)
  const restored = course.state === 'verified' ? course.before : course
  const carriedOut = restored.state === 'carried-out' ? restored.done : null
  const ground = groundOf(course)
  const contact = contactOf(course)
  const yes = language === 'da' ? 'ja' : 'yes'
  const no = language === 'da' ? 'nej' : 'no'
  return [
    row.roundKey,
    row.unit,
    row.caseId,
    getStage(programme, row.stage).title[language],
    question?.number ?? null,
    question?.text[language] ?? null,
    row.levels.join(', '),
    danishDay(row.foundAt),
    stateWords[course.state][language],
    severityWords[row.severity][language],
    plan === null ? null : plan.measures.map((measure) => measureWords[measure][language]).join(', '),
    row.responsibleName,
    plan?.due ?? null,
    planByOf(row),
    isLate(row, today) ? yes : null,
    row.firstDue,
    row.putOff === 0 ? null : row.putOff,
    row.putOffLate ? yes : null,
    row.lateBefore ? yes : null,
    contact?.on ?? null,
    contact === null ? null : contact.response === 'accepted' ? yes : no,
    carriedOut?.on ?? null,
    carriedOut?.journalisedOn ?? null,
    row.verifiedAt === null ? null : danishDay(row.verifiedAt),
    row.verifiedByName,
    ground === null ? null : groundWords[ground][language],
    row.proposedByName,
    row.approvedByName,
  ]
}

function groundOf(course: Finding) {
  const reached = course.state === 'not-restored' ? course.before : course
  return reached.state === 'proposed' ? reached.proposal.ground : null
}
