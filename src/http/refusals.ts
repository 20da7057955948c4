import type { RefusalCode } from '../contract/frame/refusal-code.ts'
import { actionPlanRefusals } from './learning/action-plan-refusals.ts'
import { appealRefusals } from './learning/appeal-refusals.ts'
import { releaseRefusals } from './report/release-refusals.ts'
import { registerRefusals } from './caseflow/register-refusals.ts'
import { goalRefusals } from './learning/goal-refusals.ts'
import { signInRefusals } from './access/sign-in-refusals.ts'
import { refusalRow as row, type RefusalRow } from './refusal-row.ts'
import { walkThroughRefusals } from './caseflow/walk-through-refusals.ts'
import { visitRefusals } from './learning/visit-refusals.ts'
import { findingRefusals } from './finding/finding-refusals.ts'
import { breakGlassRefusals } from './access/break-glass-refusals.ts'
import { recordRefusals } from './access/record-refusals.ts'
import { retentionRefusals } from './access/retention/retention-refusals.ts'
import { reviewRefusals } from './review/review-refusals.ts'

/** Every refusal's HTTP status and its sentence for the person: what is wrong, and what to do. */
export const refusals: Readonly<Record<RefusalCode, RefusalRow>> = {
  'malformed-json': row(400, 'Indholdet er ikke gyldig JSON.', 'The content is not valid JSON.'),
  'invalid-input': row(
    400,
    'Noget af det indtastede kan ikke bruges. Ret de nævnte felter.',
    'Some of the input cannot be used. Mend the fields named.',
  ),
  'wrong-content-type': row(
    415,
    'Indholdet har en type, som ikke kan læses her.',
    'The content has a type that cannot be read here.',
  ),
  'too-large': row(
    413,
    'Det sendte er for stort. Del det op, og send det igen.',
    'What was sent is too large. Split it and send it again.',
  ),
  'key-unusable': row(
    400,
    'Idempotency-Key skal være 16 til 64 bogstaver, tal, bindestreger eller understreger.',
    'An Idempotency-Key is 16 to 64 letters, digits, hyphens or underscores.',
  ),
  'key-of-another-request': row(
    409,
    'Kaldets nøgle er brugt til noget andet. Hent siden igen, og prøv så.',
    'The request’s key was used for something else. Load the page again, then try.',
  ),
  'not-found': row(404, 'Det, du leder efter, findes ikke.', 'What you are looking for does not exist.'),
  'method-not-allowed': row(
    405,
    'Adressen findes, men kan ikke bruges på den måde.',
    'The address exists but cannot be used in this way.',
  ),
  'wrong-host': row(
    421,
    'Programmet svarer ikke på dette navn. Brug den adresse, det skrev, da det startede.',
    'The program does not answer to this name. Use the address it printed when it started.',
  ),
  'wrong-origin': row(
    403,
    'Kaldet kom fra en anden side end Tilsyn og blev afvist.',
    'The call came from a page other than Tilsyn and was refused.',
  ),
  'too-many-requests': row(
    429,
    'Der er kommet meget mange forespørgsler på kort tid. Vent et minut, og prøv igen.',
    'Very many requests have come in a short time. Wait a minute and try again.',
  ),
  'too-busy': row(
    503,
    'Der er travlt lige nu. Prøv igen om lidt.',
    'It is busy right now. Try again in a moment.',
  ),
  'disk-full': row(
    503,
    'Serverens disk er fuld, så intet kan gemmes lige nu. Intet er gået tabt. Sig det til jeres administrator; du kan stadig læse.',
    'The server’s disk is full, so nothing can be saved right now. Nothing is lost. Tell your administrator; you can still read.',
  ),
  'database-unavailable': row(
    503,
    'Databasen svarer ikke. Prøv igen om lidt.',
    'The database does not answer. Try again in a moment.',
  ),
  'internal-error': row(
    500,
    'Der skete en fejl hos os. Intet er gemt. Oplys kaldets nummer, hvis du melder den.',
    'Something failed on our side. Nothing was saved. Give the request number if you report it.',
  ),

  'file-missing': row(
    400,
    'Der er ingen fil med. Vælg en fil, og send igen.',
    'There is no file. Choose a file and send again.',
  ),
  'file-type': row(415, 'Filtypen kan ikke læses her.', 'This type of file cannot be read here.'),
  'too-many-files': row(400, 'Send én fil ad gangen.', 'Send one file at a time.'),
  'broken-upload': row(
    400,
    'Filen nåede ikke helt frem. Send den igen.',
    'The file did not arrive whole. Send it again.',
  ),
  'unusable-file': row(
    422,
    'Filen kan ikke bruges, som den er. Ret det nævnte, og send den igen.',
    'The file cannot be used as it is. Mend what is named and send it again.',
  ),

  'not-signed-in': row(401, 'Log ind først.', 'Sign in first.'),
  'session-expired': row(
    401,
    'Du er blevet logget ud. Log ind igen.',
    'You have been signed out. Sign in again.',
  ),
  'not-permitted': row(
    403,
    'Din rolle giver ikke adgang til dette.',
    'Your role does not give access to this.',
  ),
  'wrong-credentials': row(
    401,
    'Brugernavn eller adgangskode er forkert.',
    'User name or password is wrong.',
  ),
  ...signInRefusals,
  'too-many-attempts': row(
    429,
    'For mange forsøg. Vent lidt, og prøv igen.',
    'Too many attempts. Wait a little and try again.',
  ),
  'no-password': row(
    409,
    'Du har ingen adgangskode i Tilsyn. En administrator kan give dig en.',
    'You have no password in Tilsyn. An administrator can give you one.',
  ),
  'wrong-password': row(403, 'Den nuværende adgangskode er forkert.', 'The current password is wrong.'),
  'same-password': row(
    409,
    'Den nye adgangskode er den samme som den gamle. Vælg en anden.',
    'The new password is the same as the old one. Choose another.',
  ),
  'common-password': row(
    409,
    'Den adgangskode bruges af mange og gættes først. Vælg en anden, fx nogle ord, der ikke hører sammen.',
    'That password is used by many and guessed first. Choose another, e.g. some words that do not belong together.',
  ),
  'own-words-password': row(
    409,
    'Adgangskoden består næsten kun af dit navn, brugernavn eller kommunens navn. Vælg en anden, fx nogle ord, der ikke hører sammen.',
    'The password is little more than your name, user name or the municipality’s name. Choose another, e.g. some words that do not belong together.',
  ),
  'municipality-missing': row(400, 'Vælg din kommune.', 'Choose your municipality.'),
  'person-not-found': row(404, 'Personen findes ikke.', 'The person does not exist.'),

  'unit-exists': row(
    409,
    'Der er allerede en enhed med det navn. Vælg et andet.',
    'There is already a unit of that name. Choose another.',
  ),
  'initials-taken': row(
    409,
    'En anden har de initialer. Søg personen frem, eller vælg andre initialer.',
    'Somebody else has those initials. Search for the person, or choose other initials.',
  ),
  'user-name-taken': row(
    409,
    'Brugernavnet er i brug af en anden. Vælg et andet.',
    'Somebody else has that user name. Choose another.',
  ),
  'unit-needed': row(
    409,
    'Rollen hører til en enhed. Vælg enheden.',
    'The role belongs to a unit. Choose the unit.',
  ),
  'unit-not-needed': row(
    409,
    'Rollen gælder hele kommunen. Lad enheden stå tom.',
    'The role covers the whole municipality. Leave the unit empty.',
  ),
  'role-held': row(
    409,
    'Personen har allerede den rolle i noget af perioden.',
    'The person already has that role in some of the period.',
  ),
  'role-ended': row(409, 'Rollen er allerede afsluttet.', 'The role has already ended.'),
  'role-end-too-early': row(
    409,
    'Den sidste dag kan ikke ligge før i dag eller før rollens første dag. Skal rollen ophøre straks, så vælg det.',
    'The last day cannot lie before today or before the role began. To end the role at once, choose that.',
  ),
  'already-led': row(
    409,
    'Nogle af sagsbehandlerne er allerede i gruppen i noget af perioden.',
    'Some of the caseworkers are in the team in some of the period already.',
  ),
  'team-ended': row(409, 'Det er allerede taget tilbage.', 'It has been taken back already.'),
  'last-administrator': row(
    409,
    'Det er den sidste administrator. Giv en anden rollen først, ellers kan ingen styre adgangen.',
    'This is the last administrator. Give somebody else the role first, or nobody can manage access.',
  ),
  'programme-changed': row(
    409,
    'Den version er allerede udgivet med et andet indhold, og en udgivet version ændres aldrig. Giv filen et højere versionsnummer.',
    'That version is already published with other content, and a published version never changes. Give the file a higher version number.',
  ),
  'programme-older': row(
    409,
    'Der er udgivet en nyere version af programmet. Giv filen et højere versionsnummer end den.',
    'A newer version of the programme is published. Give the file a version number above it.',
  ),
  'import-under-way': row(
    409,
    'En anden fil bliver læst eller importeret lige nu. Prøv igen om lidt.',
    'Another file is being read or imported right now. Try again in a moment.',
  ),
  'events-under-way': row(
    409,
    'Hændelser bliver læst eller skrevet lige nu, og de skal bedømmes efter de regler, de blev læst med. Intet er udgivet; prøv igen om lidt.',
    'Events are being read or written right now, and they must be judged by the rules they were read with. Nothing was published; try again in a moment.',
  ),
  'no-units': row(
    409,
    'Kommunen har ingen enheder endnu. Opret dem, før der importeres.',
    'The municipality has no units yet. Add them before importing.',
  ),
  'preview-closed': row(
    409,
    'Importen er allerede bekræftet eller kasseret.',
    'The import is already confirmed or discarded.',
  ),
  'preview-stale': row(
    409,
    'Sagsregistret er ændret, siden filen blev læst. Læs filen igen.',
    'The case register has changed since the file was read. Read the file again.',
  ),
  'rows-refused': row(
    409,
    'Nogle rækker er afvist. Ret filen, eller vælg at importere de øvrige rækker alene.',
    'Some rows are refused. Mend the file, or choose to import the other rows alone.',
  ),

  'round-exists': row(
    409,
    'Der er allerede en runde med det id. Vælg et andet.',
    'There is already a round with that id. Choose another.',
  ),
  'round-closed': row(
    409,
    'Runden er lukket og kan ikke ændres.',
    'The round is closed and cannot be changed.',
  ),
  'programme-not-found': row(404, 'Programmet findes ikke.', 'The programme does not exist.'),
  'baseline-not-found': row(
    404,
    'Runden, der skal sammenlignes med, findes ikke.',
    'The round to compare with does not exist.',
  ),
  'reviews-open': row(
    409,
    'Nogle gennemgange er ikke indsendt. Runden kan lukkes, når alle er inde.',
    'Some reviews are not submitted. The round can be closed when all are in.',
  ),
  'level-not-drawn': row(
    409,
    'Nogle niveauer er ikke trukket. Runden kan lukkes, når alle er trukket og gennemgået.',
    'Some levels are not drawn. The round can be closed when all are drawn and reviewed.',
  ),
  'level-below-not-drawn': row(
    409,
    'Niveauet trækkes fra niveauet under, som ikke er trukket endnu.',
    'This level is drawn from the level below, which is not drawn yet.',
  ),
  'level-above-frozen': row(
    409,
    'Niveauet over er allerede trukket ud fra disse sager. Notér en uregelmæssighed i stedet.',
    'The level above was already drawn from these cases. Note an irregularity instead.',
  ),
  'nothing-eligible': row(
    409,
    'Ingen afsluttede sagstrin i perioden kan udtrækkes. Importér sagstrin, eller ret perioden.',
    'No finished case stages in the period are eligible. Import case stages or mend the period.',
  ),
  'frame-not-readable': row(
    409,
    'Programmets regel kan ikke bruges på sagerne: en kolonne mangler eller har noget, der ikke kan læses. Ret filen, og importér den igen.',
    'The programme’s rule cannot be used on the cases: a column is missing or holds something that cannot be read. Mend the file and import it again.',
  ),
  'already-frozen': row(409, 'Udtrækningsgrundlaget er allerede låst.', 'The frame is already frozen.'),
  'not-frozen': row(409, 'Lås udtrækningsgrundlaget først.', 'Freeze the frame first.'),
  'already-drawn': row(409, 'Niveauet er allerede trukket.', 'The level is already drawn.'),
  'not-drawn': row(409, 'Niveauet er ikke trukket endnu.', 'The level is not drawn yet.'),
  'seed-already-published': row(
    409,
    'Lodtrækningsnøglen er allerede offentliggjort.',
    'The seed is already published.',
  ),
  'seed-not-published': row(
    409,
    'Lodtrækningsnøglen er ikke offentliggjort endnu.',
    'The seed is not published yet.',
  ),
  'reserve-empty': row(
    409,
    'Der er ingen flere sager at trække i gruppen. Notér en uregelmæssighed i stedet.',
    'There are no more cases to draw in the stratum. Note an irregularity instead.',
  ),
  'review-submitted': row(
    409,
    'Gennemgangen er eller har været indsendt, så sagen kan ikke erstattes.',
    'The review is or was submitted, so the case cannot be replaced.',
  ),
  'own-review': row(
    403,
    'Du skal selv gennemgå sagen og kan derfor ikke tage den ud. Bed en anden, der må erstatte sager, om det.',
    'You are to review the case yourself and so cannot take it out. Ask somebody else who may replace cases.',
  ),
  'own-answer': row(
    403,
    'Du har selv givet svaret i gennemgangen. Bed en anden om at afgøre, hvilken side der er forkert.',
    'You gave the review’s answer yourself. Ask somebody else to find out which side is wrong.',
  ),
  'anchor-not-in-registry': row(
    409,
    'Programmets ankersager er ikke alle klar i sagsregistret.',
    'Not all of the programme’s anchor cases are ready in the registry.',
  ),
  'draw-closed': row(
    403,
    'Så længe en runde med ankersager er åben, må kun de, der leder tilsynet, se, hvilke sager der er trukket. Ellers kunne en gennemgår finde ankersagerne. Når runden er lukket, er trækningen åben.',
    'As long as a round with anchor cases is open, only those who lead the audit may see which cases were drawn. Otherwise a reviewer could find the anchors. Once the round is closed, the draw is open.',
  ),

  ...reviewRefusals,
  ...findingRefusals,
  'calibration-sealed': row(
    409,
    'Svarene er forseglet, til alle har indsendt, eller den, der leder kalibreringen, åbner dem.',
    'The answers are sealed until everybody has handed in or somebody who leads the calibration opens them.',
  ),
  'calibration-closed': row(
    409,
    'Kalibreringen er åbnet, så der kan ikke svares mere. Det, du nåede at skrive, er gemt.',
    'The calibration has been opened, so nothing more can be answered. What you had written is kept.',
  ),
  'calibration-withdrawn': row(
    409,
    'Kalibreringen er trukket tilbage. Det, der var svaret, er gemt, men åbnes ikke.',
    'The calibration has been withdrawn. What was answered is kept but not opened.',
  ),
  'calibration-due-passed': row(
    409,
    'Fristen er allerede gået. Vælg i dag eller en senere dag.',
    'The due date has passed already. Choose today or a later day.',
  ),
  'not-invited': row(
    403,
    'Du er ikke inviteret til denne kalibrering.',
    'You are not invited to this calibration.',
  ),
  'not-a-reviewer': row(
    409,
    'En eller flere af de valgte har ikke længere en rolle, som programmet lader gennemgå sager. Hent siden igen, og vælg på ny.',
    'One or more of the chosen no longer hold a role that the programme lets review cases. Load the page again and choose anew.',
  ),
  'case-not-of-programme': row(
    409,
    'Programmet har ikke det sagstrin, som en af øvesagerne handler om. Vælg en anden øvesag eller et andet program.',
    'The programme lacks the stage that one of the training cases is about. Choose another training case or programme.',
  ),
  'stage-unknown': row(
    409,
    'Intet program har det sagstrin. Vælg et af dem, siden viser.',
    'No programme has that stage. Choose one of those the page shows.',
  ),
  'too-few-handed-in': row(
    409,
    'Der er ikke to, der har indsendt svar, så der er intet at sammenligne. Vent, eller træk kalibreringen tilbage.',
    'Fewer than two have handed in answers, so there is nothing to compare. Wait, or withdraw the calibration.',
  ),

  ...visitRefusals,
  ...walkThroughRefusals,

  ...recordRefusals,
  ...breakGlassRefusals,
  ...retentionRefusals,
  ...registerRefusals,
  ...goalRefusals,
  ...actionPlanRefusals,
  ...appealRefusals,
  ...releaseRefusals,
  'results-sealed': row(
    409,
    'Resultaterne er forseglet, til alle niveauer er trukket og indsendt, eller runden er lukket.',
    'The results are sealed until every level is drawn and submitted, or the round is closed.',
  ),
  'round-without-answers': row(
    409,
    'Der er endnu ingen indsendte gennemgange i runden.',
    'No review of the round is submitted yet.',
  ),
  'unit-not-in-round': row(
    409,
    'Enheden har ingen gennemgåede sager i runden, så der er ingen rapport om den.',
    'The unit has no reviewed cases in the round, so there is no report on it.',
  ),
  'round-not-closed': row(
    409,
    'Rapporten og rundens svar kan hentes, når runden er lukket.',
    'The report and the answers can be downloaded when the round is closed.',
  ),
}
