import * as fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Review } from '../../src/contract/review/review.ts'
import type { ReviewState } from '../../src/core/review/review.ts'
import { findCode, ReviewCast } from '../support/review-cast.ts'
import { differencesFromRecount } from '../support/recount.ts'

let cast: ReviewCast
beforeAll(async () => {
  cast = await ReviewCast.create()
})
afterAll(() => cast.close())

const acts = [
  'answer',
  'submit',
  'submit above',
  'return',
  'return by lead',
  'undo',
  'write off',
  'restore',
] as const
type Act = (typeof acts)[number]

/** What the rules say of one review of level 1 and the one above it; the database must never say anything else. */
interface Model {
  readonly state: ReviewState
  readonly started: boolean
  readonly aboveSubmitted: boolean
  readonly kept: number
  readonly influenced: boolean
}

const start: Model = { state: 'assigned', started: false, aboveSubmitted: false, kept: 0, influenced: false }

/** The model after an act, or null where it must be refused. */
function step(model: Model, act: Act): Model | null {
  const { state, aboveSubmitted } = model
  const open = state === 'assigned' || state === 'in-progress'
  const back = (may: boolean): Model | null =>
    state === 'submitted' && may
      ? {
          ...model,
          state: 'in-progress',
          kept: model.kept + 1,
          influenced: model.influenced || aboveSubmitted,
        }
      : null
  switch (act) {
    case 'answer':
      return open ? { ...model, state: 'in-progress', started: true } : null
    case 'submit':
      return state === 'in-progress' ? { ...model, state: 'submitted' } : null
    case 'submit above':
      return aboveSubmitted ? null : { ...model, aboveSubmitted: true }
    case 'return':
      return back(aboveSubmitted)
    case 'return by lead':
      return back(true)
    case 'undo':
      return back(!aboveSubmitted)
    case 'write off':
      return open && model.kept === 0 ? { ...model, state: 'written-off' } : null
    case 'restore':
      return state === 'written-off' ? { ...model, state: model.started ? 'in-progress' : 'assigned' } : null
  }
  return act satisfies never
}

type Case = Awaited<ReturnType<ReviewCast['newCase']>>['review']

async function attempt(review: Case, act: Act): Promise<boolean> {
  const because = { body: { reason: 'Derfor' } }
  const leder = cast.as('leder')
  const post = async (who: string, what: string, body: object = because) =>
    (await cast.as(who).send('POST', `/api/reviews/${review(1)}/${what}`, body)).statusCode
  switch (act) {
    case 'answer': {
      const found = await cast.rows<{ question_key: string; version: number }>(
        'select question_key, version from review_answer where review_id = $1',
        [review(1)],
      )
      const codes: number[] = []
      for (const [at, question] of cast.questions.entries()) {
        const seen = found.find((one) => one.question_key === question)?.version ?? 0
        const answer = ['yes', 'no', 'na'].at((at + seen) % 3) as 'yes' | 'no' | 'na'
        codes.push((await leder.save(review(1), question, answer, seen)).statusCode)
      }
      return codes.every((code) => code === 200)
    }
    case 'submit':
      return (await leder.submit(review(1))).statusCode === 200
    case 'submit above':
      if ((await cast.as('chef').submit(review(2))).statusCode === 200) return true
      await cast
        .as('chef')
        .fill(review(2), 'no')
        .catch(() => undefined)
      return (await cast.as('chef').submit(review(2))).statusCode === 200
    case 'return':
      return (await post('chef', 'return')) === 200
    case 'return by lead':
      return (await post('admin', 'return')) === 200
    case 'undo':
      return (await post('leder', 'reopening')) === 200
    case 'write off':
      return (await post('admin', 'write-off', { body: { code: 'other', reason: 'Derfor' } })) === 204
    case 'restore':
      return (await post('admin', 'reopening')) === 200
  }
  return act satisfies never
}

async function standing(review: Case): Promise<object | undefined> {
  const [row] = await cast.rows(
    `select r.state, r.influenced_since is not null as influenced,
      (select count(*)::int from review_submission s where s.review_id = r.id) as kept,
      (select count(distinct number)::int from review_submission_answer a where a.review_id = r.id) as "keptAnswers"
    from review r where r.id = $1`,
    [review(1)],
  )
  return row
}

test('however a review is answered, returned, undone, written off and restored, it stands as the rules say and is counted so', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { minLength: 6, maxLength: 14 }), async (walk) => {
      const { review } = await cast.newCase()
      let model = start
      for (const act of walk) {
        const next = step(model, act)
        expect([act, await attempt(review, act)]).toEqual([act, next !== null])
        model = next ?? model
        const { state, kept, influenced } = model
        expect(await standing(review)).toEqual({ state, kept, keptAnswers: kept, influenced })
        expect(await differencesFromRecount(cast.held.superPool)).toEqual([])
      }
    }),
    { numRuns: 15 },
  )
})

test('a case whose review was submitted and sent back is not replaced in the draw', async () => {
  // Cases of the highest level drawn can be replaced.
  const one = await ReviewCast.create({ levels: [1] })
  try {
    const { review } = await one.newCase()
    const leder = one.as('leder')
    await leder.fillAndSubmit(review(1), 'no')
    const back = { body: { reason: 'Derfor' } }
    await one.as('admin').send('POST', `/api/reviews/${review(1)}/return`, back)
    const { caseId } = (await leder.get<Review>(`/api/reviews/${review(1)}`)).caseFacts
    const body = { caseId, stage: 'underretning', reason: 'Ikke i målgruppen' }
    const at = `/api/rounds/${one.round.key}/levels/1/replacements`
    expect(findCode(await one.as('admin').send('POST', at, { body }))).toBe('review-submitted')
    expect((await leder.submit(review(1))).statusCode).toBe(200)
  } finally {
    await one.close()
  }
})
