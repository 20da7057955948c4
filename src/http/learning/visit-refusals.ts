import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { refusalRow as row, type RefusalRow } from '../refusal-row.ts'

export const visitRefusals = {
  'visit-cancelled': row(
    409,
    'Besøget er aflyst, så der kan ikke skrives mere i det. Planlæg et nyt.',
    'The visit was cancelled, so nothing more can be written in it. Plan a new one.',
  ),
  'visit-held': row(
    409,
    'Besøget er holdt. Dag, deltagere og dagsorden står, som de var; referat og opmærksomhedspunkter kan stadig skrives.',
    'The visit has been held. Day, participants and agenda stand as they were; minutes and attention points can still be written.',
  ),
  'visit-not-yet': row(
    409,
    'Besøget kan først noteres som holdt på dagen. Er det flyttet frem, så ret dagen først.',
    'The visit can be noted as held on its day at the earliest. If it was moved forward, change the day first.',
  ),
  'visit-without-participants': row(
    409,
    'Besøget er ikke noteret som holdt. Skriv først, hvem der var med; det kan ikke rettes bagefter.',
    'The visit was not noted as held. Write first who took part; that cannot be changed afterwards.',
  ),
  'visit-day-long-past': row(
    409,
    'Besøget er ikke gemt. Dagen ligger mere end 60 dage tilbage. Et besøg skrives ind, før det holdes, eller senest 60 dage efter.',
    'The visit was not saved. The day lies more than 60 days back. A visit is written down before it is held, or 60 days after at the latest.',
  ),
  'participant-not-here': row(
    409,
    'Besøget er ikke gemt. Kun dem, der har en rolle i enheden eller i hele kommunen, kan vælges som deltagere; andre skrives som gæster.',
    'The visit was not saved. Only those with a role at the unit or in the whole municipality can be chosen as participants; write others as guests.',
  ),
  'point-settled': row(
    409,
    'Opmærksomhedspunktet er afsluttet. Åbn det igen, hvis det skal ændres.',
    'The attention point is settled. Reopen it to change it.',
  ),
  'not-the-author': row(
    403,
    'Det kan kun den, der har skrevet teksten.',
    'Only whoever wrote the text can do that.',
  ),
  'four-box-empty': row(
    409,
    'Skriv mindst én linje i et af de fire felter.',
    'Write at least one line in one of the four boxes.',
  ),
  'already-shared': row(
    409,
    'Forslaget er allerede delt med enheden.',
    'The proposal is already shared with the unit.',
  ),
  'answer-not-compliant': row(
    409,
    'Kun et svar, der lever op til kravet, kan fremhæves som eksempel. Vælg et andet spørgsmål.',
    'Only an answer that meets the requirement can be held up as an example. Choose another question.',
  ),
  'strength-marked': row(
    409,
    'Spørgsmålet er allerede fremhævet i denne gennemgang. Træk det tilbage først, hvis teksten skal være en anden.',
    'The question is already marked in this review. Withdraw it first if the text is to be another.',
  ),
} as const satisfies Partial<Readonly<Record<RefusalCode, RefusalRow>>>
