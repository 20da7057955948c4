import type { Programme } from '../../core/programme/programme.ts'
import type { RoundId } from '../../storage/ids.ts'
import { listRounds, type Round } from '../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../storage/programme/programme-version.ts'
import type { Reader } from '../../storage/transaction.ts'

export interface KnownRound {
  readonly round: Round
  readonly programme: Programme
}

/** All rounds with the programmes they are held by, by id; the newest period first. */
export async function loadRounds(reader: Reader): Promise<ReadonlyMap<RoundId, KnownRound>> {
  const rounds = new Map<RoundId, KnownRound>()
  const programmes = new Map<string, Programme>()
  for (const round of await listRounds(reader)) {
    const known = programmes.get(round.programmeVersionId)
    const programme = known ?? (await getProgrammeVersion(reader, round.programmeVersionId)).programme
    programmes.set(round.programmeVersionId, programme)
    rounds.set(round.id, { round, programme })
  }
  return rounds
}

export function getKnownRound(rounds: ReadonlyMap<RoundId, KnownRound>, id: RoundId): KnownRound {
  const found = rounds.get(id)
  if (found === undefined) throw new Error('a goal speaks of a round that is not there')
  return found
}
