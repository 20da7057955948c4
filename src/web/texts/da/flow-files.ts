export const flowFiles = {
  pdf: 'Hent som PDF',
  xlsx: 'Hent som Excel',
  heading: 'Få besked på mail',
  rhythms: {
    week: 'Ugerapporten, mandag morgen',
    month: 'Månedsrapporten, den første hverdag i måneden',
  },
  never: 'Ingen mail',
  ownUnits: (units: string) => `Mine enheder: ${units}`,
  ownUnitsShort: 'Egne enheder',
  municipality: 'Hele kommunen',
  sentTo: (address: string) =>
    `Mailen går til ${address}. Den har et link til rapporten og nævner hverken sager eller tal.`,
  noAddress:
    'Der er ingen mailadresse på dig. Bed administratoren skrive den ind; indtil da kommer der intet.',
  notSending: 'Programmet er ikke sat op til at sende mail. Valget gælder, når det er.',
  saved: 'Valget er gemt.',
  subscribers: {
    heading: 'Hvem får besked',
    caption: 'Ugens og månedens rapport på mail',
    none: 'Ingen har bedt om mail endnu.',
    name: 'Navn',
    report: 'Rapport',
    reports: { week: 'Uge', month: 'Måned' },
    scope: 'Hvad',
    since: 'Siden',
    note: 'Kommer den?',
    comes: 'Ja',
    noAddress: 'Nej: ingen mailadresse',
    ended: 'Nej: rollen er ophørt',
  },
}
