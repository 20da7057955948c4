import type { report as danish } from '../da/report.ts'

export const report: typeof danish = {
  title: (round) => `Report: ${round}`,
  question: 'What do we tell the committee, the management and the units?',
  results: 'Results',
  rounds: 'Rounds',
  choose: 'Choose an edition',
  audience: 'For whom',
  audiences: { internal: 'Internal', public: 'Public' },
  language: 'Language',
  languages: { da: 'Danish', en: 'English' },
  format: 'File',
  formats: {
    pdf: 'PDF (to read and print, accessible)',
    docx: 'Word (can be edited)',
    xlsx: 'Excel (every table)',
    pptx: 'PowerPoint (for the meeting)',
    html: 'Web page',
    csv: 'CSV (every figure)',
    json: 'JSON (every figure, with what each field means)',
  },
  download: 'Download the report',
  downloading: 'Making the report …',
  ready: (name) => `${name} was downloaded.`,
  logged: 'It is recorded that you download the report.',
  contents: (audience) => `Contents of the ${audience} edition`,
  audienceWord: { internal: 'internal', public: 'public' },
  annex: 'annex',
  hidden: 'What is hidden',
  internalHidden:
    'The internal edition hides nothing. It has figures of single units and small groups and must not leave the administration.',
  publicHidden: (withheld, figures) => `${withheld} of ${figures} figures are hidden in the public edition.`,
  publicRules: (limit) => [
    `A row is hidden whole when a count in it lies between 1 and ${limit - 1}, now or at the baseline.`,
    'Figures of units are left out, and dates are printed as months only.',
    'Case numbers are taken out of the irregularities, which are otherwise printed as written. Read them through before the report is published.',
  ],
  publicLimits:
    'Hidden figures can still be worked out when several tables, or the reports of several rounds, are laid side by side. Have a lawyer read the public edition before it is released.',
  open: {
    title: 'The report can be made when the round is closed',
    body: 'A report says how the round went, so it cannot be made while reviews are still out. Close the round when all are submitted.',
    action: 'See how far the round is',
  },
  empty: {
    title: 'There is nothing to report on',
    body: 'The round was closed without a single submitted review.',
    action: 'See the round',
  },
}
