import type { ReportFormat } from '../../../contract/report/report.ts'
import type { ReleasedReport } from '../../../contract/report/releases.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import type { Language } from '../../../core/language/language.ts'
import { findStaffMember } from '../../../storage/access/staff-member.ts'
import { findId, type MunicipalityId } from '../../../storage/ids.ts'
import {
  findReleaseFile,
  listReleaseFiles,
  listReleases,
  type ReportRelease,
} from '../../../storage/report/release.ts'
import type { PublicRelease } from '../../../storage/transaction.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context, OpenContext } from '../../frame/context.ts'
import { done, refused, type Result } from '../../frame/result.ts'
import { busy, type ReportRoom } from '../make-report.ts'
import { composeRelease } from './compose-release.ts'
import { asDraft, thawReport } from './freeze-report.ts'
import { openRelease } from './read-releases.ts'

interface WantedFile {
  readonly lang: Language
  readonly format: ReportFormat
}
type FileResult = Result<{ readonly name: string; readonly bytes: Uint8Array }>

/** A report on its way as a file that says on every page that it is not released, or the very file that was released. */
export async function downloadRelease(
  context: Context,
  room: ReportRoom,
  wanted: string,
  { lang, format }: WantedFile,
): Promise<FileResult> {
  const opened = await openRelease(context, wanted)
  if (!opened.ok) return opened
  const { release, content } = opened.value
  if (release.state === 'released') return keptFile(context, release, { lang, format }, 'download-release')
  if (release.state === 'dropped') return refused('not-found')
  let report
  if (content.model !== null && release.digest !== null) report = thawReport(content.model, release.digest)
  else {
    const composed = await composeRelease(context, room, release, content, 'download-report-draft')
    if (!composed.ok) return composed
    report = composed.value.edited
  }
  const bytes = await room.press.renderComposed({
    report: asDraft(report),
    language: lang,
    format,
    createdAt: context.now,
  })
  if (bytes === 'too-busy') return busy
  return done({
    name: fileName(`${lang === 'da' ? 'udkast' : 'draft'}-${release.round}`, lang, format),
    bytes,
  })
}

/** What of the released is for this person: public editions for all, the ombudsman's for the ombudsman, the rest for those who read reports. */
export function isFor(context: Context, { edition, template }: ReportRelease): boolean {
  return (
    edition === 'public' ||
    authorise(context, 'release.read').ok ||
    (template === 'ombudsman' && authorise(context, 'released.ombudsman').ok)
  )
}

export async function listReleased(
  context: Context,
): Promise<
  Result<{ readonly municipality: string; readonly releases: readonly Immutable<ReleasedReport>[] }>
> {
  const granted = authorise(context, 'released.read')
  if (!granted.ok) return granted
  return context.database.transaction(context.actor, async ({ reader }) => {
    const own = (await listReleases(reader))
      .filter(({ state }) => state === 'released')
      .filter((release) => isFor(context, release))
    const releases = []
    for (const release of own) {
      const { id, number, title, template, edition, releasedAt, digest, corrects, correction } = release
      if (number === null || releasedAt === null || digest === null)
        throw new Error('released without a number')
      releases.push({
        number,
        title,
        template,
        edition,
        releasedAt: releasedAt.toISOString(),
        digest: digest.toString('hex'),
        corrects: corrects?.number ?? null,
        correction,
        files: await listReleaseFiles(reader, id),
      })
    }
    const member = await findStaffMember(reader, context.actor.personId)
    return done({ municipality: member?.municipality.name ?? '', releases })
  })
}

export async function downloadReleased(
  context: Context,
  number: string,
  wanted: WantedFile,
): Promise<FileResult> {
  const granted = authorise(context, 'released.read')
  if (!granted.ok) return granted
  const [release] = await context.database.transaction(context.actor, ({ reader }) =>
    listReleases(reader, { number }),
  )
  if (release === undefined || !isFor(context, release)) return refused('not-found')
  return keptFile(context, release, wanted, 'download-released')
}

async function keptFile(
  context: Context,
  { id, number }: ReportRelease,
  { lang, format }: WantedFile,
  act: string,
): Promise<FileResult> {
  return context.database.transaction(context.actor, async (tx): Promise<FileResult> => {
    const reader = await tx.recordAccess({
      act,
      subjectKind: 'report-release',
      subjectId: id,
      detail: { format, lang },
    })
    const bytes = await findReleaseFile(reader, id, { language: lang, format })
    return bytes === undefined || number === null
      ? refused('not-found')
      : done({ name: fileName(reportName(lang, number), lang, format), bytes })
  })
}

/** What a municipality has released for everybody; nobody need be signed in. */
export async function listPublicReleases(
  { database }: OpenContext,
  wanted: string,
): Promise<
  Result<{
    readonly municipality: string
    readonly demo: boolean
    readonly releases: readonly Immutable<ReleasedReport>[]
  }>
> {
  const id = findId<MunicipalityId>(wanted)
  const municipality = (await database.beforeSignIn.listMunicipalities()).find(
    ({ municipalityId }) => municipalityId === id,
  )
  if (municipality === undefined) return refused('not-found')
  const { municipalityId, name, demo } = municipality
  const releases = await database.beforeSignIn.listPublicReleases(municipalityId)
  return done({ municipality: name, demo, releases: releases.map(toReleased) })
}

function toReleased({
  releasedAt,
  digest,
  languages: _languages,
  ...release
}: PublicRelease): Immutable<ReleasedReport> {
  return {
    ...release,
    edition: 'public',
    releasedAt: releasedAt.toISOString(),
    digest: Buffer.from(digest).toString('hex'),
  }
}

export async function downloadPublicRelease(
  { database }: OpenContext,
  wanted: string,
  number: string,
  { lang, format }: WantedFile,
): Promise<FileResult> {
  const id = findId<MunicipalityId>(wanted)
  if (id === undefined) return refused('not-found')
  const bytes = await database.beforeSignIn.findPublicFile(id, { number, language: lang, format })
  return bytes === undefined
    ? refused('not-found')
    : done({ name: fileName(reportName(lang, number), lang, format), bytes })
}

function reportName(lang: Language, number: string): string {
  return `${lang === 'da' ? 'rapport' : 'report'}-${number}`
}

function fileName(start: string, lang: Language, format: ReportFormat): string {
  return `${start}-${lang}.${format}`
}
