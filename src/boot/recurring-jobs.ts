import { sendMail } from '../app/notification/send-mail.ts'
import { passOnBarred } from '../app/review/pass-on-barred.ts'
import type { Database } from '../storage/transaction.ts'
import type { ServerConfiguration } from './server-configuration.ts'
import { createSmtpTransport } from './smtp-transport.ts'

export interface RecurringJobs {
  run(now: Date): Promise<void>
  close(): void
}

/** What the program does by itself every half minute while it serves. */
export function recurringJobs(
  database: Database,
  { smtp, publicOrigin }: ServerConfiguration,
): RecurringJobs {
  const transport = smtp === undefined ? undefined : createSmtpTransport(smtp)
  return {
    async run(now) {
      await passOnBarred(database, now)
      if (transport !== undefined) await sendMail({ database, transport, address: publicOrigin }, now)
    },
    close: () => transport?.close(),
  }
}
