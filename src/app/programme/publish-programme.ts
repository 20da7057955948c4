import { randomUUID } from 'node:crypto'
import type { ProgrammeCheck, Published } from '../../contract/programme/publish.ts'
import { compareProgrammes } from '../../core/programme/compare-programmes.ts'
import { parseProgramme } from '../../core/programme/parse-programme.ts'
import type { Programme } from '../../core/programme/programme.ts'
import { findTooLarge } from '../../core/programme/programme-size.ts'
import { isUnfit, listTexts, unfitCharacters } from '../../core/programme/unfit-characters.ts'
import { getId } from '../../storage/ids.ts'
import {
  findNewestProgramme,
  findProgrammeDigest,
  programmeDigest,
  saveProgrammeVersion,
} from '../../storage/programme/programme-version.ts'
import type { Actor, Database, Reader } from '../../storage/transaction.ts'
import { isUniqueViolation } from '../../storage/unique-violation.ts'
import { authorise } from '../frame/authorise.ts'
import type { Context } from '../frame/context.ts'
import { done, refused, type Result } from '../frame/result.ts'
import { summarise } from './summarise.ts'

export interface ProgrammeFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Whom a programme is published for, on the web or at the terminal. */
export interface Publisher {
  readonly database: Database
  readonly actor: Actor
  readonly now: Date
}

interface ReadProgramme {
  readonly programme: Programme
  readonly source: string
}

type Publishing = Result<Published, 'unusable-file' | 'programme-changed' | 'programme-older'>

export async function checkProgramme(context: Context, file: ProgrammeFile): Promise<Result<ProgrammeCheck>> {
  const granted = authorise(context, 'programme.publish')
  if (!granted.ok) return granted
  const read = readProgramme(file)
  if (!read.ok) return read
  return context.database.transaction(context.actor, async ({ reader }) =>
    done(await describeStanding(reader, read.value)),
  )
}

export async function publishProgramme(context: Context, file: ProgrammeFile): Promise<Result<Published>> {
  const granted = authorise(context, 'programme.publish')
  return granted.ok ? publishFile(context, file) : granted
}

/** Publishes the version in a file, unless that number is taken or passed. The very same file again does no harm. */
export async function publishFile(publisher: Publisher, file: ProgrammeFile): Promise<Publishing> {
  const read = readProgramme(file)
  if (!read.ok) return read
  const { programme, source } = read.value
  const { key, version } = programme
  const publish = (): Promise<Publishing> =>
    publisher.database.transaction(publisher.actor, async (tx): Promise<Publishing> => {
      const { standing } = await describeStanding(tx.reader, read.value)
      if (standing === 'same') return done({ key, version, already: true })
      if (standing === 'changed') return refused('programme-changed')
      if (standing === 'older') return refused('programme-older')
      const writer = await tx.recordChange({
        room: 'programme',
        act: 'publish-programme',
        subjectKind: 'programme',
        subjectId: key,
        detail: { version, digest: programmeDigest(source) },
      })
      await saveProgrammeVersion(writer, getId(randomUUID()), programme, source, publisher.now)
      return done({ key, version, already: false })
    })
  try {
    return await publish()
  } catch (error) {
    if (!isUniqueViolation(error, 'programme_version_municipality_id_key_version_key')) throw error
    // Somebody published that number a moment ago; now it can be compared with.
    return publish()
  }
}

export async function describeStanding(
  reader: Reader,
  { programme, source }: ReadProgramme,
): Promise<ProgrammeCheck> {
  const newest = (await findNewestProgramme(reader, programme.key))?.programme
  const digest = await findProgrammeDigest(reader, programme.key, programme.version)
  return {
    programme: summarise(programme),
    standing: standingOf(programme, newest, digest, programmeDigest(source)),
    newest:
      newest === undefined
        ? null
        : { version: newest.version, difference: compareProgrammes(newest, programme) },
  }
}

function standingOf(
  { version }: Programme,
  newest: Programme | undefined,
  digest: string | undefined,
  own: string,
): ProgrammeCheck['standing'] {
  if (digest !== undefined) return digest === own ? 'same' : 'changed'
  if (newest === undefined) return 'first'
  return version > newest.version ? 'newer' : 'older'
}

/** The programme in a file's bytes (UTF-8, with or without byte order mark), or every problem with its line. */
export function readProgramme({ name, bytes }: ProgrammeFile): Result<ReadProgramme, 'unusable-file'> {
  const tooLarge = findTooLarge(bytes.length, name)
  if (tooLarge !== undefined) return refused('unusable-file', [tooLarge])
  const source = new TextDecoder('utf-8').decode(bytes)
  const checked = parseProgramme(source, name)
  if (!checked.ok) return refused('unusable-file', checked.problems)
  const unfit = listTexts(source, name).filter(({ text }) => isUnfit(text))
  if (unfit.length > 0)
    return refused(
      'unusable-file',
      unfit.map((written) => unfitCharacters(written, name)),
    )
  return done({ programme: checked.value, source })
}
