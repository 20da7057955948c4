import type { FourBoxLines } from '../../core/learning/four-box.ts'
import type { FourBoxId, GoalId, PersonId, RoundId, UnitId, VisitId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { PersonalReader, Writer } from '../transaction.ts'

export interface FourBoxProposal {
  readonly id: FourBoxId
  readonly unit: UnitId
  readonly roundDa: string | null
  readonly roundEn: string | null
  readonly visit: VisitId | null
  readonly visitDay: string | null
  readonly title: string
  readonly lines: FourBoxLines
  readonly version: number
  readonly author: PersonId | null
  readonly authorRole: string
  readonly writtenAt: Date
  readonly sharedAt: Date | null
  readonly withdrawnAt: Date | null
}

function selectProposals(reader: PersonalReader, unit: UnitId) {
  return reader.db
    .selectFrom('four_box as f')
    .leftJoin('round as r', 'r.id', 'f.round_id')
    .leftJoin('learning_visit as v', 'v.id', 'f.visit_id')
    .select([
      'f.id',
      'f.unit_id as unit',
      'r.title_da as roundDa',
      'r.title_en as roundEn',
      'f.visit_id as visit',
      'v.held_on as visitDay',
      'f.title',
      'f.lines',
      'f.version',
      'f.author_id as author',
      'f.author_role as authorRole',
      'f.written_at as writtenAt',
      'f.shared_at as sharedAt',
      'f.withdrawn_at as withdrawnAt',
    ])
    .where('f.unit_id', '=', unit)
}

/** What a unit's people shared, and the person's own drafts; the newest first. */
export async function listFourBoxes(
  reader: PersonalReader,
  unit: UnitId,
  person: PersonId,
): Promise<readonly FourBoxProposal[]> {
  return selectProposals(reader, unit)
    .where('f.withdrawn_at', 'is', null)
    .where((where) => where.or([where('f.shared_at', 'is not', null), where('f.author_id', '=', person)]))
    .orderBy('f.written_at', 'desc')
    .orderBy('f.id')
    .limit(200)
    .execute()
}

export async function findFourBox(
  reader: PersonalReader,
  unit: UnitId,
  id: FourBoxId,
): Promise<FourBoxProposal | undefined> {
  return selectProposals(reader, unit).where('f.id', '=', id).executeTakeFirst()
}

export interface GrownGoal {
  readonly id: GoalId
  readonly proposal: FourBoxId
  readonly target: number
  readonly setAt: Date
}

/** The goals that grew from a unit's proposals and were not given up, the oldest first. */
export async function listGrownGoals(reader: PersonalReader, unit: UnitId): Promise<readonly GrownGoal[]> {
  return reader.db
    .selectFrom('goal')
    .select(['id', 'four_box_id as proposal', 'target_percent as target', 'set_at as setAt'])
    .where('unit_id', '=', unit)
    .where('four_box_id', 'is not', null)
    .$narrowType<{ proposal: FourBoxId }>()
    .where('withdrawn_at', 'is', null)
    .orderBy('set_at')
    .orderBy('id')
    .limit(500)
    .execute()
}

export async function insertFourBox(
  writer: Writer,
  proposal: {
    readonly id: FourBoxId
    readonly unit: UnitId
    readonly round: RoundId | null
    readonly visit: VisitId | null
    readonly title: string
    readonly lines: FourBoxLines
    readonly author: PersonId | null
    readonly authorRole: string
    readonly at: Date
    readonly sharedAt: Date | null
  },
): Promise<void> {
  await writer.db
    .insertInto('four_box')
    .values({
      id: proposal.id,
      unit_id: proposal.unit,
      round_id: proposal.round,
      visit_id: proposal.visit,
      title: proposal.title,
      lines: toJson(proposal.lines),
      author_id: proposal.author,
      author_role: proposal.authorRole,
      written_at: proposal.at,
      shared_at: proposal.sharedAt,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute()
}

/** The new version; undefined when another write came after what the writer saw. */
export async function saveFourBox(
  writer: Writer,
  id: FourBoxId,
  { title, lines }: { readonly title: string; readonly lines: FourBoxLines },
  seen: number,
): Promise<number | undefined> {
  const row = await writer.db
    .updateTable('four_box')
    .set(({ eb }) => ({ title, lines: toJson(lines), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', seen)
    .where('withdrawn_at', 'is', null)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export async function shareFourBox(writer: Writer, id: FourBoxId, at: Date): Promise<void> {
  await writer.db
    .updateTable('four_box')
    .set({ shared_at: at })
    .where('id', '=', id)
    .where('shared_at', 'is', null)
    .execute()
}

export async function withdrawFourBox(
  writer: Writer,
  id: FourBoxId,
  { by, at }: { readonly by: PersonId; readonly at: Date },
): Promise<void> {
  await writer.db
    .updateTable('four_box')
    .set({ withdrawn_at: at, withdrawn_by: by })
    .where('id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute()
}
