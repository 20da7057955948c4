import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchDisputes } from '../../src/app/review/watch-disputes.ts'
import { releaseFeedback } from '../../src/app/review/release-feedback.ts'
import { addDays } from '../../src/core/calendar/days.ts'
import type { DisputeRow } from '../../src/contract/review/disputes.ts'
import type { Feedback, FeedbackSummary } from '../../src/contract/review/feedback.ts'
import type { ReviewId } from '../../src/storage/ids.ts'
import { findCode, ReviewCast } from '../support/review-cast.ts'

let cast: ReviewCast
beforeAll(async () => {
  cast = await ReviewCast.create()
  // A leader of another unit leads the caseworker's team, and has reviewed nothing.
  await cast.rows(
    `insert into supervision (municipality_id, leader_id, caseworker, valid_from)
     select municipality_id, id, 'sagsbehandler', '2023-01-01' from person where initials = 'fremmedleder'`,
  )
})
afterAll(() => cast.close())

const release = (now = new Date()) => releaseFeedback(cast.held.database, now)
const mine = async () =>
  (await cast.as('sagsbehandler').get<{ feedback: FeedbackSummary[] }>('/api/feedback')).feedback
const read = (review: string) => cast.as('sagsbehandler').get<Feedback>(`/api/feedback/${review}`)
const disputesOf = async (name: string) =>
  (await cast.as(name).get<{ disputes: DisputeRow[] }>('/api/disputes')).disputes

/** A case of the caseworker's that every level has reviewed: level 1 no, level 2 yes, level 3 as told. */
async function reviewedCase(highest: 'yes' | 'no' = 'no') {
  const made = await cast.newCase({ by: 'sagsbehandler' })
  await cast.as('leder').fillAndSubmit(made.review(1), 'no')
  await cast.as('chef').fillAndSubmit(made.review(2), 'yes')
  await cast.as('stab').fillAndSubmit(made.review(3), highest)
  return made
}

async function rest(review: ReviewId): Promise<void> {
  await cast.makeOlder(review, 24 * 60 + 1)
}

async function released(highest: 'yes' | 'no' = 'no'): Promise<ReviewId> {
  const made = await reviewedCase(highest)
  for (const level of [1, 2, 3]) await rest(made.review(level))
  await release()
  return made.review(3)
}

describe('before its release', () => {
  test('nobody sees a review, nobody is told, and nothing is logged', async () => {
    const made = await cast.newCase({ by: 'sagsbehandler' })
    await cast.as('leder').fillAndSubmit(made.review(1), 'no')
    await rest(made.review(1))
    expect(await release()).toBe(0)
    await cast.as('chef').fillAndSubmit(made.review(2), 'yes')
    await cast.as('stab').fillAndSubmit(made.review(3), 'no')
    await rest(made.review(2))
    // Level 3 submitted just now.
    expect(await release()).toBe(0)
    expect(await mine()).toEqual([])
    for (const level of [1, 2, 3]) {
      const at = `/api/feedback/${made.review(level)}`
      expect((await cast.as('sagsbehandler').send('GET', at)).statusCode).toBe(404)
      const reply = await cast.as('sagsbehandler').send('POST', `${at}/replies/${cast.questions[0] ?? ''}`, {
        body: { kind: 'disputed', words: 'Uenig' },
      })
      expect(reply.statusCode).toBe(404)
      expect((await cast.as('sagsbehandler').send('POST', `${at}/acceptance`)).statusCode).toBe(404)
    }
    expect(await cast.notices('sagsbehandler')).toEqual([])
    expect(await cast.rows(`select from change_entry where act = 'release-feedback'`)).toEqual([])
    await rest(made.review(3))
    expect(await release()).toBe(1)
    expect(await release()).toBe(0)
    expect(await mine()).toMatchObject([{ review: made.review(3), read: false }])
    expect(await cast.notices('sagsbehandler')).toEqual([{ kind: 'feedback-ready', subject: made.review(3) }])
  })

  test('an open review at another level holds back every case it could still replace', async () => {
    const waiting = await cast.newCase()
    const made = await cast.newCase({ by: 'sagsbehandler' })
    await cast.as('leder').fillAndSubmit(made.review(1), 'no')
    await cast.rows(`update review set state = 'written-off' where id = $1`, [made.review(2)])
    await cast.rows(`delete from review_event where review_id = $1`, [made.review(3)])
    await cast.rows(`delete from review where id = $1`, [made.review(3)])
    await rest(made.review(1))
    expect(await release()).toBe(0)
    for (const level of [1, 2, 3])
      await cast.rows(`update review set state = 'written-off' where id = $1`, [waiting.review(level)])
    expect(await release()).toBe(1)
  })

  test('an anchor is never told of', async () => {
    const made = await reviewedCase()
    const [anchor] = await cast.rows<{ id: string }>(
      `insert into anchor_case (municipality_id, case_stage_id, unit_id, content, participants, frozen_at)
       select municipality_id, id, unit_id, '{}', '[]', now() from case_stage where id = $1 returning id`,
      [made.caseStage],
    )
    for (const level of [1, 2, 3]) {
      await rest(made.review(level))
      await cast.rows('update review set anchor_id = $2 where id = $1', [made.review(level), anchor?.id])
    }
    expect(await release()).toBe(0)
    await cast.rows('delete from review_answer where review_id = any($1)', [[1, 2, 3].map(made.review)])
  })
})

describe('after its release', () => {
  test('whoever did the work sees the highest level’s judgement, and not who made it', async () => {
    const review = await released()
    const found = await read(review)
    expect(found.points.map(({ question }) => question)).toEqual(cast.questions)
    expect(found.points[0]).toMatchObject({ comment: 'set som no', reply: null, nowInOrder: false })
    expect(found.strengths).toEqual([])
    const body = JSON.stringify(found)
    for (const name of ['Prøve', 'leder', 'chef', 'stab']) expect(body).not.toContain(name)
    expect(body).not.toMatch(/"level"|minutes|answeredBy/)
  })

  test('what was in order comes by section, without a count', async () => {
    const review = await released('yes')
    const { strengths, points } = await read(review)
    expect(points).toEqual([])
    expect(strengths.flatMap((section) => section.points)).toHaveLength(cast.questions.length)
    expect(strengths.every(({ whole }) => whole)).toBe(true)
  })

  test('it does not exist for anybody else', async () => {
    const review = await released()
    for (const name of ['leder', 'kollega', 'fremmedleder']) {
      const one = await cast.as(name).send('GET', `/api/feedback/${review}`)
      expect([name, one.statusCode]).toEqual([name, 404])
      const { feedback } = await cast.as(name).get<{ feedback: unknown[] }>('/api/feedback')
      expect([name, feedback]).toEqual([name, []])
    }
    for (const name of ['chef', 'jurist', 'stab', 'admin', 'direktør', 'fremmed']) {
      const one = await cast.as(name).send('GET', `/api/feedback/${review}`)
      expect([name, one.statusCode]).toEqual([name, 403])
    }
  })

  test('each point is replied to once, with words for a dispute, and the rest accepted in one act', async () => {
    const review = await released()
    const as = cast.as('sagsbehandler')
    const [first = '', second = '', third = ''] = cast.questions
    const reply = (question: string, body: object) =>
      as.send('POST', `/api/feedback/${review}/replies/${question}`, { body })
    expect((await reply(first, { kind: 'disputed', words: ' ' })).statusCode).toBe(400)
    expect((await reply(first, { kind: 'accepted', words: null })).statusCode).toBe(204)
    expect(findCode(await reply(first, { kind: 'disputed', words: 'Uenig' }))).toBe('already-replied')
    expect(findCode(await reply('U-99', { kind: 'accepted', words: null }))).toBe('question-not-in-form')
    expect((await reply(second, { kind: 'disputed', words: 'Det ligger i bilag 3' })).statusCode).toBe(204)
    expect((await as.send('POST', `/api/feedback/${review}/acceptance`)).statusCode).toBe(204)
    const { points, read: isRead } = await read(review)
    expect(isRead).toBe(true)
    expect(points.map(({ question, reply: given }) => [question, given?.kind])).toEqual([
      [first, 'accepted'],
      [second, 'disputed'],
      [third, 'accepted'],
    ])
  })

  test('a review that is being corrected shows nothing and takes no reply', async () => {
    const review = await released()
    const sent = await cast.as('admin').send('POST', `/api/reviews/${review}/return`, {
      body: { reason: 'Se bilag 3' },
    })
    expect(sent.statusCode).toBe(200)
    expect(await read(review)).toMatchObject({ correcting: true, points: [], strengths: [], comment: null })
    const answer = await cast.as('sagsbehandler').send('POST', `/api/feedback/${review}/acceptance`)
    expect(findCode(answer)).toBe('feedback-correcting')
    await cast.as('stab').refill(review, 'yes')
    expect((await cast.as('stab').submit(review)).statusCode).toBe(200)
    expect((await read(review)).strengths).not.toEqual([])
  })
})

describe('a dispute', () => {
  async function disputed() {
    const review = await released()
    const question = cast.questions[0] ?? ''
    const words = `Uenig om ${review}`
    await cast.as('sagsbehandler').send('POST', `/api/feedback/${review}/replies/${question}`, {
      body: { kind: 'disputed', words },
    })
    const [row] = (await disputesOf('fremmedleder')).filter((each) => each.words === words)
    if (row === undefined) throw new Error('the leader sees no dispute')
    return { review, row, words }
  }
  const answer = (name: string, id: string, outcome = 'upheld') =>
    cast.as(name).send('POST', `/api/disputes/${id}/outcome`, { body: { outcome, words: 'Set igen' } })

  test('reaches the team’s leader, who is told, with a day to answer by', async () => {
    const { review, row } = await disputed()
    expect(row).toMatchObject({
      by: 'Prøve sagsbehandler',
      comment: 'set som no',
      outcome: null,
      closedToMe: null,
    })
    expect(row.dueOn > row.at.slice(0, 10)).toBe(true)
    expect(await cast.notices('fremmedleder')).toContainEqual({ kind: 'feedback-disputed', subject: review })
    expect((await cast.notices('leder')).map(({ kind }) => kind)).not.toContain('feedback-disputed')
  })

  test('is seen in the unit, but nobody answers about their own review or work', async () => {
    const { row } = await disputed()
    for (const name of ['leder', 'chef']) {
      const seen = (await disputesOf(name)).find(({ id }) => id === row.id)
      expect([name, seen?.closedToMe]).toEqual([name, 'own-review'])
      expect(findCode(await answer(name, row.id))).toBe('own-review')
    }
  })

  test('does not exist for others', async () => {
    const { row } = await disputed()
    expect((await disputesOf('kollega')).map(({ id }) => id)).not.toContain(row.id)
    expect((await answer('kollega', row.id)).statusCode).toBe(404)
    for (const name of ['sagsbehandler', 'jurist', 'stab', 'admin', 'direktør', 'fremmed']) {
      expect((await cast.as(name).send('GET', '/api/disputes')).statusCode).toBe(403)
      expect((await answer(name, row.id)).statusCode).toBe(403)
    }
  })

  test('that nobody answers goes to the area manager after its day, and again to the leader, once', async () => {
    const { review, row } = await disputed()
    const answered = await disputed()
    expect((await answer('fremmedleder', answered.row.id)).statusCode).toBe(204)
    const late = { kind: 'feedback-overdue', subject: review }
    const on = (day: string) => new Date(`${day}T12:00:00Z`)
    await watchDisputes(cast.held.database, on(row.dueOn))
    expect(await cast.notices('chef')).not.toContainEqual(late)
    expect((await disputesOf('chef')).find(({ id }) => id === row.id)?.overdue).toBe(false)
    const next = on(addDays(row.dueOn, 1))
    expect(await watchDisputes(cast.held.database, next)).toBeGreaterThan(0)
    for (const name of ['chef', 'fremmedleder']) expect(await cast.notices(name)).toContainEqual(late)
    for (const name of ['leder', 'jurist', 'sagsbehandler', 'admin'])
      expect((await cast.notices(name)).map(({ kind }) => kind)).not.toContain('feedback-overdue')
    expect(await cast.notices('chef')).not.toContainEqual({ ...late, subject: answered.review })
    expect(await watchDisputes(cast.held.database, next)).toBe(0)
    const told = (await cast.notices('chef')).filter(({ subject }) => subject === review)
    expect(told).toEqual([late])
  })

  test('that is upheld ends there; the caseworker is told and reads why', async () => {
    const { review, row, words } = await disputed()
    expect((await answer('fremmedleder', row.id)).statusCode).toBe(204)
    expect(findCode(await answer('fremmedleder', row.id, 'changed'))).toBe('dispute-answered')
    const [point] = (await read(review)).points
    expect(point?.reply).toMatchObject({ words, outcome: { outcome: 'upheld', words: 'Set igen' } })
    expect(await cast.notices('sagsbehandler')).toContainEqual({ kind: 'feedback-answered', subject: review })
    const { disputes } = await cast.as('admin').get<{ disputes: DisputeRow[] }>('/api/disputes/corrections')
    expect(disputes.map(({ id }) => id)).not.toContain(row.id)
  })

  test('that is agreed with changes no answer, and asks those who lead the audit to have it corrected', async () => {
    const { review, row } = await disputed()
    const answers = () =>
      cast.rows('select * from review_answer where review_id = $1 order by 2, 3', [review])
    const before = await answers()
    expect((await answer('fremmedleder', row.id, 'changed')).statusCode).toBe(204)
    expect(await answers()).toEqual(before)
    expect(await cast.notices('admin')).toContainEqual({ kind: 'feedback-correction', subject: review })
    const { disputes } = await cast.as('admin').get<{ disputes: DisputeRow[] }>('/api/disputes/corrections')
    expect(disputes.find(({ id }) => id === row.id)).toMatchObject({ review, roundClosed: false })
    expect((await cast.as('leder').send('GET', '/api/disputes/corrections')).statusCode).toBe(403)
  })
})

test('every look at feedback and every reply is on record', async () => {
  const acts = await cast.rows<{ act: string }>(
    `select distinct act from (select act, subject_kind from access_entry union all select act, subject_kind from change_entry) as e
     where subject_kind = 'feedback' order by act`,
  )
  expect(acts.map(({ act }) => act)).toEqual([
    'accept-feedback',
    'accepted-feedback',
    'dispute-changed',
    'dispute-upheld',
    'disputed-feedback',
    'escalate-dispute',
    'list-corrections-asked',
    'list-disputes',
    'list-feedback',
    'read-dispute',
    'read-feedback',
  ])
})

test('a round that has closed releases what was submitted, unless it closed too long ago', async () => {
  const made = await cast.newCase({ by: 'sagsbehandler' })
  await cast.as('leder').fillAndSubmit(made.review(1), 'no')
  const closed = (days: number) =>
    cast.rows(`update round set state = 'closed', closed_at = now() - make_interval(days => $1)`, [days])
  await closed(91)
  expect(await release()).toBe(0)
  await closed(1)
  expect(await release()).toBeGreaterThan(0)
  expect((await mine()).map(({ review }) => review)).toContain(made.review(1))
})
