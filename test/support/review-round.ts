import { createHash, randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { parseProgramme } from '../../src/core/programme/parse-programme.ts'
import type { Programme } from '../../src/core/programme/programme.ts'
import { getId } from '../../src/storage/ids.ts'
import type {
  CaseStageId,
  DrawId,
  PersonId,
  ProgrammeVersionId,
  ReviewId,
  RoundId,
  UnitId,
} from '../../src/storage/ids.ts'
import { saveReviews } from '../../src/storage/review/assignment.ts'
import { saveReviewEvents } from '../../src/storage/review/review-event.ts'
import { saveProgrammeVersion } from '../../src/storage/programme/programme-version.ts'
import { toJson } from '../../src/storage/tables/column.ts'
import type { Actor, Database, Writer } from '../../src/storage/transaction.ts'

export interface ReviewRound {
  readonly id: RoundId
  readonly programme: Programme
  readonly programmeVersionId: ProgrammeVersionId
  readonly unit: UnitId
  readonly draws: ReadonlyMap<number, DrawId>
}

const content = {
  unit: 'Nord',
  caseworker: 'SB1',
  started: '2023-10-02',
  completed: '2023-12-29',
  attributes: { alder: '7' },
}

/** An open round of `source` (the programme of the demo unless told) with its levels drawn, and no case in them yet. */
export async function createReviewRound(
  database: Database,
  actor: Actor,
  by: PersonId,
  unit: UnitId,
  key = '2023q4',
  source?: string,
  levels: readonly number[] = [1, 2],
): Promise<ReviewRound> {
  const file = new URL('../../programmes/bbu-2017.yaml', import.meta.url)
  const text = source ?? (await readFile(file, 'utf8'))
  const checked = parseProgramme(text, 'programme.yaml')
  if (!checked.ok) throw new Error(checked.problems[0]?.text.en)
  const programme = checked.value
  const id = getId<RoundId>(randomUUID())
  const programmeVersionId = getId<ProgrammeVersionId>(randomUUID())
  const draws = new Map<number, DrawId>()
  await database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'draw', act: 'open-round', subjectKind: 'round' })
    await saveProgrammeVersion(writer, programmeVersionId, programme, text, new Date())
    await writer.db
      .insertInto('round')
      .values({
        id,
        key,
        title_da: 'Runde',
        title_en: 'Round',
        programme_version_id: programmeVersionId,
        period_from: '2023-10-01',
        period_to: '2023-12-31',
        baseline_round_id: null,
        state: 'open',
        opened_by: by,
        opened_at: new Date(),
        closed_at: null,
      })
      .execute()
    for (const level of levels) draws.set(level, await addDraw(writer, id, key, level, draws.get(level - 1)))
  })
  return { id, programme, programmeVersionId, unit, draws }
}

async function addDraw(
  writer: Writer,
  round: RoundId,
  key: string,
  level: number,
  below: DrawId | undefined,
): Promise<DrawId> {
  const id = getId<DrawId>(randomUUID())
  await writer.db
    .insertInto('draw')
    .values({
      id,
      round_id: round,
      level,
      phase: `${key}/${level}`,
      algorithm: 'hmac-sha256-52',
      frame_digest: 'a'.repeat(64),
      seed_digest: createHash('sha256').update('seed').digest('hex'),
      seed: Buffer.from('seed'),
      selection: toJson({ kind: 'census' } as const),
      eligibility: toJson([]),
      from_draw_id: below ?? null,
      from_cases: below === undefined ? null : toJson([]),
      committed_by: null,
      committed_at: daysAgo(4),
      drawn_at: daysAgo(3),
      seed_published_at: null,
    })
    .execute()
  await writer.db
    .insertInto('draw_stratum')
    .values({ draw_id: id, stratum: 'Nord', eligible: 10, wanted: 10, drawn: 10 })
    .execute()
  return id
}

function daysAgo(days: number): Date {
  return new Date(Date.now() - days * 86_400_000)
}

export interface NewCase {
  readonly caseId: string
  readonly stage?: string
  /** Somebody of the system who took part. */
  readonly participant?: PersonId
  /** Who reviews it, by level; null: nobody yet. */
  readonly reviewers: Readonly<Record<number, readonly [PersonId, PersonId?] | null>>
  /** Whether they have said already that they can judge it independently. */
  readonly declared?: boolean
}

/** A case stage drawn at the levels named, with a review at each. */
export async function addReviewedCase(
  database: Database,
  actor: Actor,
  round: ReviewRound,
  { caseId, stage = 'underretning', participant, reviewers, declared = true }: NewCase,
): Promise<{ readonly caseStage: CaseStageId; readonly review: (level: number) => ReviewId }> {
  const caseStage = getId<CaseStageId>(randomUUID())
  const reviews = new Map<number, ReviewId>()
  await database.transaction(actor, async (tx) => {
    const writer = await tx.recordChange({ room: 'draw', act: 'draw', subjectKind: 'draw' })
    const { started, completed, caseworker } = content
    await writer.db
      .insertInto('case_stage')
      .values({
        id: caseStage,
        case_id: caseId,
        stage,
        unit_id: round.unit,
        caseworker,
        child_id: null,
        started,
        completed,
        batch_id: null,
        changed_at: null,
      })
      .execute()
    await writer.db
      .insertInto('case_stage_participant')
      .values({ case_stage_id: caseStage, caseworker, part: 'responsible', person_id: participant ?? null })
      .execute()
    for (const [level, given] of Object.entries(reviewers)) {
      const draw = round.draws.get(Number(level))
      if (draw === undefined) throw new Error(`level ${level} is not drawn`)
      await writer.db
        .insertInto('draw_case')
        .values({
          draw_id: draw,
          case_stage_id: caseStage,
          case_id: caseId,
          stage,
          stratum: 'Nord',
          content: toJson(content),
          unit_id: round.unit,
          key: 0.5,
          ord: 1,
          status: 'drawn',
          reason: null,
          replaced_by: null,
          replaced_at: null,
        })
        .execute()
      const id = getId<ReviewId>(randomUUID())
      reviews.set(Number(level), id)
      await saveReviews(tx, writer, { round: round.id, level: Number(level), draw }, [
        {
          id,
          caseStageId: caseStage,
          unitId: round.unit,
          assignedTo: given?.[0] ?? null,
          assignedWith: given?.[1] ?? null,
          apart: round.programme.levels.find((each) => each.level === Number(level))?.apart === true,
        },
      ])
      if (declared)
        await saveReviewEvents(
          writer,
          (given ?? []).flatMap((by) =>
            by === undefined ? [] : [{ review: id, by, kind: 'declared' as const }],
          ),
        )
    }
  })
  return {
    caseStage,
    review: (level) => {
      const id = reviews.get(level)
      if (id === undefined) throw new Error(`no review at level ${level}`)
      return id
    },
  }
}
