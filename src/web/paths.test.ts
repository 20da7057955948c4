import { expect, test } from 'vitest'
import { paths, returnPath } from './paths.ts'

test('every link of the client is known', () => {
  expect({
    tasks: paths.tasks(),
    rounds: paths.rounds(),
    newRound: paths.newRound(),
    round: paths.round('2018q2'),
    draw: paths.draw('2018q2', 3),
    results: paths.results('2018q2'),
    resultsFiltered: paths.results('2018q2', { unit: 'Bispebjerg', stage: 'underretning', sort: '-change' }),
    report: paths.report('2018q2'),
    review: paths.review('r-1'),
    differences: paths.differences('r-1'),
    registryImport: paths.registryImport(),
    programmes: paths.programmes(),
    programme: paths.programme('bbu-2017'),
    programmeStage: paths.programme('bbu-2017', { stage: 'underretning' }),
    access: paths.access(),
    accessUnits: paths.accessUnits(),
    accessPermissions: paths.accessPermissions(),
    accessLog: paths.accessLog(),
    accessRecord: paths.accessRecord(),
    accessRetention: paths.accessRetention(),
    accessibility: paths.accessibility(),
    login: paths.login(),
    loginReturning: paths.login('/rounds?a=1'),
  }).toMatchInlineSnapshot(`
    {
      "access": "/access",
      "accessLog": "/access/log",
      "accessPermissions": "/access/permissions",
      "accessRecord": "/access/record",
      "accessRetention": "/access/retention",
      "accessUnits": "/access/units",
      "accessibility": "/accessibility",
      "differences": "/reviews/r-1/differences",
      "draw": "/rounds/2018q2/draw/3",
      "login": "/login",
      "loginReturning": "/login?returnTo=%2Frounds%3Fa%3D1",
      "newRound": "/rounds/new",
      "programme": "/programmes/bbu-2017",
      "programmeStage": "/programmes/bbu-2017?stage=underretning",
      "programmes": "/programmes",
      "registryImport": "/registry/import",
      "report": "/rounds/2018q2/report",
      "results": "/rounds/2018q2/results",
      "resultsFiltered": "/rounds/2018q2/results?unit=Bispebjerg&stage=underretning&sort=-change",
      "review": "/reviews/r-1",
      "round": "/rounds/2018q2",
      "rounds": "/rounds",
      "tasks": "/",
    }
  `)
})

test('a round, unit or review with special characters stays one part of the address', () => {
  expect(paths.round('a/b?c#d')).toBe('/rounds/a%2Fb%3Fc%23d')
  expect(paths.results('æ', { unit: 'Nørrebro & Bispebjerg' })).toBe(
    '/rounds/%C3%A6/results?unit=N%C3%B8rrebro+%26+Bispebjerg',
  )
})

test('filters that are not set leave no trace in the address', () => {
  expect(paths.results('r', { unit: '', stage: undefined })).toBe('/rounds/r/results')
})

test('signing in leads back to where one was, and never out of the client', () => {
  expect(returnPath('/reviews/7?x=1')).toBe('/reviews/7?x=1')
  for (const hostile of [
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:x',
    '/login',
    undefined,
  ])
    expect(returnPath(hostile)).toBe('/')
})
