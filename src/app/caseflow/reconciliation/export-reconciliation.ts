import type { exportReconciliation as exportRoute } from '../../../contract/caseflow/reconciliation.ts'
import type { RouteInput } from '../../../contract/frame/route.ts'
import {
  reconciliationColumns,
  reconciliationRow,
} from '../../../core/caseflow/reconcile/reconciliation-rows.ts'
import type { LocalText } from '../../../core/language/language.ts'
import type { Context } from '../../frame/context.ts'
import { danishDay } from '../../frame/danish-day.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import type { ReportPress } from '../../report/report-press.ts'
import { listCandidates, withEvents } from './list-candidates.ts'
import { openReconciliation, type ReconciliationRoom } from './open-reconciliation.ts'
import { correctedAt } from './reconciliation-entry.ts'

const conclusionWords: Readonly<Record<'registry-wrong' | 'reviewer-wrong' | 'both-right', LocalText>> = {
  'registry-wrong': { da: 'registret er forkert', en: 'the registry is wrong' },
  'reviewer-wrong': { da: 'gennemgangen er forkert', en: 'the review is wrong' },
  'both-right': { da: 'begge har ret', en: 'both are right' },
}

/** Beside the two sources. */
const concluded = [
  { da: 'Konklusion', en: 'Conclusion' },
  { da: 'Konkluderet', en: 'Concluded', holds: 'days' },
  { da: 'Rettelse modtaget', en: 'Correction arrived', holds: 'days' },
] as const

/** The cases of a filter as a file, by the same rules as the page. Nothing in anybody's own words. */
export async function exportReconciliation(
  context: Context,
  room: ReconciliationRoom,
  press: ReportPress,
  { format, lang, ...wanted }: RouteInput<typeof exportRoute>['query'],
): Promise<Result<{ readonly name: string; readonly bytes: Uint8Array }>> {
  const found = await openReconciliation(context, room, wanted)
  if (!found.ok) return found
  const { opened } = found.value
  if (opened.state === 'sealed') return refused('results-sealed')
  if (opened.state !== 'ready') return refused('not-found')
  const rows = await context.database.transaction(context.actor, async (tx) => {
    const reader = await tx.recordAccess({
      act: 'export-reconciliation',
      subjectKind: 'round',
      subjectId: opened.round.id,
      detail: {
        ...Object.fromEntries(Object.entries(wanted).map(([key, value]) => [key, String(value)])),
        format,
      },
    })
    return withEvents(reader, opened.rules, await listCandidates(reader, context, opened, wanted))
  })
  const bytes = await press.layOutList({
    title: lang === 'da' ? 'Afstemning' : 'Reconciliation',
    columns: [
      ...reconciliationColumns.map((column) => ({ title: column[lang] })),
      ...concluded.map((column) => ({
        title: column[lang],
        ...('holds' in column && { holds: column.holds }),
      })),
    ],
    rows: rows.map((row) => {
      const [newest] = row.conclusions
      const corrected = correctedAt(row)
      return [
        ...reconciliationRow(opened.round.key, row.answer, {
          programme: opened.programme,
          language: lang,
          codes: false,
        }),
        newest === undefined ? null : conclusionWords[newest.conclusion][lang],
        newest === undefined ? null : danishDay(newest.at),
        corrected === null ? null : danishDay(corrected),
      ]
    }),
    format,
    createdAt: context.now,
  })
  if (bytes === 'too-busy') return { ...refused('too-busy'), retryAfterSeconds: 10 }
  const name = lang === 'da' ? 'afstemning' : 'reconciliation'
  return done({ name: `${name}-${opened.round.key}-${context.today}.${format}`, bytes })
}
