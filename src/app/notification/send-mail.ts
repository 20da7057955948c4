import { flowMailText } from '../../core/caseflow/flow-mail/flow-mail-text.ts'
import { isDigestDay } from '../../core/notification/digest-day.ts'
import { mailText, type MailText } from '../../core/notification/mail-text.ts'
import { mostAttempts, nextAttempt } from '../../core/notification/next-attempt.ts'
import {
  giveUp,
  hasDueMail,
  listAddressees,
  markFailed,
  markSent,
  takeMail,
  writeMail,
  type WaitingMail,
} from '../../storage/notification/mail.ts'
import type { Actor, Database, Reader } from '../../storage/transaction.ts'
import { readableScope } from '../caseflow/flow-subscription/readable-scope.ts'
import { danishDay, danishHour } from '../frame/danish-day.ts'

export interface OutgoingMail {
  /** The same at every attempt, so that a mail sent twice is shown once. */
  readonly id: string
  readonly to: { readonly name: string; readonly address: string }
  readonly subject: string
  readonly text: string
}

export interface MailTransport {
  /** Resolves when the mail server has taken the mail over; rejects with a `code` when not. */
  send(mail: OutgoingMail): Promise<void>
}

export interface MailRoom {
  readonly database: Database
  readonly transport: MailTransport
  /** Where people reach the program; undefined where nobody has told it. */
  readonly address: string | undefined
}

/** Digests go from this hour on, Danish time. */
const digestHour = 7
const mostAtOnce = 500
/** After so many failures in a row the mail server is taken to be away, and the next round tries again. */
const mostFailures = 3
/** How long a mail server may take before another attempt may be made. */
const patience = 5 * 60_000

/** Writes the mails that are due in every municipality and sends them. Resolves to the number sent. */
export async function sendMail(room: MailRoom, now: Date): Promise<number> {
  let sent = 0
  for (const { municipalityId } of await room.database.beforeSignIn.listMunicipalities()) {
    const actor = { municipalityId, personId: null }
    await writeMails(room.database, actor, now)
    sent += await sendWaiting(room, actor, now)
  }
  return sent
}

async function writeMails(database: Database, actor: Actor, now: Date): Promise<void> {
  const day = danishDay(now)
  await database.transaction(actor, async (tx) => {
    const urgent = await listAddressees(tx.reader, true)
    const digests = danishHour(now) < digestHour ? [] : await listAddressees(tx.reader, false)
    const due = digests.filter(({ digest }) => isDigestDay(digest, day))
    if (urgent.length + due.length === 0) return
    const writer = await tx.recordChange({
      room: 'notification',
      act: 'write-mail',
      subjectKind: 'mail',
      detail: { urgent: urgent.length, digests: due.length },
    })
    for (const addressee of urgent) await writeMail(writer, 'urgent', addressee, { day, now })
    for (const addressee of due) await writeMail(writer, 'digest', addressee, { day, now })
  })
}

async function sendWaiting(room: MailRoom, actor: Actor, now: Date): Promise<number> {
  let sent = 0
  let failures = 0
  while (sent < mostAtOnce && failures < mostFailures) {
    const outcome = await sendNext(room, actor, now)
    if (outcome === 'none') break
    failures = outcome === 'failed' ? failures + 1 : 0
    if (outcome === 'sent') sent += 1
  }
  return sent
}

async function sendNext(
  room: MailRoom,
  actor: Actor,
  now: Date,
): Promise<'sent' | 'failed' | 'given-up' | 'none'> {
  const entry = { room: 'notification', subjectKind: 'mail' } as const
  const mail = await room.database.transaction(actor, async (tx) => {
    if (!(await hasDueMail(tx.reader, now, mostAttempts))) return undefined
    const writer = await tx.recordChange({ ...entry, act: 'take-mail' })
    const taken = await takeMail(writer, { now, until: new Date(now.getTime() + patience), mostAttempts })
    if (taken === undefined || (await mayStillGetIt(writer, taken, now))) return taken
    await giveUp(writer, taken.id, 'not-permitted', mostAttempts)
    return 'given-up'
  })
  if (mail === undefined) return 'none'
  if (mail === 'given-up') return 'given-up'
  const { subject, body } = textOf(mail, room.address)
  const failure = await tryToSend(room.transport, {
    id: mail.id,
    to: { name: mail.name, address: mail.email },
    subject,
    text: body,
  })
  await room.database.transaction(actor, async (tx) => {
    const act = failure === null ? 'send-mail' : 'fail-mail'
    const writer = await tx.recordChange({ ...entry, act, subjectId: mail.id })
    if (failure === null) await markSent(writer, mail.id, now)
    else await markFailed(writer, mail.id, failure, nextAttempt(mail.attempts, now))
  })
  return failure === null ? 'sent' : 'failed'
}

/** A mail may have waited for days, and the role that it rests on may have ended meanwhile. */
async function mayStillGetIt(reader: Reader, mail: WaitingMail, now: Date): Promise<boolean> {
  if (mail.kind === 'urgent' || mail.kind === 'digest') return true
  const { units } = mail.content
  const readable = await readableScope(reader, mail.person, danishDay(now))
  if (readable === undefined) return false
  return (
    units === null ||
    readable.everyUnit ||
    units.every(({ id }) => readable.units.some((unit) => unit.id === id))
  )
}

function textOf(mail: WaitingMail, address: string | undefined): MailText {
  switch (mail.kind) {
    case 'urgent':
    case 'digest':
      return mailText(mail.kind, mail.content, mail.language, address)
    case 'flow-week':
      return flowMailText('week', mail.content, mail.language, address)
    case 'flow-month':
      return flowMailText('month', mail.content, mail.language, address)
    default:
      return mail satisfies never
  }
}

async function tryToSend(transport: MailTransport, mail: OutgoingMail): Promise<string | null> {
  try {
    await transport.send(mail)
    return null
  } catch (error) {
    // Only the code is kept: the mail server's own words may hold addresses.
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return typeof code === 'string' && /^\w{1,40}$/.test(code) ? code : 'unknown'
  }
}
