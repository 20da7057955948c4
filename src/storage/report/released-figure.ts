import { sql } from 'kysely'
import type { Language } from '../../core/language/language.ts'
import type { ReportReleaseId } from '../ids.ts'
import type { Reader } from '../transaction.ts'

/** A figure as a released report's open data have it: what the edition prints, and no more. */
export interface ReleasedFigure {
  readonly release: ReportReleaseId
  readonly language: Language
  readonly id: string
  readonly section: string
  readonly sectionTitle: string
  readonly place: 'table' | 'chart' | 'text'
  readonly placeNumber: number | null
  readonly label: string
  readonly printed: string
  readonly numerator: number | null
  readonly denominator: number | null
  readonly notApplicable: number | null
  readonly lower: number | null
  readonly upper: number | null
  readonly withheld: boolean
  readonly query: string
}

/** More are of no use to a reader who is looking for one. */
const mostFigures = 2000

/**
 * The figures of these releases whose id is like the pattern (of SQL's LIKE), in the order of each report. Read from the
 * files that were kept at the release, in the database: a file holds thousands of figures.
 */
export async function listReleasedFigures(
  reader: Reader,
  releases: readonly ReportReleaseId[],
  pattern: string,
): Promise<readonly ReleasedFigure[]> {
  const { rows } = await sql<ReleasedFigure>`
    select f.release_id as release, f.language, e.figure->>'id' as id, e.figure->>'section' as section,
      e.figure->>'sectionTitle' as "sectionTitle", e.figure->>'place' as place,
      (e.figure->>'placeNumber')::int as "placeNumber", e.figure->>'label' as label, e.figure->>'printed' as printed,
      (e.figure->>'numerator')::float8 as numerator, (e.figure->>'denominator')::float8 as denominator,
      (e.figure->>'notApplicable')::float8 as "notApplicable", (e.figure->>'lower')::float8 as lower,
      (e.figure->>'upper')::float8 as upper, (e.figure->>'withheld')::boolean as withheld, e.figure->>'query' as query
    from report_release_file f
    cross join lateral jsonb_array_elements(convert_from(f.bytes, 'UTF8')::jsonb -> 'figures')
      with ordinality as e(figure, at)
    where f.format = 'json' and f.release_id = any(${releases}::uuid[]) and e.figure->>'id' like ${pattern}
    order by f.release_id, f.language, e.at
    limit ${mostFigures}`.execute(reader.db)
  return rows
}
