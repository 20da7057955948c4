import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { danishDay } from '../../src/app/frame/danish-day.ts'
import type { CriticalView } from '../../src/contract/review/critical-case.ts'
import type { Corrections } from '../../src/contract/review/corrections.ts'
import type { Merge } from '../../src/contract/review/merge.ts'
import type { MyReviews } from '../../src/contract/review/my-reviews.ts'
import type { Review } from '../../src/contract/review/review.ts'
import type { RoundState } from '../../src/contract/review/round-state.ts'
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

  test('one of whom reports a critical case start its clock, see nothing of the other’s, and go on answering', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    const [first = '', second = ''] = cast.questions
    expect((await cast.as('leder').save(id, first, 'no', 0)).statusCode).toBe(200)
    expect((await cast.as('kollega').save(id, first, 'na', 0)).statusCode).toBe(200)
    const fear = { body: { fear: 'Barnet har mærker' } }
    const reported = await cast.as('kollega').send('POST', `/api/reviews/${id}/critical-case`, fear)
    expect(reported.statusCode).toBe(200)
    const critical = reported.json<{ id: string }>().id
    const chef = await cast.as('chef').get<CriticalView>(`/api/critical-cases/${critical}`)
    expect(chef).toMatchObject({ state: 'reported' })
    expect(chef.steps.every(({ due }) => due > chef.startedAt)).toBe(true)
    expect(await cast.notices('chef')).toContainEqual({ kind: 'critical-reported', subject: critical })
    const seen = async (who: string) => {
      const urls = [
        `/api/reviews/${id}`,
        `/api/critical-cases/${critical}`,
        '/api/critical-cases',
        '/api/my-reviews',
      ]
      return (await Promise.all(urls.map((url) => cast.as(who).send('GET', url))))
        .map(({ body }) => body)
        .join()
    }
    expect(await seen('kollega')).toContain('set som na')
    for (const who of ['kollega', 'chef']) expect(await seen(who)).not.toContain('set som no')
    expect(await seen('leder')).toContain('set som no')
    for (const who of ['leder', 'chef']) expect(await seen(who)).not.toContain('set som na')
    for (const who of ['leder', 'kollega']) {
      expect((await cast.as(who).save(id, second, 'yes', 0)).statusCode).toBe(200)
      expect((await cast.as(who).get<Review>(`/api/reviews/${id}`)).apart).toBe('own')
    }
  })

  test('wait for each other with nothing to do, and cannot change what is handed in', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    await cast.as('leder').fillAndSubmit(id, 'yes')
    const { leder, kollega } = { leder: cast.as('leder'), kollega: cast.as('kollega') }
    const waiting = await leder.get<Review>(`/api/reviews/${id}`)
    expect([waiting.apart, waiting.acts.includes('answer')]).toEqual(['waiting', false])
    expect(waiting.minutes).toBe(30)
    expect(findCode(await leder.save(id, cast.questions[0] ?? '', 'no', 9))).toBe('handed-in')
    expect(findCode(await leder.submit(id))).toBe('handed-in')
    expect(findCode(await leder.send('GET', `/api/reviews/${id}/merge`))).toBe('merge-sealed')
    expect(findCode(await kollega.send('GET', `/api/reviews/${id}/merge`))).toBe('merge-sealed')
    expect(findCode(await leder.send('GET', `/api/reviews/${id}/differences`))).toBe('sealed')
    const mine = async (name: string) =>
      (await cast.as(name).get<MyReviews>('/api/reviews/mine')).open.some((task) => task.id === id)
    expect([await mine('leder'), await mine('kollega')]).toEqual([false, true])
  })

  test('take a slip back while the other has not handed in, and not after', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    const leder = cast.as('leder')
    const undo = (who: string) =>
      cast.as(who).send('POST', `/api/reviews/${id}/reopening`, { body: { reason: 'Trykket for tidligt' } })
    expect(findCode(await undo('leder'))).toBe('not-submitted')
    await leder.fillAndSubmit(id, 'yes')
    const acts = async () => (await leder.get<Corrections>(`/api/reviews/${id}/corrections`)).acts
    expect(await acts()).toEqual(['undo'])
    expect((await undo('leder')).json()).toEqual({ influenced: false })
    const form = await leder.get<Review>(`/api/reviews/${id}`)
    expect([form.apart, form.answers.length, form.acts.includes('answer')]).toEqual(['own', 3, true])
    expect((await cast.notices('kollega')).filter(({ subject }) => subject === id)).toEqual([])
    await leder.refill(id, 'no')
    expect((await leder.submit(id)).statusCode).toBe(200)
    await cast.as('kollega').fillAndSubmit(id, 'yes')
    expect(await acts()).toEqual([])
    for (const who of ['leder', 'kollega']) expect(findCode(await undo(who))).toBe('undo-over')
  })

  test('are told that a review was written off, not that it is submitted', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    await cast.as('leder').fillAndSubmit(id, 'yes')
    const body = { code: 'other', reason: 'Sagen er forsvundet' }
    await cast.as('admin').send('POST', `/api/reviews/${id}/write-off`, { body })
    expect(findCode(await cast.as('leder').save(id, cast.questions[0] ?? '', 'no', 9))).toBe('written-off')
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

test('hours are counted by person: each their own, and the round both', async () => {
  const { review } = await cast.newCase()
  const id = review(1)
  const used = async () => {
    const { counts } = await cast.as('stab').get<RoundState>(`/api/rounds/${cast.round.key}/state`)
    return counts.filter(({ level }) => level === 1).reduce((sum, { minutesUsed }) => sum + minutesUsed, 0)
  }
  const done = async (who: string) =>
    (await cast.as(who).get<MyReviews>('/api/reviews/mine')).doneToday.minutes
  const before = { round: await used(), leder: await done('leder'), kollega: await done('kollega') }
  for (const [who, minutes] of [
    ['leder', 50],
    ['kollega', 10],
  ] as const) {
    await cast.as(who).fill(id, 'yes')
    expect((await cast.as(who).submit(id, minutes)).statusCode).toBe(200)
  }
  const after = { round: await used(), leder: await done('leder'), kollega: await done('kollega') }
  expect(after).toEqual({
    round: before.round + 60,
    leder: before.leder + 50,
    kollega: before.kollega + 10,
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
    expect(findCode(await leder.send('POST', `${at}/${first}/confirmation`, seen))).toBe('own-choice')
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

  test('is over when the review is sent back: answers, comments and evidence are corrected together in the form', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    const at = `/api/reviews/${id}/merge`
    for (const name of ['leder', 'kollega']) await cast.as(name).fillAndSubmit(id, 'yes')
    for (const name of ['chef', 'jurist']) await cast.as(name).fillAndSubmit(review(2), 'no')
    const back = { body: { reason: 'Henvisningen mangler' } }
    expect((await cast.as('chef').send('POST', `/api/reviews/${id}/return`, back)).statusCode).toBe(200)
    const form = await cast.as('leder').get<Review>(`/api/reviews/${id}`)
    expect([form.apart, form.state, form.answers.length]).toEqual([null, 'in-progress', 3])
    const open = async (name: string) =>
      (await cast.as(name).get<MyReviews>('/api/reviews/mine')).open.find((task) => task.id === id)
    for (const name of ['leder', 'kollega'])
      expect(await open(name)).toMatchObject({ state: 'in-progress', merging: false, answered: 3 })
    const [first = ''] = cast.questions
    expect(findCode(await cast.as('leder').send('POST', `${at}/${first}/choice`, choice('no')))).toBe(
      'merge-done',
    )
    const version = form.answers.find(({ question }) => question === first)?.version
    const corrected = {
      answer: 'yes',
      comment: null,
      evidenceReference: 'Journal, bilag 4',
      evidenceDate: '2023-11-02',
    }
    const saved = await cast
      .as('kollega')
      .send('PUT', `/api/reviews/${id}/answers/${first}`, { body: { ...corrected, version } })
    expect(saved.statusCode).toBe(200)
    const comment = { body: { comment: 'Rettet', before: form.comment } }
    expect((await cast.as('leder').send('PUT', `/api/reviews/${id}/comment`, comment)).statusCode).toBe(204)
    expect((await cast.as('leder').submit(id, 12)).statusCode).toBe(200)
    // The other did not see what was submitted, and is told that it was.
    const again = { kind: 'review-resubmitted', subject: id }
    expect(await cast.notices('kollega')).toContainEqual(again)
    expect(await cast.notices('leder')).not.toContainEqual(again)
    const now = await cast.as('kollega').get<Review>(`/api/reviews/${id}`)
    expect([now.state, now.apart, now.comment]).toEqual(['submitted', 'merged', 'Rettet'])
    expect(now.answers.find(({ question }) => question === first)).toMatchObject(corrected)
    // What each had said first is still there to read.
    expect((await cast.as('leder').get<Merge>(at)).rows[0]?.sides.map(({ comment: said }) => said)).toEqual([
      'set som yes',
      'set som yes',
    ])
  })

  test('keeps the evidence of both where they settle on what neither had said', async () => {
    const { review } = await cast.newCase()
    const id = review(1)
    const [first = ''] = cast.questions
    for (const [name, evidenceReference] of [
      ['leder', 'Bilag 1'],
      ['kollega', 'Bilag 2'],
    ] as const) {
      await cast.as(name).fill(id, 'yes')
      const { answers } = await cast.as(name).get<Review>(`/api/reviews/${id}`)
      const version = answers.find(({ question }) => question === first)?.version
      const body = { answer: 'yes', comment: null, evidenceReference, evidenceDate: '2023-11-01', version }
      await cast.as(name).send('PUT', `/api/reviews/${id}/answers/${first}`, { body })
    }
    const second = cast.questions[1] ?? ''
    const form = await cast.as('leder').get<Review>(`/api/reviews/${id}`)
    const version = form.answers.find(({ question }) => question === second)?.version ?? 0
    await cast.as('leder').save(id, second, 'no', version)
    for (const name of ['leder', 'kollega']) expect((await cast.as(name).submit(id)).statusCode).toBe(200)
    const at = `/api/reviews/${id}/merge`
    for (const [question, given] of [
      [first, 'na'],
      [second, 'no'],
    ] as const) {
      await cast.as('leder').send('POST', `${at}/${question}/choice`, choice(given))
      const seen = (await cast.as('kollega').get<Merge>(at)).rows.find((row) => row.question === question)
        ?.choice?.id
      await cast.as('kollega').send('POST', `${at}/${question}/confirmation`, { body: { seen } })
    }
    expect((await cast.as('kollega').send('POST', `${at}/submission`)).statusCode).toBe(204)
    const { answers } = await cast.as('leder').get<Review>(`/api/reviews/${id}`)
    expect(answers.find(({ question }) => question === first)).toMatchObject({
      answer: 'na',
      evidenceReference: 'Bilag 1; Bilag 2',
      evidenceDate: '2023-11-01',
    })
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
    const today = danishDay(new Date())
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
