import { createTransport } from 'nodemailer'
import type { MailTransport } from '../app/notification/send-mail.ts'

export interface SmtpSettings {
  /** `smtp://name:password@host:587`, or `smtps://` for TLS from the first byte. */
  readonly url: string
  /** Who the mails are from, e.g. `Tilsyn <tilsyn@example.dk>`. */
  readonly from: string
}

const loopback = new Set(['localhost', '127.0.0.1', '[::1]'])
const seconds = 1000

/** Mails over SMTP. What leaves the machine is encrypted on its way, or not sent. */
export function createSmtpTransport({ url, from }: SmtpSettings): MailTransport & { close(): void } {
  const { hostname, port, protocol, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (secure ? 465 : 587) : Number(port),
    secure,
    requireTLS: !secure && !loopback.has(hostname),
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    // A message is text made here; nothing may be read from a file or an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain =
    from
      .replace(/>?\s*$/, '')
      .split('@')
      .at(-1) ?? hostname
  return {
    async send({ id, to, subject, text }) {
      await transport.sendMail({
        from,
        to,
        subject,
        text,
        messageId: `<${id}@${domain}>`,
        // Keeps absence notices and the like from answering.
        headers: { 'Auto-Submitted': 'auto-generated' },
      })
    },
    close: () => {
      transport.close()
    },
  }
}
