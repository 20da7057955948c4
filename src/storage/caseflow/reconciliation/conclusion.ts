import { sql } from 'kysely'
import type { ReconciliationConclusionTable } from '../../tables/reconciliation.ts'
import type { PersonId, ReviewId, RoundId } from '../../ids.ts'
import type { PersonalReader, Writer } from '../../transaction.ts'

type Row = ReconciliationConclusionTable

export interface Conclusion {
  readonly review: ReviewId
  readonly question: string
  readonly conclusion: Row['conclusion']
  readonly reason: string
  readonly registry: Row['registry']
  readonly answer: Row['answer']
  readonly by: string
  readonly at: Date
}

/** Of all a level's reviews of a round, the newest first. */
export async function listConclusions(
  reader: PersonalReader,
  round: RoundId,
  level: number,
): Promise<readonly Conclusion[]> {
  const { rows } = await sql<Conclusion>`
    select c.review_id as review, c.question_key as question, c.conclusion, c.reason, c.registry, c.answer,
      p.name as by, c.concluded_at as at
    from reconciliation_conclusion c
    join review r on r.municipality_id = c.municipality_id and r.id = c.review_id
    join person p on p.municipality_id = c.municipality_id and p.id = c.concluded_by
    where r.round_id = ${round} and r.level = ${level}
    order by c.concluded_at desc, c.id`.execute(reader.db)
  return rows
}

export async function saveConclusion(
  { db }: Writer,
  one: Omit<Conclusion, 'by'> & { readonly by: PersonId },
): Promise<void> {
  const { review, question, conclusion, reason, registry, answer, by, at } = one
  await db
    .insertInto('reconciliation_conclusion')
    .values({
      review_id: review,
      question_key: question,
      conclusion,
      reason,
      registry,
      answer,
      concluded_by: by,
      concluded_at: at,
    })
    .execute()
}
