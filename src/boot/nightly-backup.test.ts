import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupName } from '../core/backup/backups-to-keep.ts'
import type { Checked } from '../core/language/problem.ts'
import { verifiedNoteName } from '../core/backup/verified-backup.ts'
import { noteVerified } from '../storage/backup/verified-note.ts'
import { lookAtNightly } from './backup-status.ts'
import { nightlyRounds } from './nightly-backup.ts'

const hour = 3600 * 1000
/** Noon in Denmark, in winter. */
const noon = Date.UTC(2026, 0, 10, 11)

let folder: string
let told: string[]
let works: boolean
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tilsyn-nightly-'))
  told = []
  works = true
})
afterEach(() => rm(folder, { recursive: true }))

async function make(now: Date): Promise<Checked<unknown>> {
  if (!works) return { ok: false, problems: [{ code: 'no-luck', text: { da: '', en: '' } }] }
  await writeFile(join(folder, backupName(now)), '')
  return { ok: true, value: undefined }
}

function rounds(): (hours: number) => Promise<number> {
  const round = nightlyRounds({ folder, make, tell: (code) => void told.push(code) })
  return async (hours) => {
    await round(new Date(noon + hours * hour))
    return (await readdir(folder)).length
  }
}

test('makes the first backup at once and then one every night after two, however often it looks', async () => {
  const at = rounds()
  expect(await at(0)).toBe(1)
  expect(await at(1)).toBe(1)
  // 01:30 in Denmark, then 02:30.
  expect(await at(13.5)).toBe(1)
  expect(await at(14.5)).toBe(2)
  expect(await at(15.5)).toBe(2)
  expect(await at(24)).toBe(2)
  expect(told).toEqual([])
})

test('a program that starts anew knows from the folder what was made', async () => {
  await rounds()(0)
  expect(await rounds()(1)).toBe(1)
  expect(await rounds()(20)).toBe(2)
})

test('a backup that fails is told of and tried again an hour later', async () => {
  const at = rounds()
  await at(0)
  works = false
  await at(15)
  await at(15.5)
  await at(15.9)
  expect(told).toEqual(['no-luck'])
  works = true
  expect(await at(16)).toBe(2)
})

test('without a backup of the last two days it says so, once a day', async () => {
  const at = rounds()
  await at(0)
  works = false
  for (let hours = 1; hours <= 96; hours += 1) await at(hours)
  expect(told.filter((code) => code === 'backup-too-old')).toHaveLength(2)
})

test('old backups go only when a new one is there, and no other file ever', async () => {
  await writeFile(join(folder, 'notes.txt'), '')
  const at = rounds()
  for (let day = 0; day < 40; day += 1) await at(day * 24 + 15)
  const kept = await readdir(folder)
  // Two weeks of nights, the first of two months that are not among them, and the note.
  expect(kept).toHaveLength(14 + 2 + 1)
  expect(kept).toContain('notes.txt')
  works = false
  for (let day = 40; day < 60; day += 1) await at(day * 24 + 15)
  expect((await readdir(folder)).toSorted()).toEqual(kept.toSorted())
})

test('a server that makes backups tells of the newest, and alarms where it is old, none or out of reach', async () => {
  const look = (hours: number, to = folder) =>
    lookAtNightly({ TILSYN_BACKUP_TO: to }, new Date(noon + hours * hour))
  expect(await look(0)).toMatchObject({ newest: undefined, alarming: true })
  await make(new Date(noon))
  expect(await look(47)).toMatchObject({ newest: new Date(noon), alarming: false })
  expect(await look(49)).toMatchObject({ newest: new Date(noon), alarming: true })
  expect(await look(0, join(folder, 'gone'))).toEqual({
    newest: undefined,
    alarming: true,
    verified: undefined,
    verifyDue: false,
  })
})

test('that no backup of 35 days was verified is told once a day, counted from when the verified one was made', async () => {
  const at = rounds()
  const due = async (days: number): Promise<boolean> => {
    await at(days * 24)
    const { verifyDue } = await lookAtNightly({ TILSYN_BACKUP_TO: folder }, new Date(noon + days * 24 * hour))
    return verifyDue
  }
  expect([await due(0), await due(35), told]).toEqual([false, false, []])
  expect([await due(36), told]).toEqual([true, ['backup-not-verified']])
  expect([await due(36.5), told.length, await due(37), told.length]).toEqual([true, 1, true, 2])
  const made = new Date(noon + 30 * 24 * hour)
  const verifiedAt = new Date(noon + 38 * 24 * hour)
  expect(await noteVerified(join(folder, backupName(made)), made, verifiedAt)).toBeUndefined()
  expect([await due(38), await due(65), await due(66)]).toEqual([false, false, true])
})

test('a note of an older backup does not stand in for a newer one, and one that cannot be read counts for nothing', async () => {
  const day = (number: number) => new Date(noon + number * 24 * hour)
  const note = (made: number, now: number) => noteVerified(join(folder, 'any.age'), day(made), day(now))
  const found = async (now: number) => (await lookAtNightly({ TILSYN_BACKUP_TO: folder }, day(now))).verified
  await note(10, 11)
  await note(3, 12)
  expect(await found(12)).toEqual(day(10))
  // Written by a clock that ran ahead.
  expect(await found(9)).toBeUndefined()
  await writeFile(join(folder, verifiedNoteName), '{"format":')
  expect(await found(12)).toBeUndefined()
})
