import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Merge } from '../../src/contract/review/merge.ts'
import type { MyReviews } from '../../src/contract/review/my-reviews.ts'
import type { Review } from '../../src/contract/review/review.ts'
import { loadApart } from '../../src/app/analysis/load-apart.ts'
import { passOn } from '../../src/app/review/pass-on.ts'
import { reviewIdOf } from '../../src/app/review/review-id.ts'
import { holdOpenReview } from '../../src/storage/review/pass-on.ts'
import type { PersonalReader } from '../../src/storage/transaction.ts'
import { listSubmittedReviews } from '../../src/storage/analysis/submitted-review.ts'
import { findCode, ReviewCast } from '../support/review-cast.ts'
import { differencesFromRecount } from '../support/recount.ts'

let cast: ReviewCast
beforeAll(async () => {
  cast = await ReviewCast.create({ apart: true })
})
afterAll(() => cast.close())
const choice = (given: string, seen = 0) => ({
  body: { given, reason: 'law', note: 'Se vejledningen', seen },
})

const readPairs = (reader: PersonalReader) => loadApart(reader, cast.round, cast.round.programme)

/** Both have handed in: leder said yes to everything, kollega no to the first and yes to the others. */
async function bothHandedIn() {
  const { review } = await cast.newCase()
  const id = review(1)
  await cast.as('leder').fillAndSubmit(id, 'yes')
  await cast.as('kollega').fill(id, 'yes')
  const [first = ''] = cast.questions
  const form = await cast.as('kollega').get<Review>(`/api/reviews/${id}`)
  const version = form.answers.find(({ question }) => question === first)?.version ?? 0
  await cast.as('kollega').save(id, first, 'no', version)
  expect((await cast.as('kollega').submit(id, 41)).statusCode).toBe(200)
  return { id, first, at: `/api/reviews/${id}/merge` }
}

describe('two who review apart', () => {
  test('each fill in a form of their own, and see nothing of the other’s', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    await cast.as('leder').fill(id, 'no')
    const other = await cast.as('kollega').get<Review>(`/api/reviews/${id}`)
    expect(other).toMatchObject({ apart: 'own', state: 'assigned', answers: [], comment: null })
    // Saving as if nothing were there succeeds: the two do not meet.
    const [first = ''] = cast.questions
    expect((await cast.as('kollega').save(id, first, 'yes', 0)).statusCode).toBe(200)
    const own = await cast.as('leder').get<Review>(`/api/reviews/${id}`)
    expect(own.answers.map(({ answer }) => answer)).toEqual(['no', 'no', 'no'])
    const comment = { body: { comment: 'hele sagen', before: null } }
    expect((await cast.as('leder').send('PUT', `/api/reviews/${id}/comment`, comment)).statusCode).toBe(204)
    expect((await cast.as('kollega').get<Review>(`/api/reviews/${id}`)).comment).toBeNull()
  })

  test('wait for each other with nothing to do, and cannot change what is handed in', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    await cast.as('leder').fillAndSubmit(id, 'yes')
    const { leder, kollega } = { leder: cast.as('leder'), kollega: cast.as('kollega') }
    const waiting = await leder.get<Review>(`/api/reviews/${id}`)
    expect([waiting.apart, waiting.acts.includes('answer')]).toEqual(['waiting', false])
    expect(waiting.minutes).toBe(30)
    expect(findCode(await leder.save(id, cast.questions[0] ?? '', 'no', 9))).toBe('already-submitted')
    expect(findCode(await leder.submit(id))).toBe('already-submitted')
    expect(findCode(await leder.send('GET', `/api/reviews/${id}/merge`))).toBe('merge-sealed')
    expect(findCode(await kollega.send('GET', `/api/reviews/${id}/merge`))).toBe('merge-sealed')
    expect(findCode(await leder.send('GET', `/api/reviews/${id}/differences`))).toBe('sealed')
    const mine = async (name: string) =>
      (await cast.as(name).get<MyReviews>('/api/reviews/mine')).open.some((task) => task.id === id)
    expect([await mine('leder'), await mine('kollega')]).toEqual([false, true])
  })

  test('submit the level’s review at once where they agree throughout', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    await cast.as('leder').fillAndSubmit(id, 'yes')
    await cast.as('kollega').fillAndSubmit(id, 'yes')
    const form = await cast.as('leder').get<Review>(`/api/reviews/${id}`)
    expect(form).toMatchObject({ apart: 'merged', state: 'submitted', minutes: 30 })
    expect(form.answers.map(({ answer }) => answer)).toEqual(['yes', 'yes', 'yes'])
    // The same comment of both stands once.
    expect(form.answers[0]?.comment).toBe('set som yes')
  })

  test('of two who hand in at the same moment one comes last and submits', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    await cast.as('leder').fill(id, 'na')
    await cast.as('kollega').fill(id, 'na')
    const both = await Promise.all([cast.as('leder').submit(id), cast.as('kollega').submit(id)])
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200])
    expect((await cast.as('leder').get<Review>(`/api/reviews/${id}`)).state).toBe('submitted')
  })
})

describe('merging', () => {
  test('takes what one chooses and the other confirms, and keeps what each had said', async () => {
    const { id, first, at } = await bothHandedIn()
    const { leder, kollega } = { leder: cast.as('leder'), kollega: cast.as('kollega') }
    expect(await cast.notices('leder')).toContainEqual({ kind: 'merge-ready', subject: id })
    const open = await leder.get<Merge>(at)
    expect(open.rows.map(({ state }) => state)).toEqual(['open', 'agreed', 'agreed'])
    expect(open.rows[0]?.sides.map(({ answer }) => answer)).toEqual(['yes', 'no'])
    expect([open.mayDecide, open.complete]).toEqual([true, false])
    expect(findCode(await leder.send('POST', `${at}/submission`))).toBe('merge-open')

    expect((await leder.send('POST', `${at}/${first}/choice`, choice('no'))).statusCode).toBe(204)
    const chosen = (await kollega.get<Merge>(at)).rows[0]
    expect(chosen).toMatchObject({ state: 'chosen', given: 'no', choice: { reason: 'law', me: false } })
    const seen = { body: { seen: chosen?.choice?.id ?? 0 } }
    expect(findCode(await leder.send('POST', `${at}/${first}/confirmation`, seen))).toBe('not-your-review')
    expect(findCode(await kollega.send('POST', `${at}/${first}/confirmation`, { body: { seen: 0 } }))).toBe(
      'outdated-version',
    )
    expect((await kollega.send('POST', `${at}/${first}/confirmation`, seen)).statusCode).toBe(204)
    expect((await leder.send('POST', `${at}/submission`)).statusCode).toBe(204)

    const form = await leder.get<Review>(`/api/reviews/${id}`)
    expect([form.state, form.apart, form.minutes]).toEqual(['submitted', 'merged', 36])
    const [one, ...others] = cast.questions.map((key) =>
      form.answers.find(({ question }) => question === key),
    )
    expect(one).toMatchObject({ answer: 'no', comment: 'Se vejledningen\n\nset som no' })
    expect(others.map((each) => each?.answer)).toEqual(['yes', 'yes'])
    const reviews = await cast.read((reader) => listSubmittedReviews(reader, cast.round.id))
    const counted = reviews.filter(({ caseId }) => caseId === form.caseFacts.caseId)
    expect(counted.map(({ answers }) => answers)).toEqual([
      Object.fromEntries(cast.questions.map((key) => [key, key === first ? 'no' : 'yes'])),
    ])
    const kept = await cast.rows<{ answer: string }>(
      'select answer from own_answer where review_id = $1 and question_key = $2 order by answer',
      [id, first],
    )
    expect(kept.map(({ answer }) => answer)).toEqual(['no', 'yes'])
    await expect(
      cast.rows('update own_answer set answer = $2 where review_id = $1', [id, 'na']),
    ).rejects.toThrow('handed in')
  })

  test('lets the analysis see what each had said before they merged, by role', async () => {
    const before = await cast.read(readPairs)
    const { review } = await cast.newCase()
    const id = review(1)
    const { caseId } = (await cast.as('leder').get<Review>(`/api/reviews/${id}`)).caseFacts
    await cast.as('kollega').fillAndSubmit(id, 'no')
    await cast.as('leder').fillAndSubmit(id, 'yes')
    const at = `/api/reviews/${id}/merge`
    const open = await cast.read(readPairs)
    expect(open).toEqual(before)
    for (const question of cast.questions) {
      await cast.as('leder').send('POST', `${at}/${question}/choice`, choice('no'))
      const seen = (await cast.as('kollega').get<Merge>(at)).rows.find((row) => row.question === question)
        ?.choice?.id
      await cast.as('kollega').send('POST', `${at}/${question}/confirmation`, { body: { seen } })
    }
    expect((await cast.as('leder').send('POST', `${at}/submission`)).statusCode).toBe(204)
    const after = await cast.read(readPairs)
    const all = (answer: 'yes' | 'no') => new Map(cast.questions.map((key) => [key, answer]))
    expect(after.find((pair) => pair.caseId === caseId && pair.level === 1)).toEqual({
      caseId,
      stage: 'underretning',
      level: 1,
      reviewers: ['department-manager', 'professional-coordinator'],
      answers: [all('yes'), all('no')],
    })
  })

  test('is closed to everybody else until the review is submitted', async () => {
    const { at } = await bothHandedIn()
    for (const name of ['chef', 'jurist', 'stab'])
      expect(findCode(await cast.as(name).send('GET', at))).toBe('sealed')
    for (const name of ['direktør', 'fremmed', 'fremmedleder', 'sagsbehandler'])
      expect((await cast.as(name).send('GET', at)).statusCode).toBeGreaterThan(402)
    const [first = ''] = cast.questions
    expect(findCode(await cast.as('chef').send('POST', `${at}/${first}/choice`, choice('no')))).toBe(
      'not-your-review',
    )
  })

  test('refuses an answer the question cannot have', async () => {
    const { first, at } = await bothHandedIn()
    const refused = await cast.as('leder').send('POST', `${at}/${first}/choice`, choice('måske'))
    expect(findCode(refused)).toBe('unfit-answer')
    expect(findCode(await cast.as('leder').send('POST', `${at}/Z-9/choice`, choice('no')))).toBe(
      'question-not-in-form',
    )
  })

  test('opens again when the review is sent back, also for what both had said', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    const at = `/api/reviews/${id}/merge`
    for (const name of ['leder', 'kollega']) await cast.as(name).fillAndSubmit(id, 'yes')
    for (const name of ['chef', 'jurist']) await cast.as(name).fillAndSubmit(review(2), 'no')
    const back = { body: { reason: 'Notatet er overset' } }
    expect((await cast.as('chef').send('POST', `/api/reviews/${id}/return`, back)).statusCode).toBe(200)
    expect((await cast.as('leder').get<Review>(`/api/reviews/${id}`)).apart).toBe('merging')
    const [first = ''] = cast.questions
    expect((await cast.as('leder').send('POST', `${at}/${first}/choice`, choice('no'))).statusCode).toBe(204)
    const seen = (await cast.as('kollega').get<Merge>(at)).rows[0]?.choice?.id
    expect(findCode(await cast.as('leder').send('POST', `${at}/submission`))).toBe('merge-open')
    await cast.as('kollega').send('POST', `${at}/${first}/confirmation`, { body: { seen } })
    expect((await cast.as('kollega').send('POST', `${at}/submission`)).statusCode).toBe(204)
    const form = await cast.as('leder').get<Review>(`/api/reviews/${id}`)
    expect(form.answers.find(({ question }) => question === first)?.answer).toBe('no')
  })
})

/** Takes somebody's place in an open review away, as a conflict or an ended role does. */
async function passOnFrom(id: string, place: 'assignedTo' | 'assignedWith') {
  await cast.held.database.transaction(cast.held.first.actor, async (tx) => {
    const entry = { act: 'test', subjectKind: 'review', subjectId: id } as const
    const reader = await tx.recordAccess(entry)
    const writer = await tx.recordChange({ room: 'review', ...entry })
    const held = await holdOpenReview(reader, reviewIdOf(id))
    const from = held?.[place]
    if (held === undefined || from == null) throw new Error('nobody is there')
    const today = new Date().toISOString().slice(0, 10)
    await passOn(reader, writer, held, { from, by: null, kind: 'moved', reason: null, detail: {}, today })
  })
}

describe('when one of two goes', () => {
  test('their successor begins with an empty form, and the other’s is closed again', async () => {
    const { review } = await cast.newCase()
    const id = review(2)
    const at = `/api/reviews/${id}/merge`
    await cast.as('chef').fillAndSubmit(id, 'yes')
    await cast.as('jurist').fillAndSubmit(id, 'no')
    const [first = ''] = cast.questions
    await cast.as('jurist').send('POST', `${at}/${first}/choice`, choice('no'))
    await passOnFrom(id, 'assignedWith')
    const successor = await cast.as('jurist2').get<Review>(`/api/reviews/${id}`)
    expect(successor).toMatchObject({ apart: 'own', state: 'assigned', answers: [] })
    expect((await cast.as('chef').get<Review>(`/api/reviews/${id}`)).apart).toBe('waiting')
    for (const name of ['chef', 'jurist2'])
      expect(findCode(await cast.as(name).send('GET', at))).toBe('merge-sealed')
    await cast.as('jurist2').send('POST', `/api/reviews/${id}/declaration`, {
      body: { verdict: 'independent', note: null },
    })
    await cast.as('jurist2').fillAndSubmit(id, 'no')
    const merge = await cast.as('chef').get<Merge>(at)
    // What the one who left had chosen counts no more.
    expect(merge.rows.map(({ state }) => state)).toEqual(['open', 'open', 'open'])
  })

  test('and nobody can come, the other submits alone', async () => {
    const { id, at } = await bothHandedIn()
    await passOnFrom(id, 'assignedTo')
    expect((await cast.as('kollega').get<Review>(`/api/reviews/${id}`)).apart).toBe('merging')
    const alone = await cast.as('kollega').get<Merge>(at)
    expect([alone.forms.length, alone.complete]).toEqual([1, true])
    expect((await cast.as('kollega').send('POST', `${at}/submission`)).statusCode).toBe(204)
  })
})

test('after all that, dashboards say what is in the reviews, and count a merged one once', async () => {
  expect(await differencesFromRecount(cast.held.superPool)).toEqual([])
})
