import { createHmac, createSecretKey } from 'node:crypto'

/** Names a level's draw in every key, so that levels draw independently (statistics.md 9). */
export function phaseOf(round: string, level: number): string {
  return `${round}/${level}`
}

/** Makes the pseudo-random number of a case, or of one of its stages, in one phase. */
export type KeyOf = (caseOrStage: string) => number

/**
 * What stands for a case in the message of its key when several of its stages share a stratum. No case id holds a tab, so
 * no two messages are the same.
 */
export function stageOfCase({ caseId, stage }: { readonly caseId: string; readonly stage: string }): string {
  return `${caseId}\t${stage}`
}

/**
 * The pseudo-random number of each case in one phase: the first 52 bits, big-endian, of
 * HMAC-SHA256(seed, `phase|caseId`), as a fraction of 2^52. 52 bits fit a double exactly.
 */
export function caseKeys(seed: Uint8Array, phase: string): KeyOf {
  // A prepared key object is several times faster than passing the bytes for each of a million cases.
  const secret = createSecretKey(seed)
  const prefix = `${phase}|`
  return (caseOrStage) => {
    const mac = createHmac('sha256', secret)
      .update(prefix + caseOrStage)
      .digest()
    const first52Bits = mac.readUIntBE(0, 6) * 16 + (mac.readUInt8(6) >> 4)
    return first52Bits / 2 ** 52
  }
}
