import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AllLevels } from '../../src/contract/review/all-levels.ts'
import type { DifferenceRow, Differences } from '../../src/contract/review/differences.ts'
import type { ReviewHistory } from '../../src/contract/review/history.ts'
import type { Merge } from '../../src/contract/review/merge.ts'
import type { Review } from '../../src/contract/review/review.ts'
import { listSubmittedReviews } from '../../src/storage/analysis/submitted-review.ts'
import { listConsensus } from '../../src/storage/review/difference-move.ts'
import { allAnswerTypes } from '../support/all-answer-types.ts'
import { findCode, ReviewCast } from '../support/review-cast.ts'

/** A form with a question of each type: A-1 yes-no, A-2 graded, A-3 number, A-4 date, A-5 text, A-6 follows. */
let cast: ReviewCast
let apart: ReviewCast
beforeAll(async () => {
  cast = await ReviewCast.create({ source: allAnswerTypes, levels: [1, 2] })
  const source = allAnswerTypes.replace('together: true', 'apart: true')
  apart = await ReviewCast.create({ source, levels: [1, 2] })
}, 60_000)
afterAll(async () => {
  await cast.close()
  await apart.close()
})

const low = {
  'A-1': { answer: 'yes' },
  'A-2': { value: '2' },
  'A-3': { value: '2.5' },
  'A-4': { value: '2023-11-03' },
  'A-5': { value: 'Tal med barnet tidligt.' },
}
type Content = Readonly<Record<string, Readonly<Record<string, string>>>>

async function answer(of: ReviewCast, who: string, review: string, content: Content): Promise<void> {
  const { answers } = await of.as(who).get<Review>(`/api/reviews/${review}`)
  for (const [question, given] of Object.entries(content)) {
    const version = answers.find((each) => each.question === question)?.version ?? 0
    const none = { answer: null, comment: null, evidenceReference: null, evidenceDate: null }
    const url = `/api/reviews/${review}/answers/${question}`
    const saved = await of.as(who).send('PUT', url, { body: { ...none, ...given, version } })
    if (saved.statusCode !== 200) throw new Error(saved.body)
  }
  const submitted = await of.as(who).submit(review)
  if (submitted.statusCode !== 200) throw new Error(submitted.body)
}

/** Level 1 as `low`; level 2 the same but for `high`. */
async function compared(high: Content) {
  const { review } = await cast.newCase()
  await answer(cast, 'leder', review(1), low)
  await answer(cast, 'chef', review(2), { ...low, ...high })
  return review
}

async function differencesOf(review: string): Promise<ReadonlyMap<string, DifferenceRow>> {
  const { rows } = await cast.as('chef').get<Differences>(`/api/reviews/${review}/differences`)
  return new Map(rows.map((row) => [row.question, row]))
}

test('grades, numbers and days that differ are differences with both values; words are only put side by side', async () => {
  const review = await compared({
    'A-2': { value: '3' },
    'A-3': { value: '2.50' },
    'A-4': { value: '2023-11-04' },
    'A-5': { value: 'Tal med skolen.' },
  })
  const rows = await differencesOf(review(2))
  expect([...rows].map(([key, { state }]) => [key, state])).toEqual([
    ['A-1', 'same'],
    ['A-2', 'open'],
    ['A-3', 'same'],
    ['A-4', 'open'],
    ['A-5', 'beside'],
    ['A-6', 'same'],
  ])
  expect(rows.get('A-2')).toMatchObject({
    own: { value: '3' },
    below: { value: '2' },
    answerType: 'graded',
    grades: [{ da: 'Mangelfuld' }, { da: 'Tilstrækkelig' }, { da: 'Grundig' }],
  })
  expect(rows.get('A-4')).toMatchObject({ own: { value: '2023-11-04' }, below: { value: '2023-11-03' } })
  expect(rows.get('A-5')).toMatchObject({
    own: { value: 'Tal med skolen.' },
    below: { value: 'Tal med barnet tidligt.' },
  })
  const proposal = { body: { reason: 'fact', consensus: 'Tal.', note: null, seen: 0 } }
  const url = `/api/reviews/${review(2)}/differences/A-5/proposal`
  expect(findCode(await cast.as('chef').send('POST', url, proposal))).toBe('no-difference')
  const { rows: all } = await cast.as('chef').get<AllLevels>(`/api/reviews/${review(2)}/levels`)
  expect(all.find(({ question }) => question === 'A-4')?.answers).toMatchObject([
    { value: '2023-11-03' },
    { value: '2023-11-04' },
  ])
})

test('an override differs from the grade that follows, and is shown with the grade of the rule and its reason', async () => {
  const review = await compared({ 'A-6': { value: '1', overrideReason: 'Akten siger mere.' } })
  expect((await differencesOf(review(2))).get('A-6')).toMatchObject({
    state: 'open',
    own: { value: '1', derivedValue: '2', overrideReason: 'Akten siger mere.' },
    below: { value: null, derivedValue: '2', overrideReason: null },
  })
})

test('two levels agree on a value that fits the question; it changes neither answer and no statistics', async () => {
  const review = await compared({ 'A-3': { value: '4' }, 'A-2': { value: '1' } })
  const before = await cast.read((reader) => listSubmittedReviews(reader, cast.round.id))
  const propose = (question: string, consensus: string) =>
    cast.as('chef').send('POST', `/api/reviews/${review(2)}/differences/${question}/proposal`, {
      body: { reason: 'evidence-missing', consensus, note: null, seen: 0 },
    })
  expect(findCode(await propose('A-3', 'yes'))).toBe('unfit-answer')
  expect(findCode(await propose('A-3', '3,5'))).toBe('unfit-answer')
  expect(findCode(await propose('A-2', '4'))).toBe('unfit-answer')
  expect((await propose('A-3', '3.5')).statusCode).toBe(204)
  expect((await propose('A-6', '2')).statusCode).toBe(204)
  const rows = await differencesOf(review(2))
  for (const question of ['A-3', 'A-6']) {
    const reply = { agreed: true, note: null, proposal: rows.get(question)?.proposal?.id ?? 0 }
    const url = `/api/reviews/${review(2)}/differences/${question}/reply`
    expect((await cast.as('leder').send('POST', url, { body: reply })).statusCode).toBe(204)
  }
  expect((await differencesOf(review(2))).get('A-3')).toMatchObject({
    state: 'agreed',
    proposal: { consensus: '3.5' },
    own: { value: '4' },
    below: { value: '2.5' },
  })
  const agreed = await cast.read((reader) => listConsensus(reader, cast.round.id))
  expect(agreed.map(({ question, own, below, consensus }) => [question, own, below, consensus])).toEqual([
    ['A-3', '4', '2.5', '3.5'],
    ['A-6', '1', '2', '2'],
  ])
  expect(await cast.read((reader) => listSubmittedReviews(reader, cast.round.id))).toEqual(before)
})

test('the history tells of a changed value, and of an override with what the rule gives', async () => {
  const review = await compared({})
  const back = await cast.as('chef').send('POST', `/api/reviews/${review(1)}/return`, {
    body: { reason: 'Se notatet' },
  })
  expect(back.statusCode).toBe(200)
  await answer(cast, 'leder', review(1), {
    'A-3': { value: '3' },
    'A-6': { value: '1', overrideReason: 'Notatet viser det.' },
  })
  const { entries } = await cast.as('leder').get<ReviewHistory>(`/api/reviews/${review(1)}/history`)
  expect(entries.at(-1)?.submission?.changes).toMatchObject([
    { question: 'A-3', answerType: 'number', answer: true, before: { value: '2.5' }, after: { value: '3' } },
    {
      question: 'A-6',
      answer: true,
      before: { value: null, derivedValue: '2' },
      after: { value: '1', derivedValue: '2', overrideReason: 'Notatet viser det.' },
    },
  ])
})

test('two who answered apart see each other’s values, overrides and what follows for the level', async () => {
  const { review } = await apart.newCase()
  await answer(apart, 'leder', review(1), { ...low, 'A-2': { value: '1' } })
  await answer(apart, 'kollega', review(1), {
    ...low,
    'A-6': { value: '1', overrideReason: 'Akten siger mere.' },
  })
  const at = `/api/reviews/${review(1)}/merge`
  const rowOf = async (key: string) =>
    (await apart.as('leder').get<Merge>(at)).rows.find(({ question }) => question === key)
  expect(await rowOf('A-2')).toMatchObject({
    state: 'open',
    differs: true,
    sides: [{ value: '1' }, { value: '2' }],
  })
  expect(await rowOf('A-6')).toMatchObject({
    // The same grade, but one of them by an override, which does not stand alone: the two settle on one.
    state: 'open',
    given: null,
    settle: { rule: null, overrides: ['1'] },
    differs: true,
    sides: [
      { value: null, derivedValue: '1', overrideReason: null },
      { value: '1', derivedValue: '2', overrideReason: 'Akten siger mere.' },
    ],
  })
  const choice = { body: { given: '2', reason: 'law', note: null, seen: 0 } }
  expect((await apart.as('leder').send('POST', `${at}/A-2/choice`, choice)).statusCode).toBe(204)
  const seen = { body: { seen: (await rowOf('A-2'))?.choice?.id ?? 0 } }
  expect((await apart.as('kollega').send('POST', `${at}/A-2/confirmation`, seen)).statusCode).toBe(204)
  expect(await rowOf('A-6')).toMatchObject({ state: 'open', settle: { rule: '2', overrides: ['1'] } })
  const settle = (given: string) => ({ body: { given, reason: 'fact', note: null, seen: 0 } })
  expect((await apart.as('leder').send('POST', `${at}/A-6/choice`, settle('3'))).statusCode).toBe(400)
  expect((await apart.as('leder').send('POST', `${at}/A-6/choice`, settle('2'))).statusCode).toBe(204)
  const shown = { body: { seen: (await rowOf('A-6'))?.choice?.id ?? 0 } }
  expect((await apart.as('kollega').send('POST', `${at}/A-6/confirmation`, shown)).statusCode).toBe(204)
  expect(await rowOf('A-6')).toMatchObject({ state: 'settled', given: '2' })
})
