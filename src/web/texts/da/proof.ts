import type { Session } from '../../../contract/access/session.ts'

type ByMethod = Readonly<Record<Session['method'], string>>

export const proof = {
  title: 'Er det stadig dig?',
  what: {
    password:
      'Det, du beder om, kræver, at du for nylig har vist, hvem du er. Skriv din adgangskode; så spørges der ikke igen de næste ti minutter.',
    provider:
      'Det, du beder om, kræver, at du for nylig har vist, hvem du er. Du kommer til kommunens login og derefter tilbage til denne side. Tryk så igen på det, du ville.',
    demo: 'Det, du beder om, kræver, at man for nylig har vist, hvem man er. I prøveversionen er et tryk nok.',
  } satisfies ByMethod,
  password: 'Adgangskode',
  code: 'Kode',
  codeHint: 'Seks cifre fra din app, eller en gendannelseskode.',
  action: {
    password: 'Bekræft',
    provider: 'Til kommunens login',
    demo: 'Ja, det er mig',
  } satisfies ByMethod,
}
