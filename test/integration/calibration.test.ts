import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { CalibrationAdvice } from '../../src/contract/calibration/advice.ts'
import type { CalibrationSummary, CalibrationView } from '../../src/contract/calibration/calibrations.ts'
import type { CalibrationForm } from '../../src/contract/calibration/form.ts'
import type { CalibrationResults } from '../../src/contract/calibration/results.ts'
import type { TrainingCaseView } from '../../src/contract/calibration/training-cases.ts'
import { CalibrationCast, formAt, read, type CalibrationRole } from '../support/calibration-cast.ts'
import { findCode } from '../support/review-cast.ts'

let cast: CalibrationCast
let trainingCase: string
beforeAll(async () => {
  cast = await CalibrationCast.create()
  trainingCase = await cast.takeCase()
}, 120_000)
afterAll(() => cast.close())

const written = {
  title: 'Opdigtet sag',
  stage: 'underretning',
  started: '2024-01-08',
  completed: '2024-01-15',
  documents: [{ title: 'Underretning', date: '2024-01-08', text: 'En lærer skriver om et barn.' }],
}

describe('a training case', () => {
  test('that may hold a CPR number is refused with the field that has it, and nothing is kept', async () => {
    const documents = [{ title: 'Brev', date: '2024-01-08', text: 'Barnet, 010117 – 4000, er set.' }]
    const refused = await cast.send('stab', 'POST', '/api/training-cases', {
      body: { ...written, documents },
    })
    expect(refused.statusCode).toBe(400)
    expect(refused.body).toContain('documents')
    expect(refused.body).not.toContain('4000')
    expect(await cast.rows("select version from training_case_version where title = 'Opdigtet sag'")).toEqual(
      [],
    )
  })

  test('of a stage that no programme has, or that ends before it starts, is refused', async () => {
    const stage = await cast.send('stab', 'POST', '/api/training-cases', { body: { ...written, stage: 'x' } })
    expect(findCode(stage)).toBe('stage-unknown')
    const backwards = { ...written, completed: '2023-01-01' }
    const refused = await cast.send('stab', 'POST', '/api/training-cases', { body: backwards })
    expect(refused.statusCode).toBe(400)
  })

  test('that comes with the program is taken over once, however often it is asked for', async () => {
    expect(await cast.takeCase()).toBe(trainingCase)
    const listed = await cast.get<{ included: { key: string }[] }>('stab', '/api/training-cases')
    expect(listed.included.map(({ key }) => key)).not.toContain('underretning-fra-skolen')
    expect(listed.included.length).toBeGreaterThanOrEqual(2)
  })

  test('changed by two at once keeps the first change, and tells the second', async () => {
    const { id } = read<{ id: string }>(
      await cast.send('stab', 'POST', '/api/training-cases', { body: written }),
    )
    const change = (title: string) =>
      cast.send('central', 'POST', `/api/training-cases/${id}/versions`, {
        body: { ...written, title, version: 1 },
      })
    read(await change('Første'))
    expect(findCode(await change('Anden'))).toBe('outdated-version')
    const newest = await cast.get<TrainingCaseView>('admin', `/api/training-cases/${id}`)
    expect([newest.title, newest.version]).toEqual(['Første', 2])
  })

  test('in a new version leaves a calibration with the text its answers were given to', async () => {
    const { id } = read<{ id: string }>(
      await cast.send('stab', 'POST', '/api/training-cases', { body: written }),
    )
    const calibration = await cast.calibrate(id, 'leder', 'kollega')
    const form = formAt(calibration, id)
    read(await cast.answer('leder', form, 'U-1.1', 'yes'))
    read(
      await cast.send('stab', 'POST', `/api/training-cases/${id}/versions`, {
        body: { ...written, title: 'Ny tekst', version: 1 },
      }),
    )
    const own = await cast.get<CalibrationForm>('leder', `${form}/form`)
    expect([own.trainingCase.title, own.trainingCase.version]).toEqual(['Opdigtet sag', 1])
    expect(own.answers).toMatchObject([{ question: 'U-1.1', answer: 'yes', version: 1 }])
  })
})

describe('inviting', () => {
  test('tells the invited without naming anything, and shows it in their tasks', async () => {
    const calibration = await cast.calibrate(trainingCase, 'leder', 'central')
    const rows = await cast.rows<{ person_id: string; subject_id: string }>(
      "select person_id, subject_id from notification where kind = 'calibration-invited' and subject_id = $1",
      [calibration],
    )
    expect(new Set(rows.map(({ person_id: person }) => person))).toEqual(
      new Set([cast.persons.get('leder'), cast.persons.get('central')]),
    )
    const { calibrations } = await cast.get<{ calibrations: CalibrationSummary[] }>(
      'leder',
      '/api/calibrations',
    )
    expect(calibrations.find(({ id }) => id === calibration)).toMatchObject({
      state: 'answering',
      waitsForMe: true,
      people: 2,
      done: 0,
      agreement: null,
    })
    expect(JSON.stringify(calibrations)).not.toContain('Prøve')
  })

  test('is refused for a due date that has passed, for who reviews nothing, and for a stage the programme lacks', async () => {
    const invite = (more: object) =>
      cast.send('stab', 'POST', '/api/calibrations', {
        body: { ...cast.invitation(trainingCase, ['leder', 'kollega']), ...more },
      })
    expect(findCode(await invite({ dueOn: '2020-01-01' }))).toBe('calibration-due-passed')
    const director = cast.invitation(trainingCase, ['leder', 'direktor'])
    expect(findCode(await cast.send('stab', 'POST', '/api/calibrations', { body: director }))).toBe(
      'not-a-reviewer',
    )
    expect(findCode(await invite({ programme: 'ukendt' }))).toBe('programme-not-found')
    const alone = cast.invitation(trainingCase, ['leder'])
    expect((await cast.send('stab', 'POST', '/api/calibrations', { body: alone })).statusCode).toBe(400)
  })

  test('sent twice under one key invites once', async () => {
    const body = { ...cast.invitation(trainingCase, ['leder', 'kollega']), name: 'Sendt to gange' }
    const headers = { 'idempotency-key': 'calibration-twice-1' }
    const first = await cast.send('stab', 'POST', '/api/calibrations', { body, headers })
    const again = await cast.send('stab', 'POST', '/api/calibrations', { body, headers })
    expect(again.json()).toEqual(first.json())
    expect(await cast.rows("select id from calibration where name = 'Sendt to gange'")).toHaveLength(1)
  })
})

describe('answering', () => {
  test('from an outdated version is refused with what stands, and nothing is overwritten', async () => {
    const form = formAt(await cast.calibrate(trainingCase, 'leder', 'kollega'), trainingCase)
    read(await cast.answer('leder', form, 'U-1.1', 'yes'))
    const second = await cast.answer('leder', form, 'U-1.1', 'no')
    expect(findCode(second)).toBe('outdated-version')
    expect(second.json()).toMatchObject({ current: { answer: 'yes', version: 1 } })
    const same = await cast.answer('leder', form, 'U-1.1', 'yes')
    expect(same.json()).toMatchObject({ version: 1 })
  })

  test('is for the invited, each their own form', async () => {
    const calibration = await cast.calibrate(trainingCase, 'leder', 'kollega')
    const form = formAt(calibration, trainingCase)
    expect(findCode(await cast.answer('jurist', form, 'U-1.1', 'yes'))).toBe('not-found')
    expect(findCode(await cast.send('stab', 'GET', `${form}/form`))).toBe('not-invited')
    expect((await cast.answer('sagsbehandler', form, 'U-1.1', 'yes')).statusCode).toBe(403)
    expect((await cast.answer('fremmed', form, 'U-1.1', 'yes')).statusCode).toBe(403)
    expect(findCode(await cast.answer('leder', form, 'U-9.9', 'yes'))).toBe('question-not-in-form')
  })

  test('is handed in complete, once, and changes no more', async () => {
    const calibration = await cast.calibrate(trainingCase, 'leder', 'kollega')
    const form = formAt(calibration, trainingCase)
    read(await cast.answer('leder', form, 'U-1.1', 'yes'))
    expect(findCode(await cast.send('leder', 'POST', `${form}/submission`))).toBe('incomplete')
    read(await cast.answer('leder', form, 'U-1.2', 'no'))
    read(await cast.answer('leder', form, 'U-1.3', 'no'))
    expect(read(await cast.send('leder', 'POST', `${form}/submission`))).toEqual({ opened: false })
    expect(findCode(await cast.send('leder', 'POST', `${form}/submission`))).toBe('already-submitted')
    expect(findCode(await cast.answer('leder', form, 'U-1.1', 'no', { version: 1 }))).toBe(
      'already-submitted',
    )
    await expect(
      cast.rows("update calibration_answer set answer = 'na' where calibration_id = $1", [calibration]),
    ).rejects.toThrow('does not change')
  })

  test('ends with the role, in the middle of a form, and what was written stays', async () => {
    const calibration = await cast.calibrate(trainingCase, 'kollega', 'leder')
    const form = formAt(calibration, trainingCase)
    read(await cast.answer('kollega', form, 'U-1.1', 'yes'))
    const role = [cast.persons.get('kollega')]
    await cast.rows('update role_assignment set valid_to = current_date - 1 where person_id = $1', role)
    try {
      const refused = await cast.answer('kollega', form, 'U-1.2', 'yes')
      expect([refused.statusCode, findCode(refused)]).toEqual([403, 'not-permitted'])
      expect((await cast.send('kollega', 'GET', `/api/calibrations/${calibration}`)).statusCode).toBe(403)
      expect(
        await cast.rows('select answer from calibration_answer where calibration_id = $1', [calibration]),
      ).toEqual([{ answer: 'yes' }])
    } finally {
      await cast.rows('update role_assignment set valid_to = null where person_id = $1', role)
    }
  })

  test('ends with the withdrawal, which opens nothing', async () => {
    const calibration = await cast.calibrate(trainingCase, 'leder', 'kollega')
    const form = formAt(calibration, trainingCase)
    await cast.fillIn('leder', form, ['yes'])
    const body = { reason: 'Forkert øvesag' }
    read(await cast.send('central', 'POST', `/api/calibrations/${calibration}/withdrawal`, { body }))
    expect(findCode(await cast.answer('kollega', form, 'U-1.1', 'yes'))).toBe('calibration-withdrawn')
    const opening = await cast.send('stab', 'POST', `/api/calibrations/${calibration}/opening`)
    expect(findCode(opening)).toBe('calibration-withdrawn')
    const results = await cast.send('stab', 'GET', `/api/calibrations/${calibration}/results`)
    expect(findCode(results)).toBe('calibration-withdrawn')
    expect(await cast.get<CalibrationView>('kollega', `/api/calibrations/${calibration}`)).toMatchObject({
      state: 'withdrawn',
      withdrawnReason: 'Forkert øvesag',
      waitsForMe: false,
    })
  })
})

describe('opening', () => {
  test('by who leads ends the answering; what was not handed in stays its writer’s', async () => {
    const calibration = await cast.calibrate(trainingCase, 'leder', 'jurist', 'central')
    const form = formAt(calibration, trainingCase)
    await cast.fillIn('leder', form, ['yes'])
    const early = await cast.send('stab', 'POST', `/api/calibrations/${calibration}/opening`)
    expect(findCode(early)).toBe('too-few-handed-in')
    await cast.fillIn('central', form, ['no', 'yes', 'na'])
    read(await cast.answer('jurist', form, 'U-1.1', 'na', { comment: 'ufærdig tanke' }))
    read(await cast.send('admin', 'POST', `/api/calibrations/${calibration}/opening`))
    expect(findCode(await cast.answer('jurist', form, 'U-1.2', 'yes'))).toBe('calibration-closed')
    expect(findCode(await cast.send('jurist', 'POST', `${form}/submission`))).toBe('calibration-closed')
    const results = await cast.get<CalibrationResults>('jurist', `/api/calibrations/${calibration}/results`)
    expect(JSON.stringify(results)).not.toContain('ufærdig')
    expect(results).toMatchObject({ invited: 3, pairs: 3, agreeing: 1, mayConclude: false })
    expect(results.cases[0]?.rows.map(({ number, agreeing, own }) => [number, agreeing, own])).toEqual([
      ['1.1', 0, null],
      ['1.3', 0, null],
      ['1.2', 1, null],
    ])
    expect(results.cases[0]?.rows[0]?.direction).toEqual({ lowerMilder: 1, lowerStricter: 0 })
  })

  test('happens by itself when the last has handed in, and all are told', async () => {
    const calibration = await cast.calibrate(trainingCase, 'leder', 'central')
    const form = formAt(calibration, trainingCase)
    await cast.fillIn('leder', form, ['yes'])
    expect(read(await cast.fillIn('central', form, ['yes']))).toEqual({ opened: true })
    const view = await cast.get<CalibrationView>('leder', `/api/calibrations/${calibration}`)
    expect(view).toMatchObject({ state: 'opened', openedByAll: true, agreement: { pairs: 3, agreeing: 3 } })
    expect(
      await cast.rows("select id from notification where kind = 'calibration-opened' and subject_id = $1", [
        calibration,
      ]),
    ).toHaveLength(2)
  })

  test('asked for by two at once happens once', async () => {
    const calibration = await cast.calibrate(trainingCase, 'leder', 'jurist', 'central')
    const form = formAt(calibration, trainingCase)
    await cast.fillIn('leder', form, ['yes'])
    await cast.fillIn('jurist', form, ['yes'])
    const url = `/api/calibrations/${calibration}/opening`
    const both = await Promise.all([cast.send('stab', 'POST', url), cast.send('central', 'POST', url)])
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([204, 409])
  })
})

describe('the results', () => {
  let calibration: string
  let form: string
  let early: unknown
  const at = (path: string) => `/api/calibrations/${calibration}${path}`
  const conclude = (name: CalibrationRole, body: object) =>
    cast.send(name, 'POST', `${form}/conclusions/U-1.1`, {
      body: { given: 'no', reason: 'Klokkeslættet mangler.', guidance: null, seen: 0, ...body },
    })
  beforeAll(async () => {
    calibration = await cast.calibrate(trainingCase, 'leder', 'kollega', 'central')
    form = formAt(calibration, trainingCase)
    await cast.fillIn('leder', form, ['yes'], 'set som ja')
    await cast.fillIn('kollega', form, ['no'])
    early = findCode(await conclude('stab', {}))
    await cast.fillIn('central', form, ['no'], 'set som nej')
  })

  test('show levels and no names, and one’s own answer', async () => {
    const answer = await cast.send('leder', 'GET', at('/results'))
    const results = read<CalibrationResults>(answer)
    for (const name of ['leder', 'kollega', 'central'])
      expect(answer.body).not.toContain(cast.persons.get(name) ?? name)
    expect(answer.body).not.toContain('Prøve')
    const [row] = results.cases[0]?.rows ?? []
    expect(row).toMatchObject({ own: 'yes', answered: 3, pairs: 3, agreeing: 1 })
    expect(row?.remarks).toEqual([
      { level: 1, given: 'yes', me: true, comment: 'set som ja', evidence: null },
      { level: 4, given: 'no', me: false, comment: 'set som nej', evidence: null },
    ])
    expect(results.chance).toMatchObject({ questions: 3 })
  })

  test('are for the invited, for those who lead, and for the director', async () => {
    for (const name of ['leder', 'kollega', 'central', 'stab', 'admin', 'direktor'] as const)
      expect((await cast.send(name, 'GET', at('/results'))).statusCode).toBe(200)
    expect(findCode(await cast.send('jurist', 'GET', at('/results')))).toBe('not-found')
    for (const name of ['sagsbehandler', 'ombud'] as const)
      expect((await cast.send(name, 'GET', at('/results'))).statusCode).toBe(403)
    expect((await cast.send('fremmed', 'GET', at('/results'))).statusCode).toBe(404)
    expect((await cast.send('fremmed', 'GET', at(''))).statusCode).toBe(404)
  })

  test('are concluded on beside everybody’s answers, with a reason, by one at a time', async () => {
    expect(early).toBe('calibration-sealed')
    expect((await conclude('leder', {})).statusCode).toBe(403)
    expect((await conclude('direktor', {})).statusCode).toBe(403)
    expect(findCode(await conclude('stab', { reason: null }))).toBe('reason-needed')
    expect(findCode(await conclude('stab', { given: 'måske' }))).toBe('unfit-answer')
    read(await conclude('stab', { guidance: 'Se efter klokkeslæt.' }))
    expect(findCode(await conclude('central', { given: 'yes' }))).toBe('outdated-version')
    const row = async () =>
      (await cast.get<CalibrationResults>('leder', at('/results'))).cases[0]?.rows.find(
        ({ question }) => question === 'U-1.1',
      )
    const concluded = await row()
    expect(concluded).toMatchObject({
      own: 'yes',
      answered: 3,
      conclusion: { given: 'no', reason: 'Klokkeslættet mangler.', guidance: 'Se efter klokkeslæt.' },
    })
    read(await conclude('central', { given: null, reason: null, seen: concluded?.conclusion?.id }))
    expect(await row()).toMatchObject({ conclusion: { given: null }, earlier: 1 })
  })

  test('advise at the round, to those who lead and the director only', async () => {
    const advice = await cast.get<CalibrationAdvice>('admin', '/api/rounds/2023q4/calibration-advice')
    expect(advice.held).toMatchObject({ people: 3, levels: [1, 4], pairs: 9, agreeing: 3 })
    expect(advice.held?.questions).toHaveLength(3)
    expect(advice).toMatchObject({ whileOpen: true })
    expect(advice.furtherWhileOpen).toHaveLength(3)
    for (const name of ['leder', 'sagsbehandler', 'ombud'] as const)
      expect((await cast.send(name, 'GET', '/api/rounds/2023q4/calibration-advice')).statusCode).toBe(403)
  })

  test('of a wide calibration before the round still advise when two opened one while it was open', async () => {
    // The round opened after the calibrations so far.
    await cast.rows("update round set opened_at = now() where key = '2023q4'", [])
    const late = await cast.calibrate(trainingCase, 'leder', 'kollega')
    await cast.fillIn('leder', formAt(late, trainingCase), ['yes'])
    await cast.fillIn('kollega', formAt(late, trainingCase), ['yes'])
    const advice = await cast.get<CalibrationAdvice>('admin', '/api/rounds/2023q4/calibration-advice')
    expect(advice).toMatchObject({
      held: { id: calibration, people: 3, levels: [1, 4] },
      whileOpen: false,
      furtherWhileOpen: [{ id: late, people: 2, levels: [1] }],
    })
  })

  test('take no CPR number in, however it is written, nor does a calibration’s name', async () => {
    const refusal = (path: string) => ({ errors: [{ code: 'holds-cpr', path }] })
    for (const field of ['given', 'reason', 'guidance']) {
      const refused = await conclude('stab', { [field]: 'Se 01.01.17-4000' })
      expect(refused.json()).toMatchObject(refusal(field))
    }
    const body = { ...cast.invitation(trainingCase, ['leder', 'kollega']), name: 'Om 010117\u00A04000' }
    const added = await cast.send('stab', 'POST', '/api/calibrations', { body })
    expect(added.json()).toMatchObject(refusal('name'))
    const withdrawal = { body: { reason: '０１０１１７-４０００' } }
    const withdrawn = await cast.send('stab', 'POST', at('/withdrawal'), withdrawal)
    expect(withdrawn.json()).toMatchObject(refusal('reason'))
  })

  test('leave a look and every act in the log', async () => {
    const acts = await cast.rows<{ act: string }>(
      'select distinct act from change_entry where subject_id = $1 order by act',
      [calibration],
    )
    expect(acts.map(({ act }) => act)).toEqual(['add-calibration', 'answer', 'conclude', 'hand-in'])
    const looks = await cast.rows<{ act: string }>(
      "select act from access_entry where subject_id = $1 and act = 'open-calibration-results'",
      [calibration],
    )
    expect(looks.length).toBeGreaterThan(5)
  })
})
