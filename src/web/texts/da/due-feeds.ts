export const dueFeeds = {
  heading: 'En enheds frister i din kalender',
  body: 'Et kalenderprogram kan selv hente, hvor mange frister der udløber hvilke dage i en enhed. Der står kun dage og antal: ingen sager og ingen navne.',
  unit: 'Enhed',
  open: 'Lav en adresse',
  shown:
    'Adressen vises kun denne ene gang. Den, der kender den, kan hente kalenderen uden at logge ind, så giv den ikke videre. Indsæt den i kalenderprogrammet under »Abonnér« eller »Tilføj fra internettet«, og giv kalenderen et navn dér: enhedens navn står ikke i den.',
  address: 'Adressen',
  caption: 'Adresser, der virker nu',
  columns: { unit: 'Enhed', since: 'Siden', act: 'Handling' },
  end: 'Luk adressen',
  endNamed: (unit: string) => `Luk adressen for ${unit}`,
  ended: (unit: string) => `Adressen for ${unit} virker ikke mere.`,
  again: 'Laver du en ny adresse for samme enhed, holder den gamle op med at virke.',
}
