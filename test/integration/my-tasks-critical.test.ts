import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MyReviews } from '../../src/contract/review/my-reviews.ts'
import type { Review } from '../../src/contract/review/review.ts'
import { ReviewCast } from '../support/review-cast.ts'
import { shortForm } from '../support/short-form.ts'

let cast: ReviewCast

beforeAll(async () => {
  cast = await ReviewCast.create({ source: await withAlarm(), levels: [1] })
})
afterAll(() => cast.close())

/** The second question is asked where the first is answered yes, and its yes speaks for a critical case. */
async function withAlarm(): Promise<string> {
  // Made of our own file two lines below; the programme's checker reads the outcome.
  const form = JSON.parse(await shortForm(3)) as { stages: { questions: Record<string, unknown>[] }[] }
  for (const { questions } of form.stages) {
    const [first, second] = questions
    if (first === undefined || second === undefined) throw new Error('a stage of fewer than two questions')
    Object.assign(second, {
      expected: 'no',
      escalates: true,
      baseline: false,
      askedWhen: { question: first['key'], answered: ['yes'] },
    })
    delete second['headline']
  }
  return JSON.stringify(form)
}

test('my tasks call a review critical while an answer proposes a critical report, and only then', async () => {
  const review = (await cast.newCase()).review(1)
  const [first = '', alarm = ''] = cast.questions
  const leader = cast.as('leder')
  const says = async () => {
    const { open } = await leader.get<MyReviews>('/api/reviews/mine')
    return open.find(({ id }) => id === review)?.critical
  }
  const answer = async (question: string, value: 'yes' | 'no' | 'na') => {
    const { answers } = await leader.get<Review>(`/api/reviews/${review}`)
    const version = answers.find((each) => each.question === question)?.version ?? 0
    expect((await leader.save(review, question, value, version)).statusCode).toBe(200)
  }

  await answer(first, 'yes')
  expect(await says()).toBe(false)
  await answer(alarm, 'na')
  expect(await says()).toBe(false)
  await answer(alarm, 'no')
  expect(await says()).toBe(false)
  await answer(alarm, 'yes')
  expect(await says()).toBe(true)
  // The form no longer asks, and so no longer proposes.
  await answer(first, 'no')
  expect(await says()).toBe(false)
})
