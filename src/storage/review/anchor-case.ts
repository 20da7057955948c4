import { sql } from 'kysely'
import type { Anchor } from '../../core/programme/programme.ts'
import type { AnchorId, CaseStageId, UnitId } from '../ids.ts'
import { toJson } from '../tables/column.ts'
import type { FrozenContent } from '../tables/draw.ts'
import type { PersonalReader, Transaction, Writer } from '../transaction.ts'
import type { Participant } from '../../core/review/participant.ts'

/** A case stage as the registry, a frozen frame or an anchor has it. */
export interface AnchorContent {
  readonly unitId: UnitId
  readonly content: FrozenContent
}

export interface AnchorFile {
  readonly caseStageId: CaseStageId
  readonly caseId: string
  readonly stage: string
  /** As the registry has it now. `completed` empty: still open. */
  readonly current: AnchorContent
  readonly participants: readonly Participant[]
  /** As it was frozen in the draw of its first review; null: it was never reviewed. */
  readonly firstReviewed: AnchorContent | null
  /** As its reviewers see it; null: not used as an anchor yet. */
  readonly frozen:
    | (AnchorContent & {
        readonly id: AnchorId
        readonly participants: readonly Participant[]
        readonly frozenAt: string
      })
    | null
}

/** The registry's case stages that a programme names as anchors; those that it does not have are missing. */
export async function listAnchorFiles(
  reader: PersonalReader,
  anchors: readonly Anchor[],
): Promise<readonly AnchorFile[]> {
  const { rows } = await sql<AnchorFile>`
    select c.id as "caseStageId", c.case_id as "caseId", c.stage,
      jsonb_build_object('unitId', c.unit_id, 'content', jsonb_build_object('unit', u.name,
        'caseworker', c.caseworker, 'started', c.started, 'completed', coalesce(c.completed::text, ''),
        'attributes', c.attributes)) as current,
      coalesce((select jsonb_agg(jsonb_build_object('part', p.part, 'caseworker', p.caseworker, 'name', n.name)
          order by p.part <> 'responsible', p.caseworker, p.part)
        from case_stage_participant p
        left join person n on n.municipality_id = p.municipality_id and n.id = p.person_id
        where p.municipality_id = c.municipality_id and p.case_stage_id = c.id), '[]') as participants,
      (select jsonb_build_object('unitId', r.unit_id, 'content', d.content) from review r
        join draw w on w.municipality_id = r.municipality_id and w.id = r.draw_id
        join draw_case d on d.municipality_id = r.municipality_id and d.draw_id = r.draw_id
          and d.case_stage_id = r.drawn_case_stage_id
        where r.municipality_id = c.municipality_id and r.case_stage_id = c.id
        order by w.drawn_at, r.level limit 1) as "firstReviewed",
      (select jsonb_build_object('id', a.id, 'unitId', a.unit_id, 'content', a.content,
          'participants', a.participants, 'frozenAt', a.frozen_at) from anchor_case a
        where a.municipality_id = c.municipality_id and a.case_stage_id = c.id) as frozen
    from unnest(${anchors.map(({ caseId }) => caseId)}::text[], ${anchors.map(({ stage }) => stage)}::text[])
      named (case_id, stage)
    join case_stage c on c.case_id = named.case_id and c.stage = named.stage
    join unit u on u.municipality_id = c.municipality_id and u.id = c.unit_id
    order by c.case_id, c.stage`.execute(reader.db)
  return rows
}

/** Freezes case stages as anchors. What is frozen is never changed. */
export async function saveAnchorCases(
  tx: Transaction,
  writer: Writer,
  anchors: readonly {
    readonly id: AnchorId
    readonly file: AnchorFile
    readonly content: AnchorContent
  }[],
  at: Date,
): Promise<void> {
  await tx.copy(
    writer,
    'anchor_case',
    ['id', 'case_stage_id', 'unit_id', 'content', 'participants', 'frozen_at'],
    anchors.map(({ id, file, content }) => [
      id,
      file.caseStageId,
      content.unitId,
      toJson(content.content),
      toJson(file.participants),
      at,
    ]),
  )
}
