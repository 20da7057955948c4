import type { FigurePlace } from '../../../contract/report/figures.ts'
import type { Immutable } from '../../../contract/frame/route.ts'
import type { LocalText } from '../../../core/language/language.ts'
import { explainFigure } from '../../../core/report/explain-figure.ts'
import { findRound } from '../../../storage/draw/round.ts'
import { getProgrammeVersion } from '../../../storage/programme/programme-version.ts'
import { listReleases, type ReportRelease } from '../../../storage/report/release.ts'
import { listReleasedFigures, type ReleasedFigure } from '../../../storage/report/released-figure.ts'
import type { Reader } from '../../../storage/transaction.ts'
import { authorise } from '../../frame/authorise.ts'
import type { Context } from '../../frame/context.ts'
import { done, type Result } from '../../frame/result.ts'
import { isFor } from '../releases/release-files.ts'

/** Reports that are looked in, the newest first: each is a file that the database reads. */
const mostReleases = 40
const mostMatches = 60

interface FoundFigure {
  readonly places: readonly Immutable<FigurePlace>[]
  readonly matches: readonly {
    readonly id: string
    readonly label: LocalText
    readonly printed: LocalText
    readonly number: string
  }[]
}

/** A figure in every released report that this person may read, as the report's own file has it. */
export async function findFigure(context: Context, wanted: string): Promise<Result<FoundFigure>> {
  const granted = authorise(context, 'released.read')
  if (!granted.ok) return granted
  // As people type it from paper or copy it out of an address.
  const id = wanted
    .trim()
    .replace(/^\{|\}$/gu, '')
    .replaceAll('...', '…')
  const isPart = id.includes('…') || id.endsWith('/')
  return context.database.transaction(context.actor, async (tx) => {
    const readable = (await listReleases(tx.reader))
      .filter((release) => release.state === 'released' && isFor(context, release))
      .toSorted((a, b) => (b.releasedAt?.getTime() ?? 0) - (a.releasedAt?.getTime() ?? 0))
      .slice(0, mostReleases)
    const figures = await listReleasedFigures(
      tx.reader,
      readable.map(({ id: release }) => release),
      isPart ? patternOf(id) : literally(id),
    )
    const found = readable.flatMap((release) => figuresIn(release, figures))
    if (isPart) return done({ places: [], matches: toMatches(found) })
    const internal = found.find(({ release }) => release.edition === 'internal')
    // What everybody may read leaves no trace.
    if (internal !== undefined)
      await tx.recordAccess({
        act: 'look-up-figure',
        subjectKind: 'report-release',
        subjectId: internal.release.id,
        detail: { figure: id },
      })
    const places = []
    for (const one of found) places.push(await toPlace(context, tx.reader, one))
    return done({ places, matches: [] })
  })
}

interface Found {
  readonly release: ReportRelease
  readonly danish: ReleasedFigure
  readonly english: ReleasedFigure
}

/** Each figure once, with the words of both languages where the release has both. */
function figuresIn(release: ReportRelease, figures: readonly ReleasedFigure[]): readonly Found[] {
  const own = figures.filter((figure) => figure.release === release.id)
  return [...Map.groupBy(own, ({ id }) => id).values()].flatMap((same) => {
    const danish = same.find(({ language }) => language === 'da') ?? same[0]
    const english = same.find(({ language }) => language === 'en') ?? danish
    return danish === undefined || english === undefined ? [] : [{ release, danish, english }]
  })
}

async function toPlace(
  context: Context,
  reader: Reader,
  { release, danish, english }: Found,
): Promise<Immutable<FigurePlace>> {
  const round = await findRound(reader, release.round)
  if (round === undefined) throw new Error('a report of no round')
  const { programme } = await getProgrammeVersion(reader, round.programmeVersionId)
  const { what, how, cases, parts } = explainFigure(danish.id, programme)
  const { number, title, template, edition, releasedAt, corrects } = release
  if (number === null || releasedAt === null) throw new Error('released without a number')
  const { lower, upper, numerator, denominator, notApplicable, withheld, query } = danish
  const mayOpen = authorise(context, 'draw.read').ok
  return {
    number,
    title,
    template,
    edition,
    releasedAt: releasedAt.toISOString(),
    corrects: corrects?.number ?? null,
    release: authorise(context, 'release.read').ok ? release.id : null,
    round: { key: round.key, title: { da: round.titleDa, en: round.titleEn } },
    programme: { title: programme.title, version: programme.version },
    what,
    how,
    parts,
    opens: cases === null ? 'no-cases' : mayOpen ? 'cases' : 'not-permitted',
    section: {
      da: `${danish.section} ${danish.sectionTitle}`,
      en: `${english.section} ${english.sectionTitle}`,
    },
    in: danish.place,
    inNumber: danish.placeNumber,
    label: { da: danish.label, en: english.label },
    printed: { da: danish.printed, en: english.printed },
    numerator,
    denominator,
    notApplicable,
    interval: lower === null || upper === null ? null : [lower, upper],
    withheld,
    query,
  }
}

/** The newest release of each. */
function toMatches(found: readonly Found[]): FoundFigure['matches'] {
  return [...Map.groupBy(found, ({ danish }) => danish.id).entries()]
    .slice(0, mostMatches)
    .flatMap(([id, [newest]]) =>
      newest === undefined
        ? []
        : [
            {
              id,
              label: { da: newest.danish.label, en: newest.english.label },
              printed: { da: newest.danish.printed, en: newest.english.printed },
              number: newest.release.number ?? '',
            },
          ],
    )
}

function literally(text: string): string {
  return text.replaceAll(/[\\%_]/gu, String.raw`\$&`)
}

/** The annex of sources prints `…` for what changes from row to row, and ends with a stroke before the words. */
function patternOf(id: string): string {
  const pattern = id.split('…').map(literally).join('%')
  return id.endsWith('/') ? `${pattern}%` : pattern
}
