import type { getFlowSubscription as getRoute } from '../../../contract/caseflow/flow-files.ts'
import type { Immutable, RouteOutput } from '../../../contract/frame/route.ts'
import type { FlowScope } from '../../../core/caseflow/flow-mail/flow-mail-text.ts'
import type { FlowRhythm } from '../../../core/caseflow/flow-mail/report-due.ts'
import {
  endSubscription,
  listSubscriptions,
  saveSubscription,
} from '../../../storage/caseflow/flow-subscription.ts'
import { getMailPreference } from '../../../storage/notification/mail.ts'
import type { Context } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { readableScope } from './readable-scope.ts'

type Subscription = Immutable<RouteOutput<typeof getRoute>>

/** `sending`: whether this installation has a mail server at all. */
export async function getSubscription(context: Context, sending: boolean): Promise<Result<Subscription>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async ({ reader }) => {
    const readable = await readableScope(reader, personId, context.today)
    if (readable === undefined) return refused('not-permitted')
    const own = await listSubscriptions(reader, personId)
    const scopeOf = (wanted: FlowRhythm) => own.find(({ rhythm }) => rhythm === wanted)?.scope ?? null
    const { email } = await getMailPreference(reader, personId)
    return done({
      week: scopeOf('week'),
      month: scopeOf('month'),
      units: readable.units.map(({ name }) => name),
      email,
      sending,
    })
  })
}

/** `scope` null: not told any more, which everybody may ask for. */
export async function saveMySubscription(
  context: Context,
  rhythm: FlowRhythm,
  scope: FlowScope | null,
): Promise<Result<undefined>> {
  const { personId } = context.actor
  return context.database.transaction(context.actor, async (tx) => {
    const readable = await readableScope(tx.reader, personId, context.today)
    if (readable === undefined) return refused('not-permitted')
    if (scope === 'own-units' && readable.units.length === 0) return refused('not-permitted')
    const writer = await tx.recordChange({
      room: 'caseflow',
      act: scope === null ? 'stop-report-mail' : 'choose-report-mail',
      subjectKind: 'person',
      subjectId: personId,
      detail: { rhythm, ...(scope !== null && { scope }) },
    })
    if (scope === null) await endSubscription(writer, personId, rhythm)
    else await saveSubscription(writer, personId, { rhythm, scope }, context.now)
    return done()
  })
}
