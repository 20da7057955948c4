import type { DrawId, PersonId } from '../storage/ids.ts'
import { toJson } from '../storage/tables/column.ts'
import type { Transaction, Writer } from '../storage/transaction.ts'
import type { DemoCaseStage } from './casework.ts'
import { demoId } from './chance.ts'
import { officeHour } from './days.ts'
import type { DemoLevel, DemoRound } from './rounds.ts'

export const drawIdOf = (phase: string): DrawId => demoId(`draw ${phase}`)

/** One level's draw with its whole frozen frame: what was drawn, what was replaced, and the reserve in order. */
export async function writeDraw(
  tx: Transaction,
  writer: Writer,
  round: DemoRound,
  { draw, frame, seed, drawnOn }: DemoLevel,
  work: ReadonlyMap<string, DemoCaseStage>,
  by: PersonId,
): Promise<void> {
  const id = drawIdOf(draw.phase)
  await tx.copy(
    writer,
    'draw',
    [
      'id',
      'round_id',
      'level',
      'phase',
      'algorithm',
      'frame_digest',
      'seed_digest',
      'seed',
      'selection',
      'eligibility',
      'from_draw_id',
      'from_cases',
      'committed_by',
      'committed_at',
      'drawn_at',
      'seed_published_at',
    ],
    [
      [
        id,
        round.id,
        draw.level,
        draw.phase,
        draw.algorithm,
        draw.frameDigest,
        draw.seedDigest,
        seed,
        toJson(draw.selection),
        toJson(draw.eligibility),
        draw.from === null ? null : drawIdOf(`${round.quarter.key}/${draw.from.level}`),
        draw.from === null ? null : toJson(draw.from.cases),
        by,
        officeHour(drawnOn, 8, 0),
        officeHour(drawnOn, 8, 20),
        round.closedOn === null ? null : officeHour(round.closedOn, 9, 0),
      ],
    ],
  )
  await tx.copy(
    writer,
    'draw_stratum',
    ['draw_id', 'stratum', 'eligible', 'wanted', 'drawn'],
    draw.strata.map(({ stratum, eligible, wanted, drawn }) => [id, stratum, eligible, wanted, drawn]),
  )
  const listed = new Map(draw.cases.map((drawn) => [`${drawn.stage} ${drawn.caseId}`, drawn]))
  const replacedAt = officeHour(drawnOn, 11, 5)
  await tx.copy(
    writer,
    'draw_case',
    [
      'draw_id',
      'case_stage_id',
      'case_id',
      'stage',
      'stratum',
      'content',
      'unit_id',
      'key',
      'ord',
      'status',
      'reason',
      'replaced_by',
      'replaced_at',
    ],
    frame.strata.flatMap(({ stratum, cases }) =>
      cases.map(({ caseStage, key }, place) => {
        const { caseId, stage, unit, caseworker, started, completed, attributes } = caseStage
        const drawn = listed.get(`${stage} ${caseId}`)
        const replaced = drawn?.status === 'replaced'
        const {
          id: caseStageId,
          unit: { id: unitId },
        } = workOf(work, caseId)
        return [
          id,
          caseStageId,
          caseId,
          stage,
          stratum,
          toJson({ unit, caseworker, started, completed, attributes }),
          unitId,
          key,
          place + 1,
          drawn?.status ?? 'reserve',
          drawn?.reason ?? null,
          replaced ? by : null,
          replaced ? replacedAt : null,
        ]
      }),
    ),
  )
}

function workOf(work: ReadonlyMap<string, DemoCaseStage>, caseId: string): DemoCaseStage {
  const each = work.get(caseId)
  if (each === undefined) throw new Error(`no case stage ${caseId}`)
  return each
}
