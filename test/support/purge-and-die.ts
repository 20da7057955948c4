// Carries out approved purges in a process of its own, to be killed in the middle. Reads { ownerUrl, claimKey, today } as JSON
// on its input, says in one line that it has begun and in another how it ended.
import { text } from 'node:stream/consumers'
import { purgeAsOwner } from '../../src/boot/purge.ts'
import { findClaimKey } from '../../src/storage/claim.ts'

// The test writes it.
const given = JSON.parse(await text(process.stdin)) as { ownerUrl: string; claimKey: string; today: string }
const claimKey = findClaimKey(given.claimKey)
if (claimKey === undefined) throw new Error('no claim key')
process.stdout.write('begun\n')
const done = await purgeAsOwner(
  { ownerUrl: given.ownerUrl, claimKey },
  { today: given.today, progress: () => undefined, purged: () => undefined },
)
process.stdout.write(done.ok ? 'done\n' : `${done.problems[0]?.code}\n`)
