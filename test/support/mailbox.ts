import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

export interface Mailbox {
  /** For `TILSYN_SMTP_URL`. */
  readonly url: string
  /** The mails taken so far, as they came. */
  readonly mails: readonly { readonly to: readonly string[]; readonly source: string }[]
  close(): Promise<void>
}

/** A real SMTP server on the loopback address that keeps what it is sent; `refuse` names addresses it does not know. */
export async function openMailbox(refuse: ReadonlySet<string> = new Set()): Promise<Mailbox> {
  const mails: { to: string[]; source: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo({ address }, _session, answer) {
      if (refuse.has(address)) answer(Object.assign(new Error('no such mailbox'), { responseCode: 550 }))
      else answer()
    },
    onData(stream, session, taken) {
      void text(stream).then((source) => {
        mails.push({ to: session.envelope.rcptTo.map(({ address }) => address), source })
        return taken()
      }, taken)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // A server that listens on TCP has an AddressInfo.
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
