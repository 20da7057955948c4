import { plural } from '../../../core/language/plural.ts'

export const drafts = {
  heading: 'Svar, der kun var på denne computer',
  sending: (caseId: string) => `${caseId}: sender …`,
  sent: (caseId: string, count: number) =>
    plural('da', count, `${caseId}: 1 svar er nu sendt.`, `${caseId}: ${count} svar er nu sendt.`),
  conflict: (caseId: string) =>
    `${caseId}: svar er ændret et andet sted imens. Åbn gennemgangen, og vælg, hvad der skal gælde.`,
  offline: (caseId: string) =>
    `${caseId}: der er ingen forbindelse. Svarene bliver liggende krypteret på denne computer og sendes senere.`,
  refused: (caseId: string, reason: string) => `${caseId}: svarene kunne ikke sendes. ${reason}`,
  kept: 'De bliver liggende krypteret på denne computer i mindst to uger, og kun du kan læse dem.',
  unreadable:
    'Der ligger usendte svar på denne computer, men de kan ikke læses lige nu. De bliver liggende; prøv igen om lidt.',
  choose: (count: number) =>
    plural(
      'da',
      count,
      'Et svar er ændret et andet sted. Vælg, hvad der skal gælde; begge bliver stående så længe.',
      `${count} svar er ændret et andet sted. Vælg, hvad der skal gælde; alle bliver stående så længe.`,
    ),
  question: (number: string) => `Spørgsmål ${number}`,
  noteTo: (question: string) => `${question}, privat note`,
  open: 'Åbn gennemgangen',
  show: 'Vis svarene',
  whole: 'Samlet bemærkning',
  answers: { yes: 'Ja', no: 'Nej', na: 'Ikke relevant' },
  noAnswer: 'intet svar',
  discard: 'Slet dem',
  discardTitle: 'Slet usendte svar',
  discardBody: (caseId: string) =>
    `Svarene i ${caseId}, der kun er på denne computer, slettes. Det kan ikke fortrydes.`,
  signOutTitle: 'Svar er ikke sendt',
  signOutBody: (reviews: number) =>
    plural(
      'da',
      reviews,
      'I 1 gennemgang er der svar, som kun er på denne computer. Logger du ud nu, slettes de.',
      `I ${reviews} gennemgange er der svar, som kun er på denne computer. Logger du ud nu, slettes de.`,
    ),
  signOutAdvice: 'Vil du beholde dem, så bliv logget ind, til de er sendt, eller luk blot vinduet.',
  signOutAnyway: 'Slet svarene, og log ud',
}
