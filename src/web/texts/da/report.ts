export const report = {
  title: (round: string) => `Rapport: ${round}`,
  question: 'Hvad fortæller vi udvalget, ledelsen og enhederne?',
  results: 'Resultater',
  rounds: 'Runder',
  choose: 'Vælg udgave',
  audience: 'Til hvem',
  audiences: { internal: 'Intern', public: 'Offentlig' },
  language: 'Sprog',
  languages: { da: 'Dansk', en: 'Engelsk' },
  format: 'Fil',
  formats: {
    pdf: 'PDF (læsning og tryk, tilgængelig)',
    docx: 'Word (kan redigeres)',
    xlsx: 'Excel (alle tabeller)',
    pptx: 'PowerPoint (til mødet)',
    html: 'Webside',
  },
  download: 'Hent rapporten',
  downloading: 'Laver rapporten …',
  ready: (name: string) => `${name} er hentet.`,
  logged: 'Det bliver noteret, at du henter rapporten.',
  contents: (audience: string) => `Indhold af den ${audience} udgave`,
  audienceWord: { internal: 'interne', public: 'offentlige' },
  annex: 'bilag',
  hidden: 'Hvad der er skjult',
  internalHidden:
    'Den interne udgave skjuler intet. Den har tal for de enkelte enheder og for små grupper og må ikke gives videre uden for forvaltningen.',
  publicHidden: (withheld: string, figures: string) =>
    `${withheld} af ${figures} tal er skjult i den offentlige udgave.`,
  publicRules: (limit: number) => [
    `En række skjules helt, når et antal i den er fra 1 til ${limit - 1}, nu eller i baseline.`,
    'Enhedernes tal er udeladt, og datoer trykkes kun som måned.',
    'Sagsnumre tages ud af uregelmæssighederne, som ellers trykkes, som de er skrevet. Læs dem igennem, før rapporten offentliggøres.',
  ],
  publicLimits:
    'Skjulte tal kan endnu regnes tilbage, hvis flere tabeller eller flere runders rapporter lægges ved siden af hinanden. Lad derfor en jurist se den offentlige udgave igennem, før den frigives.',
  open: {
    title: 'Rapporten kan laves, når runden er lukket',
    body: 'En rapport siger, hvordan runden gik, så den kan ikke laves, mens der stadig er gennemgange ude. Luk runden, når alle er indsendt.',
    action: 'Se, hvor langt runden er',
  },
  empty: {
    title: 'Der er intet at skrive rapport om',
    body: 'Runden er lukket uden en eneste indsendt gennemgang.',
    action: 'Se runden',
  },
}
