import { readdirSync, readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { laws, readLaw } from '../../../test/support/deadline-laws.ts'
import { parse } from 'yaml'
import { deadlineRulesJsonSchema } from './deadline-rules-json-schema.ts'
import { at, judged } from './judge-fixture.ts'

const folder = new URL('../../../programmes/', import.meta.url)
const both = [readLaw('serviceloven'), readLaw('barnets-lov')]
const [sel, bl] = both

test('both laws have the eighteen rules, with the same texts, confidence and kinds of event', () => {
  const ids = Array.from({ length: 18 }, (_, index) => `R${String(index + 1).padStart(2, '0')}`)
  for (const law of both) expect(law.deadlines.map(({ id }) => id)).toEqual(ids)
  const same = (law = sel) => law?.deadlines.map(({ text, confidence }) => ({ text, confidence }))
  expect(same(bl)).toEqual(same(sel))
  expect(bl?.kinds).toEqual(sel?.kinds)
})

test('one law ends the day before the other begins', () => {
  expect([sel?.inForce, bl?.inForce]).toEqual([
    { from: null, to: '2023-12-31' },
    { from: '2024-01-01', to: null },
  ])
})

test('a rule whose source leaves the start open says that it is our reading', () => {
  const open = ['R03', 'R05', 'R08', 'R10', 'R12', 'R13', 'R14', 'R18']
  const silent = both.flatMap(({ key, deadlines }) =>
    deadlines
      .filter(({ id }) => open.includes(id))
      .filter(({ note }) => !note?.da.includes('Vores læsning') || !note.en.includes('Our reading'))
      .map(({ id }) => `${key} ${id}`),
  )
  expect(silent).toEqual([])
})

test('the published JSON Schema is the one the validator makes, and an editor finds nothing wrong in the laws', () => {
  const schema: unknown = JSON.parse(readFileSync(new URL('deadlines.schema.json', folder), 'utf8'))
  expect(schema).toEqual(deadlineRulesJsonSchema())
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(deadlineRulesJsonSchema())
  const files = readdirSync(folder).filter((name) => name.startsWith('deadlines-'))
  expect(files).toEqual(expect.arrayContaining(['deadlines-barnets-lov.yaml', 'deadlines-serviceloven.yaml']))
  for (const name of files) {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(text.split('\n')[0]).toBe('# yaml-language-server: $schema=./deadlines.schema.json')
    expect([name, validate(parse(text))]).toEqual([name, true])
    expect(validate(parse(text.replace('\nversion: ', '\nversoin: ')))).toBe(false)
  }
})

describe('each rule in plain words', () => {
  const cases: readonly (readonly [
    rule: string,
    what: string,
    events: readonly (readonly [string, string, Readonly<Record<string, string>>?])[],
    asOf: string,
    expected: readonly string[],
  ])[] = [
    ['R03', 'a teacher notified and an assessment was opened: a message is owed', [['notification-received', '2024-11-01', { notifier: 'Fagperson' }], ['assessment-opened', '2024-11-05']], '2024-12-01', ['running']],
    ['R03', 'a neighbour notified', [['notification-received', '2024-11-01', { notifier: 'nabo' }], ['assessment-opened', '2024-11-05']], '2024-12-01', ['not-applicable, says:notifier']],
    ['R03', 'nobody knows who notified', [['notification-received', '2024-11-01'], ['assessment-opened', '2024-11-05']], '2024-12-01', ['cannot-tell, notifier']],
    ['R03', 'nobody knows who notified, and nothing came of it', [['notification-received', '2024-11-01']], '2024-12-01', ['not-applicable, assessment-opened']],
    ['R03', 'a message before there was anything to tell of does not count', [['notification-received', '2024-11-01', { notifier: 'fagperson' }], ['professional-informed', '2024-11-03'], ['assessment-opened', '2024-11-05']], '2024-12-01', ['running']],
    ['R03', 'a message as early that says which notification it answers does not count either', [['notification-received', '2024-11-01', { notifier: 'fagperson', event_id: 'n' }], ['professional-informed', '2024-11-03', { answers: 'n' }], ['assessment-opened', '2024-11-05']], '2024-12-01', ['running']],
    ['R03', 'an early message, and one when there was something to tell', [['notification-received', '2024-11-01', { notifier: 'fagperson', event_id: 'n' }], ['professional-informed', '2024-11-03', { answers: 'n' }], ['assessment-opened', '2024-11-05'], ['professional-informed', '2024-11-05']], '2024-12-01', ['met']],
    ['R03', 'a message in the morning of the day on which the assessment was opened in the afternoon', [['notification-received', '2024-11-01', { notifier: 'fagperson' }], ['professional-informed', '2024-11-05 09:00'], ['assessment-opened', '2024-11-05 15:00']], '2024-12-01', ['running']],
    ['R03', 'a message to a notifier of whom nothing came yet', [['notification-received', '2024-11-01', { notifier: 'fagperson' }], ['professional-informed', '2024-11-03']], '2024-12-01', ['not-applicable, assessment-opened']],
    ['R03', 'a notification closed without an assessment did not lead to the one that another notification led to', [['notification-received', '2024-11-01', { notifier: 'fagperson' }], ['notification-closed', '2024-11-08'], ['notification-received', '2024-12-01', { notifier: 'fagperson' }], ['assessment-opened', '2024-12-05'], ['professional-informed', '2024-12-06']], '2025-01-01', ['not-applicable, assessment-opened', 'met']],
    ['R03', 'a notification closed without an assessment, and nobody else notified before one was opened', [['notification-received', '2023-03-01', { notifier: 'fagperson' }], ['notification-closed', '2023-03-08'], ['assessment-opened', '2024-12-05']], '2025-01-01', ['not-applicable, assessment-opened']],
    ['R04', 'the child already gets support', [['measure-started', '2024-01-01'], ['notification-received', '2024-11-01'], ['notification-reassessed', '2024-11-04']], '2024-12-01', ['met']],
    ['R04', 'support has ended', [['measure-started', '2024-01-01'], ['measure-ended', '2024-10-01'], ['notification-received', '2024-11-01']], '2024-12-01', ['not-applicable, measure-started']],
    ['R04', 'one of two measures has ended', [['measure-started', '2024-01-01', { measure: '1' }], ['measure-started', '2024-02-01', { measure: '2' }], ['measure-ended', '2024-10-01', { measure: '1' }], ['notification-received', '2024-11-01']], '2024-12-01', ['running']],
    ['R04', 'one measure gave way to the next on one day', [['measure-started', '2024-01-01'], ['measure-ended', '2024-10-01'], ['measure-started', '2024-10-01'], ['notification-received', '2024-11-01']], '2024-12-01', ['running']],
    ['R05', 'decided without talking to the child', [['measure-decided', '2024-11-01']], '2024-11-03', ['open by 2, due 2024-11-01']],
    ['R06', 'no assessment was opened', [['notification-received', '2023-05-31']], '2024-12-01', ['not-applicable, assessment-opened']],
    ['R06', 'opened and not completed in four months', [['notification-received', '2023-10-31'], ['assessment-opened', '2023-11-05']], '2024-03-01', ['open by 1, due 2024-02-29']],
    ['R06', 'a second notification meanwhile is part of the same', [['notification-received', '2024-05-31'], ['assessment-opened', '2024-06-05'], ['notification-received', '2024-07-01'], ['assessment-completed', '2024-09-30']], '2024-12-01', ['met, due 2024-09-30']],
    ['R06', 'an earlier notification that was closed does not count', [['notification-received', '2024-01-01'], ['notification-closed', '2024-01-10'], ['notification-received', '2024-05-31'], ['assessment-opened', '2024-06-05'], ['assessment-completed', '2024-10-01']], '2024-12-01', ['not-applicable, assessment-opened', 'late by 1, due 2024-09-30']],
    ['R07', 'completed in time: nothing preliminary is asked', [['notification-received', '2024-05-31'], ['assessment-opened', '2024-06-05'], ['assessment-completed', '2024-09-30']], '2024-12-01', ['not-applicable, stopped']],
    ['R07', 'a preliminary assessment by the last day', [['notification-received', '2024-05-31'], ['assessment-opened', '2024-06-05'], ['preliminary-assessment', '2024-09-30'], ['assessment-completed', '2024-11-30']], '2024-12-01', ['met, due 2024-09-30']],
    ['R07', 'completed late and nothing preliminary', [['notification-received', '2024-05-31'], ['assessment-opened', '2024-06-05'], ['assessment-completed', '2024-10-02']], '2024-12-01', ['late by 2, due 2024-09-30, stopped']],
    ['R08', 'before 2024 any decision needs a plan', [['measure-decided', '2023-11-01']], '2023-11-02', ['open by 1, due 2023-11-01']],
    ['R08', 'from 2024 only placement without consent', [['measure-decided', '2024-11-01'], ['placement-decided', '2024-11-01', { consent: 'ja' }], ['placement-decided', '2024-11-02', { consent: 'nej' }]], '2024-11-03', ['not-applicable, says:consent', 'open by 1, due 2024-11-02']],
    ['R08', 'whether there was consent is not known', [['placement-decided', '2024-11-01']], '2024-11-03', ['cannot-tell, consent']],
    ['R08', 'the plan was for a placement that has ended', [['plan-made', '2023-01-01'], ['placement-ended', '2023-06-01'], ['placement-decided', '2023-11-01']], '2023-11-02', ['open by 1, due 2023-11-01']],
    ['R09', 'a plan was in force before', [['plan-made', '2024-10-01'], ['measure-decided', '2024-11-01']], '2025-03-01', ['not-applicable, present:plan-made']],
    ['R09', 'the plan came on the day of the decision', [['plan-made', '2024-11-01'], ['measure-decided', '2024-11-01']], '2025-03-01', ['met, due 2025-02-01']],
    ['R12', 'nothing is asked of a decision without consent', [['placement-decided', '2024-11-01', { consent: 'Uden samtykke' }]], '2024-11-03', ['not-applicable, says:consent']],
    ['R12', 'otherwise consent comes first', [['consent-given', '2024-11-02'], ['measure-decided', '2024-11-01']], '2024-11-03', ['late by 1, due 2024-11-01']],
    ['R11', 'no event tells', [['measure-decided', '2024-11-01']], '2024-11-03', ['not-applicable, asked-of-reviewer']],
    ['R15', 'three months from the start of support', [['measure-started', '2023-11-30'], ['follow-up-held', '2024-03-01']], '2024-12-01', ['late by 1, due 2024-02-29']],
    ['R15', 'from 2024 from the assessment, where that came first', [['assessment-completed', '2024-01-31'], ['measure-started', '2024-03-01'], ['follow-up-held', '2024-05-01']], '2024-12-01', ['late by 1, due 2024-04-30']],
    ['R15', 'an assessment that led to no support', [['assessment-completed', '2024-01-31']], '2024-12-01', ['not-applicable, measure-started']],
    ['R15', 'support ended before', [['measure-started', '2024-01-31'], ['measure-ended', '2024-03-01']], '2024-12-01', ['not-applicable, stopped']],
    ['R16', 'every six months before 2024', [['measure-started', '2023-01-01'], ['follow-up-held', '2023-03-31'], ['follow-up-held', '2023-10-01']], '2023-12-01', ['late by 1, due 2023-09-30', 'running, due 2024-04-01']],
    ['R16', 'from 2024 as the case says', [['measure-started', '2024-01-01'], ['follow-up-rhythm-set', '2024-02-01', { follow_up_months: '4' }], ['follow-up-held', '2024-03-31']], '2024-06-01', ['running, due 2024-07-31']],
    ['R16', 'from 2024, and the case does not say', [['measure-started', '2024-01-01'], ['follow-up-held', '2024-03-31']], '2024-12-01', ['cannot-tell, follow_up_months']],
    ['R16', 'a follow-up in each law', [['measure-started', '2023-01-01'], ['follow-up-held', '2023-12-31'], ['follow-up-held', '2024-06-30', { follow_up_months: '3' }]], '2024-09-01', ['met, due 2024-06-30', 'running, due 2024-09-30']],
    ['R17', 'one visit in a year of placement', [['placement-started', '2023-11-30'], ['supervision-visit', '2024-05-01']], '2024-12-01', ['open by 1, due 2024-11-30', 'running, due 2025-05-01']],
    ['R18', 'the child was spoken with alone', [['supervision-visit', '2024-05-01'], ['child-talk-without-staff', '2024-05-01']], '2024-12-01', ['met']],
    ['R10', 'sent', [['placement-started', '2024-05-01'], ['plan-sent', '2024-05-08']], '2024-12-01', ['met']],
    ['R13', 'not decided yet, and no law says by when', [['placement-decided', '2024-05-01']], '2026-11-01', ['running']],
    ['R14', 'the placement ended before', [['placement-started', '2024-05-01'], ['placement-ended', '2024-05-08']], '2024-12-01', ['not-applicable, stopped']],
  ] // prettier-ignore

  test.each(cases)('%s: %s', (rule, _, events, asOf, expected) => {
    expect(
      judged(
        laws,
        events.map(([kind, when, attributes]) => at(kind, when, attributes)),
        asOf,
        rule,
      ),
    ).toEqual(expected)
  })
})
