import type { flowFiles as danish } from '../da/flow-files.ts'

export const flowFiles: typeof danish = {
  pdf: 'Get as PDF',
  xlsx: 'Get as Excel',
  heading: 'Be told by mail',
  rhythms: {
    week: 'The weekly report, Monday morning',
    month: 'The monthly report, the first working day of the month',
  },
  never: 'No mail',
  ownUnits: (units) => `My units: ${units}`,
  ownUnitsShort: 'Own units',
  municipality: 'The whole municipality',
  sentTo: (address) =>
    `The mail goes to ${address}. It has a link to the report and names no cases and no figures.`,
  noAddress:
    'There is no mail address of yours. Ask the administrator to enter it; until then nothing comes.',
  notSending: 'The program is not set up to send mail. The choice counts once it is.',
  saved: 'Your choice is saved.',
  subscribers: {
    heading: 'Who is told',
    caption: 'The weekly and the monthly report by mail',
    none: 'Nobody has asked for a mail yet.',
    name: 'Name',
    report: 'Report',
    reports: { week: 'Week', month: 'Month' },
    scope: 'What',
    since: 'Since',
    note: 'Does it come?',
    comes: 'Yes',
    noAddress: 'No: there is no address',
    ended: 'No: the role has ended',
  },
}
