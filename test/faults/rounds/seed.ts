// Fills a new data folder with an open round, so many reviewers as the second argument says and so many reviews for each
// as the third, everyone signed in; reports it as one line of JSON and ends.
import { randomBytes } from 'node:crypto'
import { danishDay } from '../../../src/app/frame/danish-day.ts'
import { workingLimits } from '../../../src/app/access/session-limits.ts'
import { startSession } from '../../../src/app/access/start-session.ts'
import { startDatabase } from '../../../src/boot/database.ts'
import { getStage } from '../../../src/core/programme/lookup.ts'
import { getId, type MunicipalityId, type PersonId } from '../../../src/storage/ids.ts'
import { addReviewedCase, createReviewRound } from '../../support/review-round.ts'

/** What the load needs to know. */
export interface SeededFolder {
  readonly questions: readonly string[]
  readonly reviewers: readonly { readonly cookie: string; readonly reviews: readonly string[] }[]
}

const [folder = '', people = '0', reviewsEach = '0'] = process.argv.slice(2)
const started = await startDatabase(
  { kind: 'embedded', folder, outside: `${folder}-outside` },
  { now: Date.now, log: () => undefined, onLost: () => process.exit(3) },
)
if (!started.ok) throw new Error(started.problems[0]?.text.en)
const { database, stop } = started.value
const municipality = getId<MunicipalityId>(crypto.randomUUID())
const actor = { municipalityId: municipality, personId: null }
const { unit, ids } = await database.transaction(actor, async (tx) => {
  const { db } = await tx.recordChange({ room: 'access', act: 'seed', subjectKind: 'municipality' })
  await db.insertInto('municipality').values({ name: 'Faults', municipality_id: municipality }).execute()
  const made = await db
    .insertInto('unit')
    .values({ name: 'Nord', kind: 'family' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const added: PersonId[] = []
  for (let i = 0; i <= Number(people); i += 1) {
    const { id } = await db
      .insertInto('person')
      .values({ name: `Reviewer ${i}`, initials: `R${i}`, email: null })
      .returning('id')
      .executeTakeFirstOrThrow()
    const role = { person_id: id, role: 'department-manager', unit_id: made.id } as const
    await db
      .insertInto('role_assignment')
      .values({ ...role, valid_from: '2017-09-01', valid_to: null })
      .execute()
    added.push(id)
  }
  return { unit: made.id, ids: added }
})
const [opener, ...reviewing] = ids
if (opener === undefined) throw new Error('nobody was added')
const round = await createReviewRound(database, actor, opener, unit)
const reviewers: { cookie: string; reviews: string[] }[] = []
for (const [i, personId] of reviewing.entries()) {
  const now = new Date()
  const open = { database, now, today: danishDay(now), language: 'da' } as const
  const who = { municipalityId: municipality, personId }
  const how = { act: 'sign-in', before: undefined } as const
  const { token } = await startSession(open, who, how, { limits: workingLimits, randomBytes })
  const reviews: string[] = []
  for (let n = 0; n < Number(reviewsEach); n += 1) {
    const { review } = await addReviewedCase(database, actor, round, {
      caseId: `F-${i}-${n}`,
      reviewers: { 1: [personId] },
    })
    reviews.push(review(1))
  }
  reviewers.push({ cookie: `tilsyn=${token}`, reviews })
}
const questions = getStage(round.programme, 'underretning').questions.map(({ key }) => key)
process.stdout.write(`${JSON.stringify({ questions, reviewers } satisfies SeededFolder)}\n`)
await stop()
