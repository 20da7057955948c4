import { getId, type ReviewId } from '../../storage/ids.ts'

/** The id in an address whose form the contract has checked. */
export function reviewIdOf(text: string): ReviewId {
  return getId<ReviewId>(text)
}
