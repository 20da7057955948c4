export const differences = {
  title: (caseId: string) => `Forskelle i ${caseId}`,
  conclusion: (different: number, of: number) =>
    different === 0
      ? `De to niveauer svarede ens på alle ${of} spørgsmål.`
      : `De to niveauer svarede forskelligt på ${different} af ${of} spørgsmål.`,
  where: (stage: string, unit: string) => `${stage}, ${unit}`,
  level: (level: number, title: string) => `Niveau ${level}, ${title}`,
  caption: 'Svar fra de to niveauer, spørgsmål for spørgsmål',
  question: 'Spørgsmål',
  number: 'Nr.',
  outcome: 'Sammenlignet',
  same: 'ens',
  different: 'forskelligt',
  notAsked: 'ikke spurgt',
  evidence: (reference: string, day: string | null) =>
    day === null ? `Dokumentation: ${reference}` : `Dokumentation: ${reference}, ${day}`,
  evidenceOn: (day: string) => `Dokumentation fra ${day}`,
  show: 'Vis',
  onlyDifferent: 'Kun forskelle',
  allQuestions: 'Alle spørgsmål',
  noneDifferent: 'Ingen forskelle',
  noneDifferentBody: 'De to niveauer har set det samme i sagen.',
  lowest: 'Der er intet niveau under',
  lowestBody:
    'Du ser sagen som den første, så der er ikke noget at sammenligne med. Niveauet over sammenligner sine svar med dine, når det har indsendt.',
  waiting: 'Niveauet under er ikke færdigt',
  waitingBody: 'Svarene kan sammenlignes, når begge gennemgange er indsendt.',
  sealedTitle: 'Svarene er lukket endnu',
  backToReview: 'Til gennemgangen',
}
