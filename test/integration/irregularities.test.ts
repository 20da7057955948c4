import { beforeAll, describe, expect, test } from 'vitest'
import { get, held, open, post, readRound } from '../support/draw-room.ts'

const add = (body: { da: string; en: string | null }, round = 'noted') =>
  post(`/api/rounds/${round}/irregularities`, body, 'area-manager Nord')

beforeAll(() => open('noted'))

describe('an irregularity, which the public report prints', () => {
  test.each(['010112-1234', '0101121234', '010112 1234', '010112 – 1234', '10112-1234'])(
    'is refused at the field that holds the digits of a CPR number: %s',
    async (cpr) => {
      const danish = await add({ da: `Barnet ${cpr} manglede i listen.`, en: null })
      expect(danish.statusCode).toBe(400)
      expect(danish.json()).toMatchObject({ errors: [{ code: 'holds-cpr', path: 'da' }] })
      const english = await add({ da: 'Et barn manglede i listen.', en: `The child ${cpr} was missing.` })
      expect(english.statusCode).toBe(400)
      expect(english.json()).toMatchObject({ errors: [{ code: 'holds-cpr', path: 'en' }] })
      expect(danish.body + english.body).not.toContain(cpr)
      expect((await readRound('noted')).irregularities).toEqual([])
    },
  )

  test('may have dates, years and counts in it', async () => {
    const da = 'Fra 01.07.2026 til 30-09-2026 manglede 12 af 1200 sager (2025: 4).'
    expect((await add({ da, en: null })).statusCode).toBe(204)
    expect((await readRound('noted')).irregularities.map((each) => each.da)).toEqual([da])
  })

  test('cannot be added once the round is closed, because its report is made', async () => {
    await open('over')
    await held.superPool.query("update round set state = 'closed', closed_at = now() where key = 'over'")
    const answer = await add({ da: 'For sent.', en: null }, 'over')
    expect([answer.statusCode, answer.json()]).toMatchObject([409, { code: 'round-closed' }])
    expect((await get('/api/rounds/over')).json()).toMatchObject({ state: 'closed' })
    expect((await readRound('over')).irregularities.map(({ da }) => da)).not.toContain('For sent.')
  })
})
