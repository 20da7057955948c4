// Backs a test's database up, or restores a backup, in a process of its own, to be killed in the middle. Reads what to do
// as JSON on its input, says in one line that it has begun and in another that it is done.
import { text } from 'node:stream/consumers'
import { readKeyFile } from '../../src/storage/backup/backup-key.ts'
import { restoreBackup } from '../../src/storage/backup/restore-backup.ts'
import { writeBackup } from '../../src/storage/backup/write-backup.ts'
import { findClaimKey } from '../../src/storage/claim.ts'
import { listMigrations } from '../../src/storage/migrator.ts'

// The test writes it.
const given = JSON.parse(await text(process.stdin)) as {
  act: 'backup' | 'restore'
  ownerUrl: string
  claimKey: string
  keyFile: string
  file: string
}
const { ownerUrl, file } = given
const claimKey = findClaimKey(given.claimKey)
const key = await readKeyFile(given.keyFile)
if (claimKey === undefined || !key.ok) throw new Error('no keys')
process.stdout.write('begun\n')
const done =
  given.act === 'backup'
    ? await writeBackup(
        { ownerUrl, claimKey, personalKeyCheck: null, program: 'test', publicKeys: new Map() },
        key.value,
        file,
        new Date(),
      )
    : await restoreBackup(
        { ownerUrl, claimKey, personalKeyCheck: null, migrations: await listMigrations() },
        file,
        key.value,
        () => undefined,
      )
process.stdout.write(done.ok ? 'done\n' : `${done.problems[0]?.code}\n`)
