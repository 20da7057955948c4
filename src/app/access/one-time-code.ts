import { createHmac } from 'node:crypto'

/** RFC 6238 with its usual values, which every authenticator app takes for granted. */
const stepSeconds = 30
const digits = 6
/** RFC 6238, 5.2: one step before and after, for clocks that differ and for whoever types slowly. */
const drift = 1

/** RFC 4226, 4: 160 bits. */
export const secretBytes = 20

/** The 30-second step that a time lies in, counted from 1970. */
export function stepAt(time: Date): number {
  return Math.floor(time.getTime() / 1000 / stepSeconds)
}

/** RFC 4226, 5.3: the code of a step. */
export function codeOf(secret: Uint8Array, step: number, length = digits): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', secret).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0x0f
  const number = mac.readUInt32BE(offset) & 0x7fffffff
  return String(number % 10 ** length).padStart(length, '0')
}

/** The step around `now` that a code belongs to; undefined for a wrong code. */
export function stepOfCode(secret: Uint8Array, code: string, now: Date): number | undefined {
  const here = stepAt(now)
  // The codes change within a minute and guesses are counted, so the time a comparison takes tells nothing of use.
  for (let step = here - drift; step <= here + drift; step += 1)
    if (codeOf(secret, step) === code) return step
  return undefined
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648, 6, without padding: how secrets are typed into an app. `bytes` must be a multiple of 5. */
export function base32(bytes: Uint8Array): string {
  if (bytes.length % 5 !== 0) throw new Error('only whole groups of five bytes')
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return bits.replaceAll(/.{5}/g, (five) => alphabet[Number.parseInt(five, 2)] ?? '')
}

/** What the QR code says, in the form that authenticator apps agreed on (Key Uri Format). */
export function enrolmentAddress(secret: Uint8Array, account: string, municipality: string): string {
  // A colon would end the label's first part.
  const issuer = `Tilsyn ${municipality}`.replaceAll(':', ' ')
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`
  return `otpauth://totp/${label}?secret=${base32(secret)}&issuer=${encodeURIComponent(issuer)}`
}
