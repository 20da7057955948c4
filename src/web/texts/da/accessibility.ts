export const accessibility = {
  title: 'Tilgængelighed',
  question: 'Kan alle bruge Tilsyn?',
  built:
    'Tilsyn er bygget efter WCAG 2.2, niveau AA. Alt kan betjenes fra tastaturet, siderne kan forstørres til 400 %, og ingen oplysning gives med farve alene.',
  tested:
    'Siderne prøves automatisk med axe og med tastaturet, hver gang programmet ændres. Automatiske prøver finder ikke alt.',
  keysHeading: 'Tastatur',
  keys: 'Tabulator går fra felt til felt, og den første på siden springer til indholdet. Esc lukker menuer og vinduer. I gennemgangen svarer J ja, N nej og I ikke relevant.',
  reportHeading: 'Er der noget, du ikke kan bruge?',
  report:
    'Sig det til din administrator. Kommunen, der driver Tilsyn, har ansvaret for den officielle tilgængelighedserklæring.',
}
