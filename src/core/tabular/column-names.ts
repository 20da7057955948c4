/**
 * Our column names and what practice calls them, in Danish and English. Names are compared without case, spaces,
 * hyphens and underscores, so `Sags-ID`, `sags_id` and `SagsId` are one.
 */
export const columnNames = {
  case_id: ['case', 'caseid', 'sagsnr', 'sagsnummer', 'sags_id', 'sag'],
  stage: ['sagstrin', 'trin'],
  unit: ['enhed', 'afdeling', 'department'],
  caseworker: ['sagsbehandler', 'rådgiver'],
  started: ['start', 'startdate', 'startdato', 'påbegyndt', 'begyndt'],
  completed: ['end', 'enddate', 'finished', 'slut', 'slutdato', 'afsluttet', 'afslutningsdato'],
  child: ['barn', 'barnets_id', 'child_id'],
  cpr: ['cprnr', 'cprnummer', 'cpr_number', 'personnummer', 'barnets_cpr'],
  participants: ['deltagere', 'medvirkende', 'took_part'],
  round: ['runde'],
  level: ['niveau'],
  question: ['spørgsmål', 'spørgsmålsnr', 'spørgsmålsnummer'],
  answer: ['svar'],
  weight: ['vægt'],
  reviewer: ['reviewer_id', 'auditør', 'gennemgået_af', 'bedømmer'],
  event: ['hændelse', 'begivenhed', 'hændelsestype', 'event_type'],
  at: ['tidspunkt', 'time', 'timestamp', 'dato', 'date', 'hændelsesdato', 'event_date'],
  time_of_day: ['klokkeslæt', 'klokken', 'kl', 'tid_på_dagen', 'hændelsestid', 'event_time'],
  event_id: ['hændelses_id', 'hændelse_id'],
  registered: ['registreret', 'registreringsdato', 'registreringstidspunkt', 'registered_at'],
  born: ['født', 'fødselsdato', 'fødselsdag', 'date_of_birth', 'birth_date'],
} as const satisfies Record<string, readonly string[]>

export type ColumnName = keyof typeof columnNames

/** The form in which two column names are compared. */
export function comparable(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s_-]+/gu, '')
}
