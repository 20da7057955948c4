import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AnswerValue } from '../../src/core/programme/programme.ts'
import { CalibrationCast, formAt, read, type CalibrationRole } from '../support/calibration-cast.ts'

/**
 * Two worlds that differ in one thing only: what one of the invited handed in. As long as the calibration is answered,
 * nobody else may get another answer from any route, or something of it has reached them.
 */
interface World {
  readonly cast: CalibrationCast
  readonly calibration: string
  readonly trainingCase: string
}

const canary = 'kanariefugl'
const worlds: World[] = []
const onlookers: readonly CalibrationRole[] = [
  'kollega',
  'jurist',
  'central',
  'stab',
  'admin',
  'direktor',
  'ombud',
  'sagsbehandler',
  'fremmed',
]

beforeAll(async () => {
  for (const answer of ['yes', 'no'] as const) worlds.push(await makeWorld(answer))
}, 240_000)
afterAll(async () => {
  for (const { cast } of worlds) await cast.close()
})

async function makeWorld(answer: AnswerValue): Promise<World> {
  const cast = await CalibrationCast.create()
  const trainingCase = await cast.takeCase()
  const calibration = await cast.calibrate(trainingCase, 'leder', 'kollega', 'central')
  const form = formAt(calibration, trainingCase)
  read(await cast.fillIn('leder', form, [answer], `${canary} ${answer}`))
  // Begun and not handed in: nobody's but theirs, also after the opening.
  read(await cast.answer('kollega', form, 'U-1.1', 'yes', { comment: 'min egen' }))
  return { cast, calibration, trainingCase }
}

/** Every address that a GET route has for this world's things. */
function* addresses({ cast, calibration, trainingCase }: World): Generator<string> {
  const values: Record<string, string> = {
    calibration,
    trainingCase,
    round: '2023q4',
    level: '1',
    programme: 'bbu-2017',
    question: 'U-1.1',
    person: cast.persons.get('leder') ?? '',
  }
  for (const { method, path } of cast.server.routes) {
    // Keys are random in any two worlds.
    if (method !== 'GET' || ['/api/openapi.json', '/api/draft-keys'].includes(path)) continue
    const filled = path.replaceAll(/:(\w+)/gu, (_all, name: string) => values[name] ?? calibration)
    for (const query of ['', '?language=da', '?format=csv']) yield `${filled}${query}`
  }
}

/** Ids and times differ between any two worlds: they are numbered in the order they come. */
function comparable(body: string): string {
  const seen = new Map<string, string>()
  const name = (found: string) => {
    const known = seen.get(found) ?? `#${seen.size}`
    seen.set(found, known)
    return known
  }
  return body
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gu, name)
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/gu, 'T')
}

test.each(onlookers)(
  '%s learns nothing of what another handed in, on any route',
  async (name) => {
    const [one, other] = worlds
    if (one === undefined || other === undefined) throw new Error('two worlds are made')
    const otherAddresses = [...addresses(other)]
    let walked = 0
    for (const [index, address] of [...addresses(one)].entries()) {
      const first = await one.cast.send(name, 'GET', address)
      const second = await other.cast.send(name, 'GET', otherAddresses[index] ?? '')
      expect([address, first.body.includes(canary)]).toEqual([address, false])
      expect([address, comparable(first.body)]).toEqual([address, comparable(second.body)])
      walked += 1
    }
    expect(walked).toBeGreaterThan(100)
  },
  240_000,
)

test('what was begun and not handed in is its writer’s alone, after the opening too', async () => {
  const [world] = worlds
  if (world === undefined) throw new Error('two worlds are made')
  const { cast, calibration, trainingCase } = world
  read(await cast.fillIn('central', formAt(calibration, trainingCase), ['yes']))
  read(await cast.send('stab', 'POST', `/api/calibrations/${calibration}/opening`))
  for (const name of onlookers.filter((each) => each !== 'kollega'))
    for (const address of addresses(world))
      expect([address, (await cast.send(name, 'GET', address)).body.includes('min egen')]).toEqual([
        address,
        false,
      ])
}, 240_000)

test('a calibration adds nothing to the reviews, answers, progress and tallies of rounds', async () => {
  const [world] = worlds
  if (world === undefined) throw new Error('two worlds are made')
  const { cast, calibration } = world
  const counts = () =>
    cast.rows(`select (select count(*) from review)::int as reviews, (select count(*) from review_answer)::int as answers,
      (select count(*) from round_progress)::int as progress, (select count(*) from question_tally)::int as tallies`)
  expect(await cast.rows('select pairs from calibration where id = $1', [calibration])).not.toEqual([])
  expect(await counts()).toEqual([{ reviews: 0, answers: 0, progress: 0, tallies: 0 }])
})
