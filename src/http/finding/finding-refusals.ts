import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { refusalRow as row, type RefusalRow } from '../refusal-row.ts'

/** What the finding room refuses, as `refusals.ts` has it for all rooms. */
export const findingRefusals = {
  'finding-not-now': row(
    409,
    'Det kan ikke gøres, som fejlen står nu. Hent siden igen for at se, hvor langt den er.',
    'That cannot be done as the finding stands now. Load the page again to see how far it is.',
  ),
  'finding-own-work': row(
    403,
    'Du har selv medvirket i sagen eller i at rette fejlen op. En anden skal tage stilling: en områdeleder eller jurist i enheden uden del i det, eller en jurist i staben.',
    'You took part in the case or in making the error good. Somebody else must judge it: an area manager or lawyer of the unit who had no part in it, or a staff lawyer.',
  ),
  'finding-own-plan': row(
    403,
    'Du har selv planlagt genopretningen, siden fejlen blev åbnet. En områdeleder eller jurist i enheden, der ikke har planlagt den, en jurist i staben eller direktøren skal tage stilling.',
    'You planned the restoration yourself since the finding was opened. An area manager or lawyer of the unit who did not plan it, a staff lawyer or the director must decide.',
  ),
  'finding-own-proposal': row(
    403,
    'Du har selv indstillet, at fejlen ikke rettes op. En anden skal tage stilling til det.',
    'You proposed yourself that the error is not made good. Somebody else must decide on it.',
  ),
  'finding-contact-first': row(
    409,
    'Borgeren skal først være kontaktet. Notér kontakten, og hvad borgeren svarede.',
    'The citizen must be contacted first. Record the contact and what the citizen answered.',
  ),
  'finding-citizen-declined': row(
    409,
    'Borgeren har sagt nej. Lav en ny plan, eller indstil, at fejlen ikke rettes op.',
    'The citizen declined. Make a new plan, or propose that the error is not made good.',
  ),
  'finding-journal-needed': row(
    409,
    'Skriv, hvilken dag notatet er journaliseret. Kun hvor alene registreringen rettes, er der intet notat.',
    'Give the day the note was filed in the case. Only where nothing but the registration is corrected is there no note.',
  ),
  'finding-day-in-future': row(
    409,
    'Dagen ligger i fremtiden. Skriv den dag, det skete.',
    'The day lies in the future. Give the day it happened.',
  ),
  'finding-days-crossed': row(
    409,
    'Dagen ligger før den dag, borgeren blev kontaktet. Ret dagen, eller notér kontakten igen.',
    'The day lies before the day the citizen was contacted. Mend the day, or record the contact again.',
  ),
  'finding-due-far': row(
    409,
    'Fristen ligger mere end et halvt år fremme. Vælg en tidligere dag.',
    'The day is more than half a year ahead. Choose an earlier one.',
  ),
  'finding-put-off': row(
    409,
    'Fristen er overskredet. Behold den i planen. En anden end den ansvarlige, der leder, kan udsætte den med en begrundelse.',
    'The due day has passed. Keep it in the plan. Somebody who leads, other than whoever is responsible, can put it off with a reason.',
  ),
  'finding-acted-on': row(
    409,
    'Nogen har allerede gjort noget ved fejlen. Sig til den, der leder enhedens arbejde, at den ikke skulle være skrevet.',
    'Somebody has done something about the error already. Tell whoever leads the unit that it should not have been added.',
  ),
  'finding-not-registration': row(
    409,
    'Borgeren har været spurgt, eller fejlen er vurderet som almindelig eller alvorlig, så det er ikke kun registreringen, der skal rettes. Vælg, hvad der skal rettes op.',
    'The citizen was asked, or the error was assessed as ordinary or serious, so it is not the registration alone. Choose what is to be made good.',
  ),
  'finding-due-passed': row(
    409,
    'Fristen er allerede gået. Vælg i dag eller en senere dag.',
    'The due day has passed already. Choose today or a later day.',
  ),
  'finding-responsible': row(
    409,
    'Den valgte kan ikke være ansvarlig: vedkommende har ingen rolle i enheden eller må ikke se fejlen endnu. Vælg en anden fra listen.',
    'The person chosen cannot be responsible: they hold no role in the unit or may not see the finding yet. Choose another from the list.',
  ),
} as const satisfies Partial<Record<RefusalCode, RefusalRow>>
