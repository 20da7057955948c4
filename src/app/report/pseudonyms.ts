import { createHmac, hkdfSync } from 'node:crypto'
import type { MunicipalityId } from '../../storage/ids.ts'

/** The program's secret that pseudonyms are made with. It is not in the database, and no table of pseudonyms is kept anywhere. */
export interface PseudonymSecret {
  readonly bytes: Uint8Array
}

/** Letters and digits that are not mistaken for one another when read aloud (Crockford's base 32). */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 16 signs of 5 bits: among a million cases two are alike once in 10^12 exports. */
const length = 16

/**
 * Case numbers as one recipient may know them: the same in every export to them, so that they can follow a case, and others
 * for every other recipient, so that two of them cannot put theirs together. HMAC-SHA256 under a key of the recipient's own.
 */
export function pseudonymsFor(
  secret: PseudonymSecret,
  municipality: MunicipalityId,
  recipient: string,
): (caseId: string) => string {
  const name = recipient.normalize('NFC').trim().replaceAll(/\s+/gu, ' ').toLocaleLowerCase('da')
  const key = Buffer.from(hkdfSync('sha256', secret.bytes, municipality, `tilsyn pseudonym ${name}`, 32))
  return (caseId) => {
    const bytes = createHmac('sha256', key).update(caseId).digest()
    let signs = ''
    for (let i = 0; i < length; i += 1) signs += alphabet.charAt((bytes[i] ?? 0) & 31)
    return `P-${signs}`
  }
}
