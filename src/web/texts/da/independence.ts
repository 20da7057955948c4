import type { ConflictGround } from '../../../core/review/independence.ts'

export const independence = {
  title: 'Kan du bedømme sagen uafhængigt?',
  what: 'Se, hvem der har arbejdet i sagen. Du kan svare, hvis du ikke selv har haft med sagen at gøre, ikke var leder for dem, der havde, ikke har drøftet den med dem, og ikke kender familien.',
  yes: 'Ja, begynd gennemgangen',
  no: 'Nej, giv sagen videre',
  later: 'Jeg kan ikke bedømme sagen uafhængigt',
  why: 'Hvorfor ikke?',
  grounds: {
    'took-part': 'Jeg har medvirket i sagen',
    decided: 'Jeg har truffet afgørelse i sagen',
    supervised: 'Jeg var leder for en, der medvirkede',
    discussed: 'Jeg har drøftet sagen med en, der medvirkede',
    knows: 'Jeg kender barnet, familien eller en anden i sagen',
  } satisfies Record<ConflictGround, string>,
  note: 'Forklaring',
  noteHint: 'Skriv ikke navne. Forklaringen kan læses af dem, der leder tilsynet.',
  pass: 'Giv sagen videre',
  passWhat: 'Sagen går straks til en kollega og kommer ikke tilbage til dig. Erklæringen bliver gemt.',
  choose: 'Vælg en grund.',
  cancel: 'Fortryd',
}
