import type { AgendaItem } from '../../core/learning/agenda.ts'
import { getId, type PersonId, type VisitId } from '../../storage/ids.ts'
import { saveMinutes } from '../../storage/learning/visit-minutes.ts'
import { closeVisit as close, getVisit, saveAgenda } from '../../storage/learning/visit.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { notify } from '../notification/notify.ts'
import { openVisit } from './open-visit.ts'
import { listPeopleAt } from './visit-people.ts'

interface Saved {
  readonly version: number
}

export async function saveVisitAgenda(
  context: Context,
  id: VisitId,
  { items, version }: { readonly items: readonly AgendaItem[]; readonly version: number },
): Promise<Result<Saved>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Saved>> => {
    const seen = { of: 'agenda', version } as const
    const opened = await openVisit(context, tx, id, { act: 'agenda', entry: 'write-agenda', seen })
    if (!opened.ok) return opened
    return done({ version: await saveAgenda(await opened.value.change(), id, items) })
  })
}

/** Sent as the minutes are written; the same text again changes nothing. Every wording is kept. */
export async function saveVisitMinutes(
  context: Context,
  id: VisitId,
  { text, version }: { readonly text: string; readonly version: number },
): Promise<Result<Saved>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<Saved>> => {
    const opened = await openVisit(context, tx, id, {
      act: 'minutes',
      entry: 'write-minutes',
      seen: { of: 'minutes', version },
    })
    if (!opened.ok) return opened
    const { reader, change } = opened.value
    if ((await getVisit(reader, id)).minutes === text) return done({ version })
    const by = { by: context.actor.personId, at: context.now }
    return done({ version: await saveMinutes(await change(), id, text, by) })
  })
}

type Closing = { readonly closed: 'held' } | { readonly closed: 'cancelled'; readonly reason: string }

/** Notes that a visit was held, or cancels it and tells whoever was to take part. */
export async function closeVisit(
  context: Context,
  id: VisitId,
  closing: Closing,
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx): Promise<Result<undefined>> => {
    const held = closing.closed === 'held'
    const opened = await openVisit(context, tx, id, {
      act: held ? 'hold' : 'cancel',
      entry: held ? 'hold-visit' : 'cancel-visit',
    })
    if (!opened.ok) return opened
    const { reader, change } = opened.value
    const { participants, unit } = await getVisit(reader, id)
    if (held && participants.length === 0) return refused('visit-without-participants')
    const writer = await change()
    const { personId: by } = context.actor
    await close(writer, id, { ...closing, by, at: context.now })
    // Whoever has left since has no page to open.
    const here = new Set((await listPeopleAt(context, reader, unit)).map((each) => each.id))
    const people = participants.flatMap(({ person }) => (person === null ? [] : [getId<PersonId>(person)]))
    const to = people.filter((person) => person !== by && here.has(person))
    if (!held) await notify(writer, { to, kind: 'visit-changed', subjectId: id, once: 'cancelled' })
    return done()
  })
}
