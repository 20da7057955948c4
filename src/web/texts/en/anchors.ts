import { formatInteger } from '../../format/numbers.ts'
import type { anchors as danish } from '../da/anchors.ts'

const n = (count: number) => formatInteger(count, 'en')

export const anchors: typeof danish = {
  heading: 'Anchor cases',
  intro:
    'Old cases that are reviewed again in each round by somebody who has not seen them and does not know that they are anchors. They show whether reviewers have become stricter, and count in no result. The round’s progress includes them. Do not tell reviewers which they are.',
  caption: 'The round’s anchor cases',
  case: 'Case',
  shownAs: (number) => `shown as ${number}`,
  unit: 'Unit',
  here: 'In this round',
  level: (level) => `Level ${level}`,
  outcomes: {
    waiting: 'the level is not drawn yet',
    given: 'given to a reviewer',
    'no-reviewer':
      'not given: everybody at the level has seen it, took part in it, or knows that it is an anchor',
    'law-changed': 'not given: another law was in force then, and that would show',
    'in-this-round': 'not given: it is among the round’s own cases',
  },
  reviews: 'Reviewed',
  nobody: 'nobody',
  waits: 'not submitted',
  changed: (what) =>
    `An import has changed the case since it was frozen (${what}). Its reviewer sees it as it was.`,
  facts: {
    unit: 'unit',
    caseworker: 'caseworker',
    started: 'first day',
    completed: 'last day',
    attributes: 'other facts',
    participants: 'who took part',
  },
  again: (level) => `Try again to give the anchors of level ${level}`,
  againDone: (given, left) =>
    left === 0 ? `${n(given)} given.` : `${n(given)} given, ${n(left)} still cannot be given.`,
  left: (count) =>
    count === 1
      ? '1 anchor could not be given to anyone. Give somebody new the role and try again, or let it go.'
      : `${n(count)} anchors could not be given to anyone. Give somebody new the role and try again, or let them go.`,
  driftHeading: (level, title) => `Drift at level ${level}, ${title}`,
  notYet: 'Shown when all of the level’s reviews are submitted.',
  drift: (change, interval, compared) =>
    `The share in order has changed by ${change} percentage points on average (95 %: ${interval}) on the same ${n(compared)} cases. The cases are unchanged, so a change lies with the reviewers.`,
  question: 'Question',
  pairs: 'Compared',
  stricter: 'Stricter now',
  milder: 'Milder now',
  applicability: 'Applicable only one of the times',
  questionsCaption: 'Questions that were answered otherwise than last time',
  noQuestions: 'All questions were answered as last time.',
}
