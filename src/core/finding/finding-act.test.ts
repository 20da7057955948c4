import {
  array,
  assert,
  boolean,
  constant,
  constantFrom,
  oneof,
  property,
  record,
  type Arbitrary,
} from 'fast-check'
import { expect, test } from 'vitest'
import { afterFindingAct, findingActs, withSources, type FindingAct } from './finding-act.ts'
import { allowedFindingActs, refusalOfFinding, type FindingSituation } from './finding-refusal.ts'
import { grounds, isClosed, planOf, severities, type Finding } from './finding.ts'

const today = '2026-03-02'
const people = ['ane', 'bo', 'carl'] as const

const act: Arbitrary<FindingAct> = oneof(
  record({
    act: constant('plan' as const),
    measures: constantFrom(
      ['consent'] as const,
      ['registration-only'] as const,
      ['decision', 'reasons'] as const,
    ),
    responsible: constantFrom(...people),
    due: constantFrom('2026-03-01', '2026-03-02', '2026-04-01'),
  }),
  record({ act: constant('put-off' as const), due: constantFrom('2026-03-02', '2026-05-01') }),
  record({
    act: constant('contact' as const),
    on: constantFrom('2026-02-01', '2026-03-02', '2026-03-03'),
    response: constantFrom('accepted' as const, 'declined' as const),
  }),
  record({
    act: constant('carry-out' as const),
    on: constantFrom('2026-01-01', '2026-02-10', '2026-03-03'),
    journalisedOn: constantFrom(null, '2026-02-11', '2026-01-01'),
  }),
  record({ act: constant('propose' as const), ground: constantFrom(...grounds) }),
  record({ act: constant('assess' as const), severity: constantFrom(...severities) }),
  record({
    act: constantFrom('verify', 'send-back', 'approve', 'refuse', 'reopen'),
  }),
)

const step = record({ by: constantFrom(...people), barred: boolean(), act })

/** Somebody who has every right there is. */
function mighty(finding: Finding, person: string, barred: boolean): FindingSituation {
  const rights = { plans: true, assesses: true, verifies: true, approves: true }
  const record = {
    worked: false,
    planned: false,
    proposed: false,
    asked: false,
    severity: 'unassessed',
    foundOn: '2026-01-01',
    today,
  } as const
  return { finding, person, barred, ...rights, ...record }
}

/** The course of a finding through acts, of which those that are refused do nothing. */
function walk(
  steps: readonly { readonly by: string; readonly barred: boolean; readonly act: FindingAct }[],
  seen: (
    before: Finding,
    done: { readonly by: string; readonly barred: boolean; readonly act: FindingAct },
    after: Finding,
  ) => void,
): void {
  let finding: Finding = { state: 'open' }
  for (const one of steps) {
    if (refusalOfFinding(one.act, mighty(finding, one.by, one.barred)) !== null) continue
    const after: Finding | null = afterFindingAct(finding, one.act, one.by)
    if (after === null) throw new Error(`${one.act.act} was allowed and cannot be done in ${finding.state}`)
    seen(finding, one, after)
    finding = after
  }
}

test('whatever is allowed can be done, and only a verification or an approval by another closes', () => {
  assert(
    property(array(step, { maxLength: 40 }), (steps) => {
      walk(steps, (before, { by, barred, act: done }, after) => {
        if (isClosed(before) || !isClosed(after)) return
        expect(['verify', 'approve']).toContain(done.act)
        expect(barred).toBe(false)
        expect(planOf(before)?.responsible).not.toBe(by)
        expect(before.state === 'carried-out' ? before.done.by : null).not.toBe(by)
        expect(before.state === 'proposed' ? before.proposal.by : null).not.toBe(by)
      })
    }),
    { numRuns: 500 },
  )
})

test('every state but those that end by themselves is reached', () => {
  const reached = new Set<string>()
  assert(
    property(array(step, { minLength: 20, maxLength: 60 }), (steps) => {
      walk(steps, (_, __, after) => reached.add(after.state))
    }),
    { numRuns: 2000, seed: 7 },
  )
  expect([...reached].toSorted()).toEqual([
    'carried-out',
    'contacted',
    'not-restored',
    'open',
    'planned',
    'proposed',
    'verified',
  ])
})

test('what was carried out for the citizen was told to the citizen, who did not decline', () => {
  assert(
    property(array(step, { maxLength: 40 }), (steps) => {
      walk(steps, (_, __, after) => {
        if (after.state !== 'carried-out') return
        const { before, done } = after
        const registrationOnly = before.plan.measures.join() === 'registration-only'
        expect(before.state === 'planned').toBe(registrationOnly)
        expect(before.state === 'planned' ? 'accepted' : before.contact.response).toBe('accepted')
        expect(done.journalisedOn === null).toBe(before.state === 'planned')
      })
    }),
  )
})

test('nobody who only looks can do anything, and the person responsible only their own steps', () => {
  const planned: Finding = {
    state: 'planned',
    plan: { measures: ['consent'], responsible: 'ane', due: '2026-04-01' },
  }
  const looks = {
    ...mighty(planned, 'bo', false),
    plans: false,
    assesses: false,
    verifies: false,
    approves: false,
  }
  expect(allowedFindingActs(looks)).toEqual([])
  for (const each of findingActs)
    expect(allowedFindingActs({ ...looks, finding: { state: 'open' } })).not.toContain(each)
  expect(allowedFindingActs({ ...looks, person: 'ane' })).toEqual(['contact', 'propose'])
})

test('before its day a plan moves it; after it the day is kept, or put off by somebody who has no part in it', () => {
  const plan = { measures: ['consent'], responsible: 'ane', due: '2026-03-01' } as const
  const late = mighty({ state: 'planned', plan }, 'bo', false)
  const replan = (due: string) => refusalOfFinding({ act: 'plan', ...plan, due }, late)
  const putOff = (due: string, more: Partial<FindingSituation> = {}) =>
    refusalOfFinding({ act: 'put-off', due }, { ...late, ...more })
  expect(replan('2026-04-01')).toBe('finding-put-off')
  expect(replan('2026-03-01')).toBeNull()
  expect(putOff('2026-04-01')).toBeNull()
  expect(afterFindingAct(late.finding, { act: 'put-off', due: '2026-04-01' }, 'bo')).toEqual({
    state: 'planned',
    plan: { ...plan, due: '2026-04-01' },
  })
  expect(putOff('2026-03-01')).toBe('finding-due-passed')
  expect(putOff('2026-12-01')).toBe('finding-due-far')
  expect(putOff('2026-04-01', { person: 'ane' })).toBe('finding-own-work')
  expect(putOff('2026-04-01', { worked: true })).toBe('finding-own-work')
  expect(putOff('2026-04-01', { approves: false })).toBe('not-permitted')
  // Whoever chose who is responsible and by when has a part in the delay, and in what was not made.
  expect(putOff('2026-04-01', { planned: true })).toBe('finding-own-plan')
  const proposal = { ground: 'too-late', by: 'ane' } as const
  const left = mighty({ state: 'proposed', before: { state: 'planned', plan }, proposal }, 'bo', false)
  expect(refusalOfFinding({ act: 'approve' }, left)).toBeNull()
  expect(refusalOfFinding({ act: 'approve' }, { ...left, planned: true })).toBe('finding-own-plan')
  const early = { ...late, today: '2026-03-01' }
  expect(refusalOfFinding({ act: 'put-off', due: '2026-04-01' }, early)).toBe('finding-not-now')
  expect(refusalOfFinding({ act: 'plan', ...plan, due: '2026-04-01' }, early)).toBeNull()
})

test('a finding falls away with its last source and is where it was when one comes back, unless it is carried out', () => {
  assert(
    property(array(step, { maxLength: 30 }), (steps) => {
      walk(steps, (_, __, after) => {
        const gone = withSources(after, 0)
        const stays = ['carried-out', 'verified', 'not-restored'].includes(after.state)
        expect(gone.state).toBe(stays ? after.state : 'fallen-away')
        expect(withSources(gone, 1)).toEqual(after)
      })
    }),
  )
})
