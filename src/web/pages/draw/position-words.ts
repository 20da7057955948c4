import type { Round } from '../../../contract/draw/rounds.ts'
import type { drawKinds } from '../../texts/da/draw-kinds.ts'
import type { rounds } from '../../texts/da/rounds.ts'
import type { RoundStanding } from './round-standing.ts'

type Counts = Pick<Round, 'drawn' | 'submitted' | 'writtenOff'>

/** The round page's first line: where is the audit? `closedOn` is the day in words. */
export function positionWords(
  round: Counts,
  { next }: Pick<RoundStanding, 'next'>,
  closedOn: string,
  texts: typeof rounds,
  kinds: typeof drawKinds,
): string {
  return [reviewWords(round, texts), actWords(next, closedOn, texts, kinds)]
    .filter((part) => part !== '')
    .join('. ')
}

/** `502 af 588 gennemgange er indsendt`, without a full stop. */
export function reviewWords({ drawn, submitted, writtenOff }: Counts, texts: typeof rounds): string {
  // What was written off was drawn too: without it a round that was mostly dropped would read as done.
  if (writtenOff > 0)
    return submitted === drawn
      ? texts.restWrittenOff(submitted, writtenOff)
      : `${texts.submittedOf(submitted, drawn + writtenOff)}, ${texts.writtenOffCount(writtenOff)}`
  if (drawn === 0) return texts.position.nothingDrawn.replace(/\.$/, '')
  return submitted === drawn ? texts.allSubmitted(drawn) : texts.submittedOf(submitted, drawn)
}

function actWords(
  next: RoundStanding['next'],
  closedOn: string,
  { position }: typeof rounds,
  kinds: typeof drawKinds,
): string {
  switch (next.kind) {
    case 'freeze':
      return kinds[next.level.kind].round.toFreeze(next.level.level)
    case 'draw':
      return kinds[next.level.kind].round.frozen(next.level.level)
    case 'review':
      return ''
    case 'close':
      return position.readyToClose
    case 'closed':
      return position.closed(closedOn)
  }
  return next satisfies never
}
