import { getId, type AgreementId, type WalkThroughId } from '../../../storage/ids.ts'

/** The id in an address whose form the contract has checked. */
export function walkThroughIdOf(text: string): WalkThroughId {
  return getId<WalkThroughId>(text)
}

export function agreementIdOf(text: string): AgreementId {
  return getId<AgreementId>(text)
}
