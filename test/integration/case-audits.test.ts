import { afterAll, beforeAll, expect, test } from 'vitest'
import { listCaseAudits, type CaseAudit } from '../../src/contract/caseflow/case-sheet.ts'
import { ReviewCast } from '../support/review-cast.ts'
import { shortForm } from '../support/short-form.ts'

/** A drawn case that levels 1 to 3 review in an open round, its caseworker, and the case system's events of it. */
let cast: ReviewCast
let review: (level: number) => string
const caseId = 'E-1'
const events = [caseId, 'E-undrawn'].map((each) => ({
  caseId: each,
  kind: 'notification-received',
  time: new Date(Date.now() - 5 * 86_400_000).toISOString(),
  unit: 'Nord',
  caseworker: 'sagsbehandler',
}))

beforeAll(async () => {
  cast = await ReviewCast.create()
  review = (await cast.newCase({ by: 'sagsbehandler' })).review
  const answer = await cast
    .as('admin')
    .send('POST', '/api/caseflow/events', { body: { source: 'fag', events } })
  if (answer.statusCode !== 200) throw new Error(answer.body)
}, 120_000)
afterAll(() => cast.close())

const ask = (name: string, of = caseId) => cast.as(name).send('GET', `/api/caseflow/cases/${of}/audits`)

async function auditsOf(name: string, of = caseId): Promise<readonly CaseAudit[]> {
  const answer = await ask(name, of)
  expect(answer.statusCode).toBe(200)
  return listCaseAudits.response.parse(answer.json()).audits
}

test('a caseworker does not learn from the sheet that the case was drawn', async () => {
  expect(await auditsOf('sagsbehandler')).toEqual([])
  expect((await ask('sagsbehandler')).body).toBe((await ask('sagsbehandler', 'E-undrawn')).body)
  const sheet = await cast.as('sagsbehandler').send('GET', `/api/caseflow/cases/${caseId}`)
  expect(sheet.statusCode).toBe(200)
  expect(sheet.body).not.toContain(cast.round.key)
  expect(sheet.body).not.toMatch(/"draw|"review/)
})

test('who may see the draw sees each level’s review, and opens those that they may open', async () => {
  await cast.as('leder').fillAndSubmit(review(1), 'no')
  const [audit] = await auditsOf('leder')
  expect(audit).toMatchObject({ round: cast.round.key, closed: false })
  expect(audit?.reviews.map(({ level, state, id }) => [level, state, id])).toEqual([
    [1, 'submitted', review(1)],
    [2, 'assigned', null],
    [3, 'assigned', null],
  ])
  // The administrator sees what was drawn and opens no review.
  const asAdmin = (await auditsOf('admin'))[0]?.reviews
  expect(asAdmin?.map(({ level, id }) => [level, id])).toEqual([
    [1, null],
    [2, null],
    [3, null],
  ])
  expect(await auditsOf('direktør')).toEqual([])
})

test('errors of an open round stay hidden from the levels that have yet to submit, and from the caseworker', async () => {
  const findings = async (name: string) => (await auditsOf(name)).flatMap((audit) => audit.findings)
  // Level 1 submitted `no` throughout, which is an error.
  expect(await findings('leder')).not.toEqual([])
  for (const name of ['chef', 'jurist', 'stab', 'admin', 'direktør', 'sagsbehandler'])
    expect([name, await findings(name)]).toEqual([name, []])
  const visible = async (name: string) => {
    const room = await cast.as(name).get<{ findings: { id: string }[] }>('/api/findings')
    return room.findings.map(({ id }) => id).toSorted()
  }
  await cast.as('chef').fillAndSubmit(review(2), 'no')
  for (const name of ['leder', 'chef', 'jurist', 'stab', 'direktør', 'sagsbehandler']) {
    const here = (await findings(name)).map(({ id }) => id).toSorted()
    expect([name, here]).toEqual([name, await visible(name)])
  }
  expect(await findings('chef')).not.toEqual([])
})

test('the sheet tells of a draw to whom the draw’s own page tells of it', async () => {
  for (const name of ['leder', 'kollega', 'chef', 'jurist', 'stab', 'admin', 'direktør', 'sagsbehandler']) {
    const room = await cast
      .as(name)
      .get<{ cases: { caseId: string }[] | null }>(`/api/rounds/${cast.round.key}/levels/1/draw`)
    const there = room.cases?.some((each) => each.caseId === caseId) ?? false
    const here = (await auditsOf(name)).some(({ reviews }) => reviews.length > 0)
    expect([name, here]).toEqual([name, there])
  }
})

test('a draw that anchors close to a person is closed to them here too', async () => {
  const form = JSON.parse(await shortForm(3)) as object // What the helper wrote is an object.
  const anchors = [{ caseId: 'E-old', stage: 'underretning', shownAs: 'N-900' }]
  const other = await ReviewCast.create({ source: JSON.stringify({ ...form, anchors }) })
  try {
    await other.newCase({ by: 'sagsbehandler' })
    await other.as('admin').send('POST', '/api/caseflow/events', { body: { source: 'fag', events } })
    const drawnFor = async (name: string) => {
      const answer = await other.as(name).send('GET', `/api/caseflow/cases/${caseId}/audits`)
      expect(answer.statusCode).toBe(200)
      return listCaseAudits.response.parse(answer.json()).audits.length
    }
    // Those who lead the audit know the anchors; everybody else learns of the draw when the round has closed.
    expect(await Promise.all(['admin', 'leder', 'chef'].map(drawnFor))).toEqual([1, 0, 0])
    await other.rows(`update round set state = 'closed', closed_at = now()`)
    expect(await Promise.all(['leder', 'chef', 'sagsbehandler'].map(drawnFor))).toEqual([1, 1, 0])
  } finally {
    await other.close()
  }
})

test('a case of another unit or municipality does not exist', async () => {
  for (const name of ['fremmedleder', 'fremmed']) expect((await ask(name)).statusCode).toBe(404)
  expect((await ask('leder', 'no-such-case')).statusCode).toBe(404)
})
