import type { resultsSections as danish } from '../da/results-sections.ts'
import { counted } from '../counted.ts'

export const resultsSections: typeof danish = {
  outside: 'outside the baseline, not counted above',
  gist: {
    chart: 'Round by round, on one line',
    cascade: (level, share, interval) => `Estimate for level ${level}: ${share} (${interval})`,
    noCascade: 'No estimate in this round',
    drift: (level, change, interval) =>
      `As level ${level} sees it: ${change} percentage points (${interval})`,
    noDrift: 'No figure on the highest level’s scale',
    levels: (lower, higher, same, of) => `Levels ${lower} and ${higher}: same answer in ${same} of ${of}`,
    oneLevel: 'Only one level has submitted',
    health: (count) => `${count} ${counted(count, 'question', 'questions')}`,
    cases: (count) => `${count} ${counted(count, 'case', 'cases')}`,
    units: (count) => `${count} ${counted(count, 'unit', 'units')} in alphabetical order`,
  },
  apart: {
    heading: (level, first, second) => `Two at level ${level}, apart: ${first} and ${second}`,
    intro:
      'Each of the two filled in the whole form before they saw the other’s answers. If they often differ, they read the questions differently. The level’s figures are the answers that they agreed on.',
    caption: (first, second) => `Same answer on the same cases: ${first} and ${second}`,
    stage: 'Stage',
    all: 'All stages',
    cases: 'Cases',
    same: 'Same answer',
    share: 'Share',
    stricter: (who) => `Stricter: ${who}`,
  },
  disagreed: {
    once: (lower, higher, times) =>
      `Where levels ${lower} and ${higher} disagreed, ${String(times) === '1' ? 'once' : `${times} times`} on each question`,
    more: (count, fewest, most) =>
      `${count} more ${counted(count, 'question', 'questions')} on which they disagreed ${fewest === most ? times(most) : `${fewest}-${most} times`}`,
    moreCaption: (lower, higher) =>
      `More questions on which levels ${lower} and ${higher} answered differently`,
  },
}

function times(count: number): string {
  return String(count) === '1' ? 'once' : `${count} times`
}
