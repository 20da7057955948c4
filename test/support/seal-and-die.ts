// Seals a test's database in a process of its own without a pause between rounds, until it is killed. Reads
// { url, claimKey, folder } as JSON on its input and says in one line that it has begun.
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Sealer } from '../../src/app/access/seal/sealer.ts'
import { openHeadsFolder } from '../../src/storage/access/seal/heads-folder.ts'
import { findClaimKey } from '../../src/storage/claim.ts'
import { openDatabase } from '../../src/storage/database.ts'
import { createPool } from '../../src/storage/pool.ts'
import { getKey } from './sealed-logs.ts'

// The test writes it.
const given = JSON.parse(await text(process.stdin)) as { url: string; claimKey: string; folder: string }
const claimKey = findClaimKey(given.claimKey)
if (claimKey === undefined) throw new Error('no claim key')
const key = await getKey(join(given.folder, 'key.pem'))
const sealer = new Sealer({
  database: openDatabase({ pool: createPool(given.url, 2, () => undefined), claimKey, now: Date.now }),
  signer: key,
  places: [await openHeadsFolder(given.folder, key)],
  failed: (error) => {
    throw error
  },
})
process.stdout.write('sealing\n')
for (;;) await sealer.round()
