import { sql } from 'kysely'
import type { Round } from './round.ts'
import type { Reader } from '../transaction.ts'

/**
 * Whether a list of the round's drawn cases could be held against tasks to find out anchors: another round of the same
 * programme has had anchors, or an anchor comes from this round's own frames.
 */
export async function couldTellAnchors(reader: Reader, round: Round, programme: string): Promise<boolean> {
  const { rows } = await sql<{ could: boolean }>`
    select exists (
      select from anchor_in_round i
      join round o on o.municipality_id = i.municipality_id and o.id = i.round_id
      join programme_version v on v.municipality_id = o.municipality_id and v.id = o.programme_version_id
      where v.key = ${programme}
    ) or exists (
      select from anchor_case a
      join draw_case d on d.municipality_id = a.municipality_id and d.case_stage_id = a.case_stage_id
      join draw w on w.municipality_id = d.municipality_id and w.id = d.draw_id
      where w.round_id = ${round.id}
    ) as could`.execute(reader.db)
  return rows[0]?.could ?? true
}
