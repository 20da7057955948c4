import { formatInteger } from '../../format/numbers.ts'
import type { drawKinds as da } from '../da/draw-kinds.ts'

type Words = (typeof da)['random']

const n = (count: number) => formatInteger(count, 'en')
const stages = (count: number) => (count === 1 ? '1 case stage' : `${n(count)} case stages`)
const are = (count: number) => (count === 1 ? 'The one case stage is' : `All ${n(count)} case stages are`)
const were = (count: number) => (count === 1 ? 'The one case stage was' : `All ${n(count)} case stages were`)
const groups = (count: number) => (count === 1 ? '1 stratum' : `${n(count)} strata`)
const few = (count: number) => (count === 1 ? '1 stratum has' : `${n(count)} strata have`)
const given = 'go to reviewers at once; nobody gets a case they took part in.'
const digests = 'Digests of both are public at once. Later imports do not change'
const key = "and with one character of the seed changed, the seed's no longer fits."

const byLot: Words = {
  answer: {
    'to-freeze': (eligible, count, wanted) =>
      `Nothing is drawn yet. ${stages(eligible)} in ${groups(count)} are eligible; the plan is to draw ${n(wanted)}.`,
    frozen: (eligible) =>
      `${stages(eligible)} are fixed, and nobody can choose among them any more. Lots can be drawn now.`,
    drawn: (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were drawn by lot. Anyone can check it once the seed is public.`,
    'seed-published': (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were drawn by lot. Anyone with the files can check it.`,
  },
  step: 'Draw the cases',
  freezeWhat: `Freezing keeps the eligible case stages as they are now, and the program makes a secret seed. ${digests} the draw.`,
  freezeConfirm: (eligible) =>
    `${stages(eligible)} are eligible. This cannot be undone: import first if cases are missing.`,
  act: 'Draw the cases',
  actWhat: `The draw follows from frame and seed alone. Drawn cases ${given}`,
  actQuestion: (level) => `Draw the cases of level ${level}?`,
  actConfirm: (wanted) => `Up to ${stages(wanted)} are drawn and given to reviewers. This cannot be undone.`,
  actDone: (drawn) => `${stages(drawn)} drawn and assigned.`,
  actUnassigned: (drawn, without) =>
    `${stages(drawn)} drawn. ${n(without)} have no reviewer yet: assign them by hand.`,
  publishWhat:
    'With the seed, anyone who has the frame can compute the draw again. Publish it when the cases are reviewed: it also tells which case is next in order.',
  publishConfirm: 'This cannot be undone. Afterwards cases of the level can no longer be replaced.',
  proofBefore: `Frame and seed were fixed before anyone knew the draw: with a case added, removed or moved to another stratum, the frame's digest no longer fits, ${key}`,
  proofAfter: 'So nobody can have chosen the cases, neither before nor after the draw.',
  strataCaption: 'How many were eligible, wanted and drawn',
  eligible: 'Eligible',
  wanted: 'Wanted',
  drawn: 'Drawn',
  shortNote: (count) => `${few(count)} fewer cases than the plan wants; all of them are drawn there.`,
  casesHeading: 'Drawn cases in order',
  casesCaption: 'Drawn and replaced cases',
  inForce: 'drawn',
  replaceWhat:
    'The case is taken out and the next of its stratum comes in. Only cases that cannot be reviewed may be replaced, never hard ones.',
  round: {
    act: (level) => `Draw the cases of level ${level}`,
    toFreeze: (level) => `Level ${level} can be drawn now.`,
    frozen: (level) => `The frame of level ${level} is frozen; its cases can be drawn now.`,
    step: 'can be drawn now',
    drawn: 'drawn',
    'seed-published': 'drawn, seed public',
  },
}

const byRisk: Words = {
  ...byLot,
  answer: {
    'to-freeze': (eligible, count, wanted) =>
      `Nothing is drawn yet. ${stages(eligible)} in ${groups(count)} are eligible; the plan is to draw ${n(wanted)}, so that cases of high risk come up more often.`,
    frozen: (eligible) =>
      `${stages(eligible)} and their risk are fixed. Lots can be drawn now, so that cases of high risk come up more often.`,
    drawn: (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were drawn by lot, so that cases of high risk came up more often. Anyone can check it once the seed is public.`,
    'seed-published': (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were drawn by lot, so that cases of high risk came up more often. Anyone with the files can check it.`,
  },
  step: 'Draw the cases by risk',
  freezeWhat: `Freezing keeps the eligible case stages and their risk as they are now, and the program makes a secret seed. ${digests} the draw.`,
  act: 'Draw the cases by risk',
  actWhat: `The draw follows from frame and seed alone. Twice the risk is twice the chance, until a case is certain to come up. Drawn cases ${given}`,
  actQuestion: (level) => `Draw the cases of level ${level} by risk?`,
  proofBefore: `Frame and seed were fixed before anyone knew the draw: with a case added, removed, moved to another stratum or given another risk, the frame's digest no longer fits, ${key}`,
  round: {
    ...byLot.round,
    act: (level) => `Draw the cases of level ${level} by risk`,
  },
}

const newest: Words = {
  answer: {
    'to-freeze': (eligible, count, wanted) =>
      `Nothing is selected yet. ${stages(eligible)} in ${groups(count)} can be selected; the plan is to take ${n(wanted)}, the newest first.`,
    frozen: (eligible) =>
      `${stages(eligible)} and their dates are fixed. The newest cases can be selected now.`,
    drawn: (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were selected, the newest first. Anyone can check it once the seed is public.`,
    'seed-published': (drawn, eligible) =>
      `${n(drawn)} of ${stages(eligible)} were selected, the newest first. Anyone with the files can check it.`,
  },
  step: 'Select the newest cases',
  freezeWhat: `Freezing keeps the case stages that can be selected, and their dates, as they are now, and the program makes a secret seed, which only decides between cases of one day. ${digests} what is selected.`,
  freezeConfirm: (eligible) =>
    `${stages(eligible)} can be selected. This cannot be undone: import first if cases are missing.`,
  act: 'Select the newest cases',
  actWhat: `The dates decide: the newest cases first, and between cases of one day the seed. Selected cases ${given}`,
  actQuestion: (level) => `Select the newest cases of level ${level}?`,
  actConfirm: (wanted) =>
    `Up to ${stages(wanted)} are selected and given to reviewers. This cannot be undone.`,
  actDone: (drawn) => `${stages(drawn)} selected and assigned.`,
  actUnassigned: (drawn, without) =>
    `${stages(drawn)} selected. ${n(without)} have no reviewer yet: assign them by hand.`,
  publishWhat:
    'With the seed, anyone who has the frame can compute the selection again. Publish it when the cases are reviewed.',
  publishConfirm: byLot.publishConfirm,
  proofBefore: `Frame and seed were fixed before the cases were selected: with a case added, removed, or a date or anything else changed that decides the selection, the frame's digest no longer fits, ${key}`,
  proofAfter: 'So nobody can have exchanged cases for others.',
  strataCaption: 'How many can be selected, were wanted and were selected',
  eligible: 'Can be selected',
  wanted: 'Wanted',
  drawn: 'Selected',
  shortNote: (count) => `${few(count)} fewer cases than the plan wants; all of them are selected there.`,
  casesHeading: 'Selected cases, the newest first',
  casesCaption: 'Selected and replaced cases',
  inForce: 'selected',
  replaceWhat:
    'The case is taken out and the next newest of its stratum comes in. Only cases that cannot be reviewed may be replaced, never hard ones.',
  round: {
    act: (level) => `Select the newest cases of level ${level}`,
    toFreeze: (level) => `The newest cases of level ${level} can be selected now.`,
    frozen: (level) => `The frame of level ${level} is frozen; the newest cases can be selected now.`,
    step: 'can be selected now',
    drawn: 'selected',
    'seed-published': 'selected, seed public',
  },
}

const census: Words = {
  ...byLot,
  answer: {
    'to-freeze': (eligible) => `${are(eligible)} to be reviewed; no lots are drawn.`,
    frozen: (eligible) => `${are(eligible)} fixed and can be taken in now. No lots are drawn.`,
    drawn: (drawn) => `${were(drawn)} taken in. None was chosen, none left out.`,
    'seed-published': (drawn) => `${were(drawn)} taken in. Anyone with the files can check it.`,
  },
  step: 'Take all cases in',
  freezeWhat: `Freezing keeps the case stages that are to be reviewed as they are now, and the program makes a secret seed, which only decides the cases' numbers. ${digests} which cases are in.`,
  freezeConfirm: (eligible) =>
    `${are(eligible)} to be reviewed. This cannot be undone: import first if cases are missing.`,
  act: 'Take all cases in',
  actWhat: `All cases of the frame are taken in; no lots are drawn. They ${given}`,
  actQuestion: (level) => `Take all cases of level ${level} in?`,
  actConfirm: (wanted) => `${are(wanted)} taken in and given to reviewers. This cannot be undone.`,
  actDone: (drawn) => `${were(drawn)} taken in and assigned.`,
  actUnassigned: (drawn, without) =>
    `${were(drawn)} taken in. ${n(without)} have no reviewer yet: assign them by hand.`,
  publishWhat:
    "With the seed, anyone who has the frame can check that all cases are in. It only decides the cases' numbers.",
  publishConfirm: 'This cannot be undone.',
  proofBefore:
    "The frame was fixed before the cases were given to anyone: with a case added or removed, the frame's digest no longer fits.",
  proofAfter: 'So nobody can have left a case out afterwards.',
  strataCaption: 'How many are to be reviewed and were taken in, by unit',
  eligible: 'To be reviewed',
  drawn: 'Taken in',
  casesHeading: 'Cases taken in',
  casesCaption: 'Cases taken in',
  replaceWhat:
    "All cases are in, so none can come in for another. If a case cannot be reviewed, write its review off on the round's page and note an irregularity.",
  round: {
    act: (level) => `Take all cases of level ${level} in`,
    toFreeze: (level) => `All cases of level ${level} can be taken in now.`,
    frozen: (level) => `The frame of level ${level} is frozen; all its cases can be taken in now.`,
    step: 'can be taken in now',
    drawn: 'taken in',
    'seed-published': 'taken in, seed public',
  },
}

export const drawKinds: typeof da = {
  random: byLot,
  'pass-on': byLot,
  'risk-weighted': byRisk,
  'newest-first': newest,
  census,
}
