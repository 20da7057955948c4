import type { FlowMail, FlowScope } from '../../../core/caseflow/flow-mail/flow-mail-text.ts'
import { flowRhythms, newestDue, type FlowRhythm } from '../../../core/caseflow/flow-mail/report-due.ts'
import { isoDay } from '../../../core/calendar/day-number.ts'
import { listUntold, writeFlowMail } from '../../../storage/caseflow/flow-subscription.ts'
import type { PersonId } from '../../../storage/ids.ts'
import type { Actor, Database, Reader } from '../../../storage/transaction.ts'
import { danishDay } from '../../frame/danish-day.ts'
import { readableScope } from './readable-scope.ts'

/**
 * Writes a mail to each who asked to be told of the newest week's and month's report and may still read it; once a person
 * and report, however often and on however many servers this runs. The mails go with the others. Resolves to how many.
 */
export async function tellOfReports(database: Database, now: Date): Promise<number> {
  let told = 0
  for (const { municipalityId } of await database.beforeSignIn.listMunicipalities())
    for (const rhythm of flowRhythms)
      told += await tellOf(database, { municipalityId, personId: null }, rhythm, now)
  return told
}

async function tellOf(database: Database, actor: Actor, rhythm: FlowRhythm, now: Date): Promise<number> {
  const { period, dueAt } = newestDue(rhythm, now.getTime())
  const report = { rhythm, from: isoDay(period.from), dueAt: new Date(dueAt) }
  return database.transaction(actor, async (tx) => {
    const mails: { readonly person: PersonId; readonly content: FlowMail }[] = []
    for (const { person, scope } of await listUntold(tx.reader, report)) {
      const units = await unitsToTellOf(tx.reader, person, scope, danishDay(now))
      if (units === undefined) continue
      mails.push({
        person,
        content: { period: period.name, from: report.from, to: isoDay(period.to), units },
      })
    }
    if (mails.length === 0) return 0
    const writer = await tx.recordChange({
      room: 'caseflow',
      act: 'tell-of-report',
      subjectKind: 'mail',
      detail: { rhythm, period: period.name, mails: mails.length },
    })
    for (const { person, content } of mails) await writeFlowMail(writer, rhythm, person, content, now)
    return mails.length
  })
}

/** The units a mail leads to, null for the municipality; undefined: the person may read none of it any more. */
async function unitsToTellOf(
  reader: Reader,
  person: PersonId,
  scope: FlowScope,
  today: string,
): Promise<FlowMail['units'] | undefined> {
  const readable = await readableScope(reader, person, today)
  if (readable === undefined) return undefined
  if (scope === 'municipality') return null
  return readable.units.length === 0 ? undefined : readable.units
}
