import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { AllLevels } from '../../src/contract/review/all-levels.ts'
import type { Corrections } from '../../src/contract/review/corrections.ts'
import type { Differences } from '../../src/contract/review/differences.ts'
import type { Thread } from '../../src/contract/review/discussion.ts'
import type { ReviewHistory } from '../../src/contract/review/history.ts'
import type { Review } from '../../src/contract/review/review.ts'
import { undoMinutes } from '../../src/core/review/correction.ts'
import { listSubmittedReviews } from '../../src/storage/analysis/submitted-review.ts'
import { listConsensus } from '../../src/storage/review/difference-move.ts'
import { findCode, ReviewCast } from '../support/review-cast.ts'
import { differencesFromRecount } from '../support/recount.ts'

let cast: ReviewCast
beforeAll(async () => {
  cast = await ReviewCast.create()
})
afterAll(() => cast.close())
// Whatever a test does, dashboards say what is in the reviews.
afterEach(async () => {
  const differences = await differencesFromRecount(cast.held.superPool)
  if (differences.length > 0) throw new Error(differences.join('\n'))
})

const because = { body: { reason: 'Notatet af 3. oktober er overset' } }

/** Submitted at levels 1 (no) and 2 (yes). */
async function comparedCase() {
  const { review } = await cast.newCase()
  await cast.as('leder').fillAndSubmit(review(1), 'no')
  await cast.as('chef').fillAndSubmit(review(2), 'yes')
  return review
}

describe('sending a review back', () => {
  test('keeps the submission, opens the form, tells its reviewers, and marks the next one as corrected', async () => {
    const review = await comparedCase()
    const { chef, leder } = { chef: cast.as('chef'), leder: cast.as('leder') }
    const returned = await chef.send('POST', `/api/reviews/${review(1)}/return`, because)
    expect([returned.statusCode, returned.json()]).toEqual([200, { influenced: true }])

    const form = await leder.get<Review>(`/api/reviews/${review(1)}`)
    expect([form.state, form.minutes, form.acts.includes('answer')]).toEqual(['in-progress', null, true])
    expect(form.answers.map(({ answer }) => answer)).toEqual(['no', 'no', 'no'])
    const why = await leder.get<Corrections>(`/api/reviews/${review(1)}/corrections`)
    expect(why.returned).toMatchObject({ by: 'Prøve chef', reason: because.body.reason, own: false })
    expect(await cast.notices('leder')).toContainEqual({ kind: 'review-returned', subject: review(1) })
    expect(await cast.notices('kollega')).toContainEqual({ kind: 'review-returned', subject: review(1) })
    expect(await cast.notices('chef')).not.toContainEqual({ kind: 'review-returned', subject: review(1) })

    const [first] = form.answers
    if (first === undefined) throw new Error('no answers')
    expect((await leder.save(review(1), first.question, 'yes', first.version)).statusCode).toBe(200)
    expect((await leder.submit(review(1), 50)).statusCode).toBe(200)
    const { entries } = await leder.get<ReviewHistory>(`/api/reviews/${review(1)}/history`)
    expect(entries.map(({ kind, by, submission }) => [kind, by, submission?.minutes])).toEqual([
      ['submitted', 'Prøve leder', 30],
      ['returned', 'Prøve chef', undefined],
      ['submitted', 'Prøve leder', 50],
    ])
    expect(entries.map(({ submission }) => submission?.influenced)).toEqual([false, undefined, true])
    expect(entries[2]?.submission?.changes).toEqual([
      expect.objectContaining({
        question: first.question,
        before: expect.objectContaining({ answer: 'no' }),
        after: expect.objectContaining({ answer: 'yes' }),
        answer: true,
        notes: true,
      }),
    ])
  })

  test('leaves the statistics what was answered before the other level could be seen, and the tallies what counts now', async () => {
    const review = await comparedCase()
    await cast.as('chef').send('POST', `/api/reviews/${review(1)}/return`, because)
    await cast.as('leder').refill(review(1), 'na')
    expect((await cast.as('leder').submit(review(1))).statusCode).toBe(200)
    const answersOf = async (caseId: string, level: number) =>
      (await cast.read((reader) => listSubmittedReviews(reader, cast.round.id))).find(
        (one) => one.caseId === caseId && one.level === level,
      )?.answers
    const { caseFacts } = await cast.as('leder').get<Review>(`/api/reviews/${review(1)}`)
    expect(Object.values((await answersOf(caseFacts.caseId, 1)) ?? {})).toEqual(['no', 'no', 'no'])
    expect(Object.values((await answersOf(caseFacts.caseId, 2)) ?? {})).toEqual(['yes', 'yes', 'yes'])
  })

  test('before another level has submitted leaves the correction independent, so that it is what counts', async () => {
    const { review } = await cast.newCase()
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    const answer = await cast.as('admin').send('POST', `/api/reviews/${review(1)}/return`, because)
    expect(answer.json()).toEqual({ influenced: false })
    await cast.as('leder').refill(review(1), 'yes')
    await cast.as('leder').submit(review(1))
    const { caseFacts } = await cast.as('leder').get<Review>(`/api/reviews/${review(1)}`)
    const all = await cast.read((reader) => listSubmittedReviews(reader, cast.round.id))
    const found = all.find(({ caseId, level }) => caseId === caseFacts.caseId && level === 1)
    expect(Object.values(found?.answers ?? {})).toEqual(['yes', 'yes', 'yes'])
  })

  test('closes the level above’s answers to its reviewers again until they have submitted', async () => {
    const review = await comparedCase()
    const url = `/api/reviews/${review(2)}/differences`
    const open = await cast.as('leder').get<Differences>(url)
    expect([open.side, open.rows.length]).toEqual(['below', 3])
    await cast.as('chef').send('POST', `/api/reviews/${review(1)}/return`, because)
    expect(findCode(await cast.as('leder').send('GET', url))).toBe('sealed')
    const above = await cast.as('chef').get<Differences>(url)
    expect(above).toMatchObject({ rows: [], below: { submitted: false, returned: true, mayReturn: false } })
  })

  test('is refused to everyone else, in every state but submitted, and again by the second of two at once', async () => {
    const { review } = await cast.newCase()
    const send = (who: string) => cast.as(who).send('POST', `/api/reviews/${review(1)}/return`, because)
    expect(findCode(await send('admin'))).toBe('not-submitted')
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    expect(findCode(await send('leder'))).toBe('own-correction')
    expect(findCode(await send('kollega'))).toBe('own-correction')
    expect(findCode(await send('chef'))).toBe('not-permitted')
    expect(findCode(await send('fremmedleder'))).toBe('not-found')
    expect(findCode(await send('sagsbehandler'))).toBe('not-permitted')
    expect(findCode(await send('fremmed'))).toBe('not-found')
    await cast.as('chef').fillAndSubmit(review(2), 'yes')
    const empty = { body: { reason: '   ' } }
    expect((await cast.as('chef').send('POST', `/api/reviews/${review(1)}/return`, empty)).statusCode).toBe(
      400,
    )
    const both = await Promise.all([send('chef'), send('admin')])
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409])
    const kept = await cast.rows('select from review_submission where review_id = $1', [review(1)])
    expect(kept).toHaveLength(1)
  })

  test('and submitting at once end in one order or the other, with everything counted', async () => {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      const review = await comparedCase()
      const chef = cast.as('chef')
      await chef.send('POST', `/api/reviews/${review(1)}/return`, because)
      const outcomes = await Promise.all([
        cast.as('leder').submit(review(1)),
        chef.send('POST', `/api/reviews/${review(1)}/return`, because),
        cast.as('admin').send('POST', `/api/reviews/${review(1)}/write-off`, {
          body: { code: 'no-time', reason: 'Tiden er gået' },
        }),
      ])
      for (const { statusCode } of outcomes) expect([200, 204, 409]).toContain(statusCode)
      expect(await differencesFromRecount(cast.held.superPool)).toEqual([])
    }
  })
})

describe('undoing a submission', () => {
  const undo = (who: string, id: string) => cast.as(who).send('POST', `/api/reviews/${id}/reopening`, because)

  test('is the reviewer’s while nobody has looked and little time has passed', async () => {
    const { review } = await cast.newCase()
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    const acts = () =>
      cast
        .as('leder')
        .get<Corrections>(`/api/reviews/${review(1)}/corrections`)
        .then((found) => found.acts)
    expect(await acts()).toEqual(['undo'])
    expect((await undo('leder', review(1))).json()).toEqual({ influenced: false })
    expect(await cast.notices('kollega')).toContainEqual({ kind: 'review-reopened', subject: review(1) })
    expect(findCode(await undo('leder', review(1)))).toBe('not-submitted')
    await cast.as('leder').submit(review(1))
    // The level above looks, but sees nothing: its own review is not submitted.
    await cast.as('chef').get<Review>(`/api/reviews/${review(1)}`)
    expect(await acts()).toEqual(['undo'])
    await cast.as('chef').fillAndSubmit(review(2), 'yes')
    expect(await acts()).toEqual([])
    expect(findCode(await undo('leder', review(1)))).toBe('undo-over')
    expect(findCode(await undo('chef', review(1)))).toBe('not-your-review')
  })

  test('ends when somebody else of the level has opened the answers', async () => {
    const { review } = await cast.newCase()
    await cast.as('chef').fillAndSubmit(review(2), 'no')
    expect((await cast.as('jurist2').get<Review>(`/api/reviews/${review(2)}`)).sealed).toBe(false)
    expect(findCode(await undo('chef', review(2)))).toBe('undo-over')
  })

  test('ends after a while', async () => {
    const { review } = await cast.newCase()
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    await cast.makeOlder(review(1), undoMinutes - 1)
    expect((await cast.as('leder').get<Corrections>(`/api/reviews/${review(1)}/corrections`)).acts).toEqual([
      'undo',
    ])
    await cast.makeOlder(review(1), 2)
    expect(findCode(await undo('leder', review(1)))).toBe('undo-over')
  })
})

describe('writing off', () => {
  const off = (who: string, id: string) =>
    cast.as(who).send('POST', `/api/reviews/${id}/write-off`, {
      body: { code: 'no-reviewer', reason: 'Ingen ledig' },
    })

  test('takes an unfinished review out of the counts, shows it on the list, and can be taken back', async () => {
    const { review } = await cast.newCase()
    await cast.as('leder').save(review(1), cast.questions[0] ?? '', 'yes', 0)
    expect((await off('admin', review(1))).statusCode).toBe(204)
    expect(await differencesFromRecount(cast.held.superPool)).toEqual([])
    const listed = await cast.unfinished()
    expect(listed.find(({ id }) => id === review(1))).toMatchObject({
      state: 'written-off',
      writtenOff: { code: 'no-reviewer', reason: 'Ingen ledig' },
      reviewers: ['Prøve leder', 'Prøve kollega'],
    })
    expect(listed.find(({ id }) => id === review(2))).toMatchObject({ state: 'assigned', writtenOff: null })
    expect(findCode(await cast.as('leder').submit(review(1)))).toBe('written-off')
    const again = await cast.as('admin').send('POST', `/api/reviews/${review(1)}/reopening`, because)
    expect(again.statusCode).toBe(200)
    const form = await cast.as('leder').get<Review>(`/api/reviews/${review(1)}`)
    expect([form.state, form.answers.length]).toEqual(['in-progress', 1])
  })

  test('is refused of a review that was submitted and sent back, which stays in the figures', async () => {
    const { review } = await cast.newCase()
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    expect(
      (await cast.as('admin').send('POST', `/api/reviews/${review(1)}/return`, because)).statusCode,
    ).toBe(200)
    expect(findCode(await off('admin', review(1)))).toBe('submitted-before')
    expect((await cast.as('leder').submit(review(1))).statusCode).toBe(200)
  })

  test('is refused to others, of a submitted review, twice, and of one’s own', async () => {
    const { review } = await cast.newCase()
    for (const name of ['leder', 'chef', 'sagsbehandler'])
      expect(findCode(await off(name, review(1)))).toBe('not-permitted')
    expect(findCode(await off('stab', review(3)))).toBe('own-review')
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    expect(findCode(await off('admin', review(1)))).toBe('already-submitted')
    expect((await off('admin', review(2))).statusCode).toBe(204)
    expect(findCode(await off('admin', review(2)))).toBe('written-off')
    expect(findCode(await off('fremmed', review(2)))).toBe('not-found')
  })
})

describe('settling a difference', () => {
  const question = () => cast.questions[0] ?? ''
  const propose = (who: string, id: string, seen: number, more: object = {}) =>
    cast.as(who).send('POST', `/api/reviews/${id}/differences/${question()}/proposal`, {
      body: { reason: 'evidence-missing', consensus: 'no', note: 'Notatet findes ikke', seen, ...more },
    })
  const reply = (who: string, id: string, agreed: boolean, proposal: number) =>
    cast.as(who).send('POST', `/api/reviews/${id}/differences/${question()}/reply`, {
      body: { agreed, note: null, proposal },
    })
  const row = async (who: string, id: string) => {
    const { rows } = await cast.as(who).get<Differences>(`/api/reviews/${id}/differences`)
    return rows.find((one) => one.question === question())
  }

  test('takes a proposal from above and a word from below; both answers stay, and the value is read beside them', async () => {
    const review = await comparedCase()
    expect(await row('leder', review(2))).toMatchObject({ state: 'open', proposal: null })
    expect((await propose('jurist', review(2), 0)).statusCode).toBe(204)
    const proposed = await row('leder', review(2))
    expect(proposed).toMatchObject({
      state: 'proposed',
      proposal: { reason: 'evidence-missing', consensus: 'no', by: 'Prøve jurist' },
    })
    const id = proposed?.proposal?.id ?? 0
    expect(await cast.notices('leder')).toContainEqual({ kind: 'consensus-proposed', subject: review(1) })
    expect((await reply('kollega', review(2), false, id)).statusCode).toBe(204)
    expect(await row('chef', review(2))).toMatchObject({ state: 'kept', reply: { agreed: false } })
    expect(await cast.notices('chef')).toContainEqual({ kind: 'consensus-answered', subject: review(2) })
    expect((await reply('leder', review(2), true, id)).statusCode).toBe(204)
    expect(await row('chef', review(2))).toMatchObject({
      state: 'agreed',
      own: { answer: 'yes' },
      below: { answer: 'no' },
    })
    const consensus = await cast.read((reader) => listConsensus(reader, cast.round.id))
    expect(consensus).toEqual([
      expect.objectContaining({ question: question(), own: 'yes', below: 'no', consensus: 'no', level: 2 }),
    ])
    // A correction makes it one about other answers; then nothing is agreed until it is proposed again.
    await cast.as('chef').send('POST', `/api/reviews/${review(1)}/return`, because)
    await cast.as('leder').refill(review(1), 'na')
    await cast.as('leder').submit(review(1))
    expect(await row('chef', review(2))).toMatchObject({ state: 'open', proposal: null })
    expect(await cast.read((reader) => listConsensus(reader, cast.round.id))).toEqual([])
  })

  test('is refused from the wrong side, about what is alike, from an old view, and before both have submitted', async () => {
    const { review } = await cast.newCase()
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    expect(findCode(await propose('chef', review(2), 0))).toBe('sealed')
    expect(findCode(await propose('leder', review(2), 0))).toBe('not-found')
    for (const [at, asked] of cast.questions.entries())
      await cast.as('chef').save(review(2), asked, at === 0 ? 'yes' : 'no', 0)
    await cast.as('chef').submit(review(2))
    expect(findCode(await propose('leder', review(2), 0))).toBe('not-your-review')
    expect(findCode(await propose('jurist2', review(2), 0))).toBe('not-your-review')
    expect(findCode(await propose('stab', review(2), 0))).toBe('sealed')
    expect(findCode(await propose('fremmedleder', review(2), 0))).toBe('not-found')
    expect(findCode(await reply('leder', review(2), true, 0))).toBe('nothing-proposed')
    expect((await propose('chef', review(2), 0, { reason: 'mood' })).statusCode).toBe(400)
    const twice = await Promise.all([propose('chef', review(2), 0), propose('jurist', review(2), 0)])
    expect(twice.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 409])
    expect(findCode(await propose('chef', review(2), 0))).toBe('outdated-version')
    const alike = await cast
      .as('chef')
      .send('POST', `/api/reviews/${review(2)}/differences/${cast.questions[1]}/proposal`, {
        body: { reason: 'law', consensus: 'no', note: null, seen: 0 },
      })
    expect(findCode(alike)).toBe('no-difference')
  })
})

describe('a thread', () => {
  const say = (who: string, id: string, text: string) =>
    cast.as(who).send('POST', `/api/reviews/${id}/threads/${cast.questions[0]}`, { body: { text } })

  test('is the two levels’ reviewers’ alone, told of without its words, and kept out of log, mail and entries', async () => {
    const review = await comparedCase()
    const secret = 'moren hedder noget hemmeligt'
    expect((await say('chef', review(2), secret)).statusCode).toBe(204)
    expect((await say('leder', review(2), 'Jeg ser efter')).statusCode).toBe(204)
    const url = `/api/reviews/${review(2)}/threads/${cast.questions[0]}`
    const thread = await cast.as('kollega').get<Thread>(url)
    expect(thread.messages.map(({ by, me, text }) => [by, me, text])).toEqual([
      ['Prøve chef', false, secret],
      ['Prøve leder', false, 'Jeg ser efter'],
    ])
    expect(findCode(await cast.as('jurist2').send('GET', url))).toBe('not-your-review')
    expect(findCode(await cast.as('stab').send('GET', url))).toBe('sealed')
    expect(findCode(await cast.as('sagsbehandler').send('GET', url))).toBe('not-permitted')
    expect(await cast.notices('leder')).toContainEqual({ kind: 'thread-message', subject: review(1) })
    expect(await cast.notices('chef')).toContainEqual({ kind: 'thread-message', subject: review(2) })
    expect(cast.server.log.join('\n')).not.toContain(secret)
    const kept = await cast.rows<{ text: string }>(
      `select coalesce(string_agg(t, ''), '') as text from (select detail::text as t from access_entry
        union all select detail::text from change_entry union all select content::text from mail) x`,
    )
    expect(kept[0]?.text).not.toContain('hemmeligt')
    const looks = await cast.rows("select from access_entry where act = 'read-thread' and subject_id = $1", [
      review(2),
    ])
    expect(looks).toHaveLength(1)
    // Somebody who has an unseen notice of it gets no second one.
    await say('chef', review(2), 'En til')
    const told = (await cast.notices('leder')).filter(({ subject }) => subject === review(1))
    expect(told.filter(({ kind }) => kind === 'thread-message')).toHaveLength(1)
  })

  test('opens when both have submitted, and stays open while one corrects', async () => {
    const { review } = await cast.newCase()
    await cast.as('leder').fillAndSubmit(review(1), 'no')
    expect(findCode(await say('leder', review(2), 'Hvad menes der?'))).toBe('not-found')
    expect(findCode(await say('chef', review(2), 'Hvorfor nej?'))).toBe('sealed')
    await cast.as('chef').fillAndSubmit(review(2), 'yes')
    await cast.as('chef').send('POST', `/api/reviews/${review(1)}/return`, because)
    expect((await say('leder', review(2), 'Hvilket notat?')).statusCode).toBe(204)
    expect((await say('chef', review(2), 'Det af 3.')).statusCode).toBe(204)
  })
})

describe('all levels', () => {
  test('show each level’s answers under its own seal', async () => {
    const review = await comparedCase()
    const url = `/api/reviews/${review(2)}/levels`
    const standings = async (who: string, at = url) =>
      (await cast.as(who).get<AllLevels>(at)).levels.map(({ standing }) => standing)
    expect(await standings('chef')).toEqual(['shown', 'shown', 'open', 'none'])
    expect(await standings('leder')).toEqual(['shown', 'shown', 'open', 'none'])
    expect(findCode(await cast.as('stab').send('GET', url))).toBe('sealed')
    await cast.as('stab').fillAndSubmit(review(3), 'na')
    const all = await cast.as('stab').get<AllLevels>(`/api/reviews/${review(3)}/levels`)
    expect(all.rows.map(({ answers }) => answers.map((each) => each?.answer ?? null))).toEqual(
      [1, 2, 3].map(() => ['no', 'yes', 'na', null]),
    )
  })
})

describe('closing the round', () => {
  const close = (who: string) => cast.as(who).send('POST', `/api/rounds/${cast.round.key}/closing`)

  test('asks for every review, notes what was written off, tells who reads results, and closes all correction for good; the report begins as a draft, once', async () => {
    const review = await comparedCase()
    await cast.as('stab').fillAndSubmit(review(3), 'yes')
    expect(findCode(await close('admin'))).toBe('reviews-open')
    const open = (await cast.unfinished()).filter(({ writtenOff }) => writtenOff === null)
    const body = { code: 'no-time', reason: 'Runden skal lukkes' }
    // What was sent back is submitted again.
    for (const { id, level } of open.filter(({ returned }) => returned))
      expect((await cast.as(level === 1 ? 'leder' : 'chef').submit(id)).statusCode).toBe(200)
    for (const { id } of open.filter(({ returned }) => !returned))
      expect((await cast.as('admin').send('POST', `/api/reviews/${id}/write-off`, { body })).statusCode).toBe(
        204,
      )
    expect((await close('admin')).statusCode).toBe(204)
    const noted = await cast.rows<{ text_da: string }>(
      'select text_da from irregularity order by substring(text_da from $1)',
      ['niveau (.)'],
    )
    expect(noted.map(({ text_da: text }) => text)).toEqual([
      expect.stringMatching(/^\d+ gennemgange? på niveau 1 blev afskrevet .*der var ikke tid: \d+/),
      expect.stringMatching(/^\d+ gennemgange? på niveau 2 blev afskrevet/),
      expect.stringMatching(/^\d+ gennemgange? på niveau 3 blev afskrevet/),
    ])
    for (const name of ['chef', 'stab', 'direktør'])
      expect(await cast.notices(name)).toContainEqual({ kind: 'round-closed', subject: cast.round.id })
    for (const name of ['admin', 'sagsbehandler', 'kollega'])
      expect(await cast.notices(name)).not.toContainEqual({ kind: 'round-closed', subject: cast.round.id })
    expect(findCode(await close('admin'))).toBe('round-closed')
    const drafts = await cast.rows<object>(
      `select template, edition, state, r.created_by, array_agg(e.step || coalesce(e.person_id::text, '')) as events
       from report_release as r join report_release_event as e on e.release_id = r.id group by r.id, 1, 2, 3, 4`,
    )
    expect(drafts).toEqual([
      { template: 'committee', edition: 'internal', state: 'draft', created_by: null, events: ['begin'] },
    ])
    const acts = [
      ['chef', 'POST', `/api/reviews/${review(1)}/return`, because],
      ['leder', 'POST', `/api/reviews/${review(1)}/reopening`, because],
      ['chef', 'POST', `/api/reviews/${review(2)}/threads/${cast.questions[0]}`, { body: { text: 'x' } }],
      [
        'chef',
        'POST',
        `/api/reviews/${review(2)}/differences/${cast.questions[0]}/proposal`,
        { body: { reason: 'law', consensus: 'no', note: null, seen: 0 } },
      ],
    ] as const
    for (const [who, method, url, call] of acts)
      expect([url, findCode(await cast.as(who).send(method, url, call))]).toEqual([url, 'round-closed'])
  })
})
