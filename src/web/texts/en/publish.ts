import { plural } from '../../../core/language/plural.ts'
import type { publish as danish } from '../da/publish.ts'

export const publish: typeof danish = {
  heading: 'Publish a programme',
  what: 'A published version never changes, so that rounds can always be measured by the questions that were asked. A correction gets a new version number.',
  fromFile: 'From a file',
  file: 'Programme file',
  checking: 'Reading the file …',
  included: 'Programmes that come with Tilsyn',
  includedWhat: 'They can be used as they are, or as models. The files are in the folder programmes.',
  includedCaption: 'Programmes that come with Tilsyn',
  name: 'Programme',
  version: 'Version',
  contents: 'Contents',
  standing: 'Status',
  act: 'Action',
  counts: (questions, stages) =>
    `${questions} ${plural('en', questions, 'question', 'questions')}, ${stages} ${plural('en', stages, 'stage', 'stages')}`,
  titled: (title, version) => `${title}, version ${version}`,
  standings: {
    first: 'Not published',
    newer: 'Newer than the published one',
    same: 'Published',
    changed: 'Changed without a new version number',
    older: 'Older than the published one',
  },
  explained: {
    first: 'The file is in order. The programme has not been published before.',
    newer: 'The file is in order and can follow the published version.',
    same: 'The file is published already, exactly as it is. There is nothing to do.',
    changed:
      'The version number is already published with other content. Give the file a higher version number and choose it again.',
    older: 'A newer version is published. Give the file a higher version number and choose it again.',
  },
  difference: (version, added, removed, changed) =>
    `Compared with version ${version}: ${added} ${plural('en', added, 'question', 'questions')} new, ${removed} gone, ${changed} changed.`,
  publish: 'Publish',
  publishNamed: (title) => `Publish ${title}`,
  question: (title, version) => `Publish ${title}, version ${version}?`,
  confirm: 'All staff will see the version, and it can be neither changed nor withdrawn.',
  done: (title, version) => `${title}, version ${version}, is published.`,
  alreadyDone: (title, version) => `${title}, version ${version}, was published already.`,
}
