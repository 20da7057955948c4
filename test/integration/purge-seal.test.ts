import { afterAll, beforeAll, expect, test } from 'vitest'
import { purgeAsOwner } from '../../src/boot/purge.ts'
import { approvePurge } from '../support/approved-purge.ts'
import { ownerUrlOf, serverClaimKey } from '../support/backups.ts'
import { behindTheBack, createSealedLogs, type SealedLogs } from '../support/sealed-logs.ts'
import { addPerson, addUnit } from '../support/server.ts'

let logs: SealedLogs
const today = '2099-01-01'

beforeAll(async () => {
  logs = await createSealedLogs()
  const { held } = logs
  const { municipalityId, actor } = held.first
  const north = await addUnit(held.database, municipalityId, 'Nord')
  await held.database.transaction(actor, async (tx) => {
    const { db } = await tx.recordChange({
      room: 'registry',
      act: 'seed',
      subjectKind: 'case',
      subjectId: 'S-1',
    })
    const stage = { stage: 'underretning', caseworker: 'XX', unit_id: north, batch_id: null }
    await db
      .insertInto('case_stage')
      .values([{ ...stage, case_id: 'S-1', started: '2010-01-01', completed: '2010-02-01' }])
      .execute()
    await tx.recordAccess({ act: 'open-case', subjectKind: 'case', subjectId: 'S-1' })
    await tx.recordAccess({ act: 'show-cases', subjectKind: 'list', detail: { cases: ['S-1', 'S-2'] } })
    await tx.recordAccess({ act: 'search', subjectKind: 'list', detail: { case: 'S-1' } })
  })
}, 120_000)
afterAll(() => logs.close())

test('log entries that an erased case was taken out of still verify, and an edit of one still shows', async () => {
  const { held } = logs
  const sealer = await logs.newSealer()
  await sealer.round()
  const second = await addPerson(held.database, held.first.municipalityId, {
    userName: 'to',
    role: 'staff-lawyer',
  })
  await approvePurge(held.database, { ...held.first.actor, personId: held.first.personId }, second, {
    cases: ['S-1'],
    today,
  })
  await sealer.round()
  const done = await purgeAsOwner(
    { ownerUrl: await ownerUrlOf(held.superPool), claimKey: serverClaimKey() },
    { today, progress: () => undefined, purged: () => undefined },
  )
  expect(done.ok).toBe(true)
  const quoting = await held.superPool.query(
    `select from access_entry where subject_id = 'S-1' or detail::text like '%"S-1"%'
     union all select from change_entry where subject_id = 'S-1' or detail::text like '%"S-1"%'`,
  )
  expect(quoting.rowCount).toBe(0)
  const shown = await held.superPool.query(
    `select detail from access_entry where act = 'show-cases' and detail ? 'cases'`,
  )
  expect(shown.rows).toContainEqual({ detail: { cases: ['S-2'] } })
  for (const sealedAgain of [false, true]) {
    if (sealedAgain) await sealer.round()
    const report = await logs.verify(held.first)
    expect(report.findings.kept).toEqual([])
    expect(report.redacted).toBe(4)
  }
  await behindTheBack(
    held.superPool,
    `update access_entry set detail = '{"cases": ["S-3"]}' where act = 'show-cases'`,
  )
  expect((await logs.verify(held.first)).findings.kept).toMatchObject([{ kind: 'entry-edited' }])
}, 120_000)
