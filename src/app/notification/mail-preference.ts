import type { MailPreferenceChange, MailPreferenceView } from '../../contract/notification/mail-preference.ts'
import {
  getMailPreference as readPreference,
  saveMailPreference as savePreference,
} from '../../storage/notification/mail.ts'
import type { Context } from '../frame/context.ts'
import { done, type Result } from '../frame/result.ts'

/** `sending`: whether this installation has a mail server at all. */
export async function getMailPreference(
  context: Context,
  sending: boolean,
): Promise<Result<MailPreferenceView>> {
  return context.database.transaction(context.actor, async ({ reader }) =>
    done({ ...(await readPreference(reader, context.actor.personId)), sending }),
  )
}

export async function saveMailPreference(
  context: Context,
  change: MailPreferenceChange,
): Promise<Result<undefined>> {
  return context.database.transaction(context.actor, async (tx) => {
    const writer = await tx.recordChange({
      room: 'notification',
      act: 'choose-mail',
      subjectKind: 'person',
      subjectId: context.actor.personId,
      detail: { digest: change.digest },
    })
    await savePreference(writer, context.actor.personId, change)
    return done()
  })
}
