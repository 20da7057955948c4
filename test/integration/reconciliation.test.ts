import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { getReconciliation } from '../../src/contract/caseflow/reconciliation.ts'
import type { Role } from '../../src/core/access/role.ts'
import { createTestDatabase, type TestDatabase } from '../support/database.ts'
import { addPerson, cookieOf, createTestServer, type TestServer } from '../support/server.ts'

type Answer = z.output<(typeof getReconciliation)['response']>
type Ready = Extract<Answer['answer'], { state: 'ready' }>

let held: TestDatabase
let server: TestServer
const cookies = new Map<Role, string>()
const people = new Map<Role, { readonly person: string; readonly unit: string | null }>()
let openRound = ''
let closedRound = ''

async function rows<T extends object>(text: string, values: readonly unknown[] = []): Promise<readonly T[]> {
  return (await held.superPool.query<T>(text, [...values])).rows
}

beforeAll(async () => {
  held = await createTestDatabase({ demo: true })
  server = await createTestServer(held.database, { demo: true })
  const rounds = await rows<{ key: string; state: string }>(
    'select key, state from round order by period_from desc',
  )
  openRound = rounds.find(({ state }) => state === 'open')?.key ?? ''
  closedRound = rounds.find(({ state }) => state === 'closed')?.key ?? ''
  const holders = await rows<{ role: Role; person: string; unit: string | null }>(
    'select distinct on (role) role, person_id as person, unit_id as unit from role_assignment join municipality using (municipality_id) where demo order by role, id',
  )
  for (const { role, person, unit } of holders) {
    const answer = await server.send('POST', '/api/session/switch', { body: { personId: person } })
    if (answer.statusCode === 204) cookies.set(role, cookieOf(answer))
    people.set(role, { person, unit })
  }
}, 300_000)
afterAll(async () => {
  await server.app.close()
  await held.close()
})

const path = '/api/caseflow/reconciliation'
const get = (role: Role, query = '') =>
  server.send('GET', `${path}${query}`, { cookie: cookies.get(role) ?? '' })

async function ready(role: Role, query = ''): Promise<Ready> {
  const answer = await get(role, query)
  expect(answer.statusCode).toBe(200)
  const parsed = getReconciliation.response.parse(answer.json())
  if (parsed.answer.state !== 'ready') throw new Error(`it is ${parsed.answer.state}`)
  return parsed.answer
}

const unitOf = (role: Role) => people.get(role)?.unit ?? ''
const conclude = (role: Role, body: object) =>
  server.send('POST', `${path}/conclusions`, { cookie: cookies.get(role) ?? '', body })

describe('reconciliation of registry and audit', () => {
  test('shows disagreements of both kinds, each with the dates and events behind it', async () => {
    const { entries, total, sentence, questions, units } = await ready(
      'staff-lawyer',
      `?round=${closedRound}`,
    )
    expect(total).toBeGreaterThan(0)
    expect(sentence.da).toMatch(/^Registret og gennemgangen siger det samme i [\d.]+ af [\d.]+ /)
    for (const { outcome, clocks, events } of entries) {
      expect(['registry-only', 'reviewer-only']).toContain(outcome)
      expect(clocks.length).toBeGreaterThan(0)
      expect(events.length).toBeGreaterThan(0)
    }
    const both = await Promise.all(
      ['registry-only', 'reviewer-only'].map((view) =>
        ready('staff-lawyer', `?round=${closedRound}&view=${view}`),
      ),
    )
    for (const one of both) expect(one.total).toBeGreaterThan(0)
    expect(both.reduce((sum, one) => sum + one.total, 0)).toBe(total)
    const [whole] = units
    expect(whole?.unit).toBeNull()
    expect((whole?.counts['registry-only'] ?? 0) + (whole?.counts['reviewer-only'] ?? 0)).toBe(total)
    expect(questions.reduce((sum, { agreement }) => sum + agreement.denominator, 0)).toBe(
      whole?.agreement.denominator,
    )
  })

  test('the reviewers’ answers are those in the database, and the registry’s those of the page of deadlines', async () => {
    const { entries } = await ready('staff-lawyer', `?round=${closedRound}&question=U-2.1&view=all`)
    expect(entries.length).toBeGreaterThan(5)
    for (const { review, answer, clocks, caseId } of entries) {
      const [stored] = await rows<{ answer: string }>(
        "select answer from review_answer where review_id = $1 and question_key = 'U-2.1'",
        [review],
      )
      expect(answer).toBe(stored?.answer)
      for (const { state, rule } of clocks) {
        expect(rule).toBe('R01')
        const judged = await rows<{ verdict: string }>(
          "select verdict from case_deadline where case_id = $1 and rule = 'R01'",
          [caseId],
        )
        const verdicts = judged.map(({ verdict }) => verdict)
        expect(verdicts).toContain(state === 'open' || state === 'running' ? 'pending' : state)
      }
    }
  })

  test('corrects the registry’s share over the whole frame, not over the reviewed cases', async () => {
    const { questions } = await ready('director', `?round=${closedRound}`)
    const [{ frame } = { frame: 0 }] = await rows<{ frame: number }>(
      `select count(*)::int as frame from draw_case c join draw d on d.id = c.draw_id join round r on r.id = d.round_id
       where r.key = $1 and d.level = 1 and c.stage = 'underretning'`,
      [closedRound],
    )
    const one = questions.find(({ question }) => question === 'U-2.1')
    expect(one?.corrected).toMatchObject({ stages: frame, kind: 'corrected' })
    expect(one?.corrected.judged).toBeGreaterThan(one?.agreement.denominator ?? Number.POSITIVE_INFINITY)
    expect(one?.corrected.interval?.[0]).toBeLessThanOrEqual(one?.corrected.share ?? 0)
  })

  test('tells nothing of a round whose results are sealed, to nobody, in no form', async () => {
    for (const role of [
      'department-manager',
      'area-manager',
      'staff-lawyer',
      'central-lawyer',
      'director',
    ] as const) {
      const answer = await get(role, `?round=${openRound}`)
      expect(answer.statusCode).toBe(200)
      const { answer: found } = getReconciliation.response.parse(answer.json())
      expect(found.state).toBe('sealed')
      expect(Object.keys(found).toSorted()).toEqual(['round', 'state', 'waiting'])
    }
    const file = await get('staff-lawyer', `/export?round=${openRound}&format=csv&lang=da`)
    expect([file.statusCode, file.json<{ code: string }>().code]).toEqual([409, 'results-sealed'])
    const [{ review } = { review: '' }] = await rows<{ review: string }>(
      `select v.id as review from review v join round r on r.id = v.round_id join review_answer a on a.review_id = v.id
       where r.key = $1 and v.state = 'submitted' and v.level = 1 and a.question_key = 'U-2.1' limit 1`,
      [openRound],
    )
    const said = await conclude('staff-lawyer', {
      review,
      question: 'U-2.1',
      conclusion: 'both-right',
      reason: 'x',
    })
    expect([said.statusCode, said.json<{ code: string }>().code]).toEqual([409, 'results-sealed'])
  })

  test('is closed to those who do the casework, and to those who may not read reviews', async () => {
    for (const role of ['caseworker', 'professional-coordinator', 'administrator', 'ombudsman'] as const) {
      if (!cookies.has(role)) continue
      expect((await get(role)).statusCode).toBe(403)
      expect((await get(role, '/export?format=csv&lang=da')).statusCode).toBe(403)
    }
    for (const role of ['department-manager', 'director'] as const)
      expect(
        (
          await conclude(role, {
            review: crypto.randomUUID(),
            question: 'U-2.1',
            conclusion: 'both-right',
            reason: 'x',
          })
        ).statusCode,
      ).toBe(403)
  })

  test('shows a unit’s people their own unit’s cases and the municipality’s totals', async () => {
    const unit = unitOf('area-manager')
    const own = await ready('area-manager', `?round=${closedRound}&view=all`)
    expect(own.entries.length).toBeGreaterThan(0)
    for (const entry of own.entries) expect(entry.unit.id).toBe(unit)
    expect(own.units.map((row) => row.unit?.id ?? null)).toEqual([null, unit])
    const whole = await ready('staff-lawyer', `?round=${closedRound}&view=all`)
    expect(own.units[0]).toEqual(whole.units[0])
    expect(own.total).toBe((await ready('staff-lawyer', `?round=${closedRound}&view=all&unit=${unit}`)).total)
    const other = whole.entries.find((entry) => entry.unit.id !== unit)
    expect(other).toBeDefined()
    const asked = await ready('area-manager', `?round=${closedRound}&view=all&unit=${other?.unit.id}`)
    expect(asked.total).toBe(0)
    const said = await conclude('area-manager', {
      review: other?.review,
      question: other?.question,
      conclusion: 'both-right',
      reason: 'x',
    })
    expect(said.statusCode).toBe(404)
  })

  test('gives comments to those only who may read the review', async () => {
    const commented = await ready('staff-lawyer', `?round=${closedRound}&view=all`)
    const withComment = commented.entries.filter(({ comment }) => comment !== null)
    for (const entry of (await ready('director', `?round=${closedRound}&view=all`)).entries)
      expect(entry.comment).toBeNull()
    const stored = await rows<{ comment: string }>(
      'select comment from review_answer where review_id = any($1::uuid[]) and comment is not null',
      [withComment.map(({ review }) => review)],
    )
    for (const { comment } of withComment) expect(stored.map((one) => one.comment)).toContain(comment)
  })

  test('a conclusion changes neither side, is kept with its history, and is done when a correction arrives', async () => {
    const query = `?round=${closedRound}&view=registry-only`
    const [entry] = (await ready('staff-lawyer', query)).entries
    if (entry === undefined) throw new Error('no disagreement')
    const { review, question, caseId } = entry
    const of = async () => {
      const { entries } = await ready('staff-lawyer', `?round=${closedRound}&question=${question}`)
      return entries.find((one) => one.review === review)
    }
    const say = (conclusion: string, reason: string) =>
      conclude('staff-lawyer', { review, question, conclusion, reason })
    expect((await say('reviewer-wrong', 'Datoen står i journalen.')).statusCode).toBe(204)
    expect((await of())?.standing).toBe('settled')
    expect((await say('registry-wrong', 'Hændelsen er tastet for sent.')).statusCode).toBe(204)
    const concluded = await of()
    expect(concluded?.standing).toBe('to-correct')
    expect(concluded?.conclusions.map(({ conclusion }) => conclusion)).toEqual([
      'registry-wrong',
      'reviewer-wrong',
    ])
    expect([concluded?.outcome, concluded?.answer]).toEqual([entry.outcome, entry.answer])
    const waiting = await ready('staff-lawyer', `?round=${closedRound}&standing=to-correct`)
    expect(waiting.entries.map((one) => one.review)).toContain(review)
    // Another event of the case, of a kind that the rule does not look at, is no correction.
    await held.superPool.query(
      "update case_event set recorded_at = now() + interval '1 minute' where case_id = $1 and kind = 'case-closed'",
      [caseId],
    )
    expect((await of())?.standing).toBe('to-correct')
    await held.superPool.query(
      "update case_event set recorded_at = now() + interval '1 minute' where case_id = $1 and kind like 'notification-%' or case_id = $1 and kind in ('follow-up-held', 'assessment-completed')",
      [caseId],
    )
    const corrected = await of()
    expect(corrected?.standing).toBe('corrected')
    expect(corrected?.correctedAt).not.toBeNull()
    const changes = await rows<{ act: string }>(
      "select act from change_entry where subject_id = $1 and act = 'conclude-reconciliation'",
      [review],
    )
    expect(changes).toHaveLength(2)
  })

  test('nobody concludes about an answer of their own, about agreement, or in digits that may be a CPR number', async () => {
    const [entry] = (await ready('staff-lawyer', `?round=${closedRound}&view=reviewer-only`)).entries
    if (entry === undefined) throw new Error('no disagreement')
    const { review, question } = entry
    const body = { review, question, conclusion: 'both-right', reason: 'Der spørges om to ting.' }
    await held.superPool.query('update review set assigned_to = $2, assigned_with = null where id = $1', [
      review,
      people.get('staff-lawyer')?.person,
    ])
    const own = await conclude('staff-lawyer', body)
    expect([own.statusCode, own.json<{ code: string }>().code]).toEqual([403, 'own-answer'])
    const cpr = await conclude('central-lawyer', { ...body, reason: 'Barnet er 010112-1234.' })
    expect(cpr.statusCode).toBe(400)
    const [agreeing] = (await ready('central-lawyer', `?round=${closedRound}&view=agree-in-time`)).entries
    const agreed = await conclude('central-lawyer', {
      ...body,
      review: agreeing?.review,
      question: agreeing?.question,
    })
    expect(agreed.statusCode).toBe(404)
    expect((await conclude('central-lawyer', body)).statusCode).toBe(204)
  })

  test('the file holds the filter’s rows with both sources, and nobody’s words', async () => {
    const query = `round=${closedRound}&view=registry-only`
    const { total, entries } = await ready('staff-lawyer', `?${query}`)
    const file = await get('staff-lawyer', `/export?${query}&format=csv&lang=da`)
    expect(file.statusCode).toBe(200)
    const lines = file.body.trimEnd().split('\r\n')
    expect(lines).toHaveLength(total + 1)
    for (const { caseId } of entries) expect(file.body).toContain(caseId)
    const comments = entries.flatMap(({ comment }) => comment ?? [])
    expect(comments.filter((comment) => file.body.includes(comment))).toEqual([])
  })

  test('every look is on record, and another municipality sees none of it', async () => {
    const before = await rows("select 1 from access_entry where act = 'read-reconciliation'")
    await ready('director', `?round=${closedRound}&question=U-2.1`)
    const after = await rows<{ detail: { round: string; question: string } }>(
      "select detail from access_entry where act = 'read-reconciliation' order by at desc, id desc",
    )
    expect(after).toHaveLength(before.length + 1)
    expect(after[0]?.detail).toMatchObject({ round: closedRound, question: 'U-2.1' })
    const { municipalityId } = held.second
    await addPerson(held.database, municipalityId, { userName: 'fremmed', role: 'staff-lawyer' })
    const cookie = await server.signIn(municipalityId, 'fremmed')
    const theirs = await server.send('GET', path, { cookie })
    expect(theirs.json()).toEqual({
      rounds: [],
      answer: { state: 'empty', why: 'no-rounds', round: null },
    })
    const [entry] = (await ready('staff-lawyer', `?round=${closedRound}`)).entries
    const body = { review: entry?.review, question: entry?.question, conclusion: 'both-right', reason: 'x' }
    const foreign = [
      await server.send('GET', `${path}?round=${closedRound}`, { cookie }),
      await server.send('GET', `${path}/export?round=${closedRound}&format=csv&lang=da`, { cookie }),
      await server.send('POST', `${path}/conclusions`, { cookie, body }),
    ]
    expect(foreign.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404])
    const unknown = await get('director', '?round=9999q9')
    expect(unknown.statusCode).toBe(404)
  })
})
