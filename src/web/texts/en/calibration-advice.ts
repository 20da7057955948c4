import { plural } from '../../../core/language/plural.ts'
import type { calibrationAdvice as danish } from '../da/calibration-advice.ts'

export const calibrationAdvice: typeof danish = {
  heading: 'Calibration before the round',
  headingWhileOpen: 'Calibration during the round',
  held: (day, people, levels) =>
    plural(
      'en',
      people,
      `Calibration held ${day} with 1 reviewer (level ${levels}).`,
      `Calibration held ${day} with ${people} reviewers (levels ${levels}).`,
    ),
  agreed: (percent, agreeing, pairs) => `${percent} of the pairs agreed (${agreeing} of ${pairs}).`,
  furtherWhileOpen: 'Also calibrated while the round was open:',
  who: (people, levels) =>
    plural('en', people, `(1 reviewer, level ${levels})`, `(${people} reviewers, levels ${levels})`),
  talkAbout: 'Talk about these questions before you begin:',
  concluded: 'answer agreed',
  notConcluded: 'none agreed',
  line: (agreeing, pairs) => `${agreeing} of ${pairs} pairs agree`,
  nothingToTalkAbout: 'All agreed on all questions.',
  noneSince: (day) => `No calibration since the round before was opened ${day}.`,
  noneYet: 'There has been no calibration yet.',
  last: (day) => `The last one was ${day}.`,
  advice:
    'A calibration before the first reviews shows which questions you read differently. The round does not wait for it.',
  see: 'See the calibration',
  make: 'Make a calibration',
}
