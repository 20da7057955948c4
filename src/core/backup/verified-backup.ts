import { z } from 'zod'

/** What `tilsyn backup verify` leaves beside a backup that is whole: `tilsyn-verified.json`. */
export const verifiedNote = z.strictObject({
  format: z.literal('tilsyn-verified'),
  version: z.literal(1),
  /** When the backup was made, by its own head; ISO 8601. */
  made: z.iso.datetime(),
  /** When it was read to its end; ISO 8601. */
  verified: z.iso.datetime(),
})
export type VerifiedNote = z.infer<typeof verifiedNote>

export const verifiedNoteName = 'tilsyn-verified.json'

/** Milliseconds: a month, and some days to get it done. */
const verifyWithin = 35 * 24 * 3600 * 1000

/**
 * Whether it is time to verify a backup. It counts from the day the verified one was made, and not from the day it was
 * verified: that an old backup opens says nothing of those made since. Where none was verified, from the oldest there is.
 */
export function isVerifyDue(verified: Date | undefined, oldest: Date | undefined, now: Date): boolean {
  const since = verified ?? oldest
  return since !== undefined && now.getTime() - since.getTime() > verifyWithin
}
