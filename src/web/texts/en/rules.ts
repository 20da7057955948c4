import { plural } from '../../../core/language/plural.ts'
import { formatInteger } from '../../format/numbers.ts'
import type { rules as da } from '../da/rules.ts'

const n = (count: number) => formatInteger(count, 'en')
const cases = (count: number) => `${n(count)} ${plural('en', count, 'case', 'cases')}`

export const rules: typeof da = {
  title: 'Which deadlines are in force?',
  question: (rules, sets) =>
    `${n(rules)} ${plural('en', rules, 'rule', 'rules')} in ${n(sets)} ${plural('en', sets, 'set', 'sets')}. The day a deadline begins to run decides which set judges it.`,
  judging: (count) => `The deadlines of ${cases(count)} are being worked out again.`,
  period: (from, to) =>
    from === null && to === null
      ? 'In force without limit of time.'
      : from === null
        ? `Judges deadlines that began on ${to} or before.`
        : to === null
          ? `Judges deadlines that begin on ${from} or later.`
          : `Judges deadlines that began from ${from} to ${to}.`,
  version: (version) => `Version ${version}`,
  saturday: {
    counts: 'Saturday counts as a working day.',
    closed: 'Saturday does not count as a working day.',
  },
  alsoClosed: 'No working days either:',
  officeDays: {
    'constitution-day': 'Constitution Day',
    'christmas-eve': 'Christmas Eve',
    'new-years-eve': 'New Year’s Eve',
  },
  notPublished: 'Comes with Tilsyn and is in force from the first import of events.',
  caption: (title) => `Rules of ${title}`,
  columns: {
    rule: 'Rule',
    limit: 'Limit',
    basis: 'Legal basis',
    confidence: 'How sure',
    met: 'In time',
    late: 'Late',
    running: 'Running',
    open: 'Overdue',
    'cannot-tell': 'Cannot be told',
  },
  confidences: {
    verified: 'checked in the text of the law',
    partial: 'partly checked',
    memory: 'not checked',
  },
  versionsOf: (title) => `Versions of ${title}`,
  versionsCaption: (title) => `Published versions of ${title}, the newest first`,
  versionColumns: { version: 'Version', published: 'Published', by: 'By', reason: 'Reason', act: 'Text' },
  included: 'came with Tilsyn',
  inForce: 'in force',
  ofVersion: (version) => `the same text as version ${version}`,
  download: 'Download',
  downloadNamed: (title, version) => `Download ${title}, version ${version}`,
  bringBack: 'Use again',
  bringBackNamed: (title, version) => `Use ${title}, version ${version}, again`,
  publishHeading: 'Publish new rules',
  publishWhat:
    'Download the text of the rules that are to change, mend it, write a higher version number, and choose the file here. A published version never changes. If you regret it, an earlier version can be used again.',
  file: 'File of rules',
  checking: 'Reading the rules …',
  checkHeading: (title, version) => `${title}, version ${version}`,
  standings: {
    first: 'The rules are in order and have not been published before.',
    newer: 'The rules are in order and can replace those in force.',
    same: 'This very text is in force already. There is nothing to publish.',
  },
  noDifference: 'No rule has changed.',
  commonChanged: 'Of the set as a whole has changed:',
  commonParts: {
    title: 'the name',
    status: 'the reservation',
    period: 'the period',
    settings: 'the settings (Saturday, closed days, pauses)',
    kinds: 'the events and their names',
  },
  changesCaption: 'Rules that change',
  changeColumns: { rule: 'Rule', change: 'Change', before: 'Before', after: 'After' },
  added: 'new',
  removed: 'dropped',
  parts: {
    text: 'wording',
    limit: 'limit',
    basis: 'legal basis',
    confidence: 'confidence',
    note: 'note',
    events: 'events',
    conditions: 'conditions',
    exceptions: 'exceptions and pauses',
  },
  trialHeading: 'What it means for the cases',
  trialCases: (count) =>
    count === 0
      ? 'There are no events yet, so no case is to be judged again.'
      : `Once the rules are published, the deadlines of ${cases(count)} are worked out again.`,
  trialRunning: 'Judging the cases by both sets of rules',
  trialStop: 'Stop',
  trialStopped: (done, of) => `Stopped: ${n(done)} of ${cases(of)} have been judged.`,
  trialGoOn: 'Go on',
  trialDone: (changed, of) =>
    changed === 0
      ? `None of ${cases(of)} comes out otherwise.`
      : `${n(changed)} of ${cases(of)} ${plural('en', changed, 'comes', 'come')} out otherwise.`,
  examples: 'For example:',
  effectsCaption: 'Deadlines by state, before and after',
  from: (before, after) => `${before} → ${after}`,
  reason: 'Reason',
  reasonHint: 'Everybody in the service can read it. No names and no cases.',
  reasonMissing: 'Write why the rules are published.',
  publish: 'Publish the rules',
  cancel: 'Cancel',
  published: (title, version, toJudge) =>
    `${title}, version ${version}, is published. The deadlines of ${cases(toJudge)} are being worked out again.`,
  already: (title) => `${title} was in force with this very text already.`,
}
