export const password = {
  title: 'Skift adgangskode',
  question: 'Andre steder, hvor du er logget ind, bliver du logget ud.',
  given: 'Adgangskoden har du fået af en anden. Vælg din egen her; derefter kan du gå videre.',
  none: 'Du har ingen adgangskode i Tilsyn, så der er intet at skifte. En administrator kan give dig en.',
  before: 'Nuværende adgangskode',
  after: 'Ny adgangskode',
  hint: (shortest: number) =>
    `Mindst ${shortest} tegn. Flere ord efter hinanden er lette at huske og svære at gætte.`,
  again: 'Ny adgangskode igen',
  show: 'Vis adgangskoderne',
  submit: 'Skift adgangskode',
  done: 'Adgangskoden er skiftet. Andre steder er du logget ud.',
  errors: {
    before: 'Skriv din nuværende adgangskode.',
    after: (shortest: number) => `Den nye adgangskode skal have mindst ${shortest} tegn.`,
    again: 'De to nye adgangskoder er ikke ens. Skriv den samme begge steder.',
  },
}
