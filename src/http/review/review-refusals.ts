import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { refusalRow as row, type RefusalRow } from '../refusal-row.ts'

/** What the review room refuses, as `refusals.ts` has it for all rooms. */
export const reviewRefusals = {
  'not-your-review': row(
    403,
    'Gennemgangen er givet til en anden. Kun den, der har fået den, kan besvare den.',
    'The review is given to somebody else. Only who was given it can answer it.',
  ),
  'own-case': row(
    403,
    'Du har selv medvirket i sagen og kan derfor ikke gennemgå den. Bed din leder om at give den til en anden.',
    'You took part in the case and so cannot review it. Ask your manager to give it to somebody else.',
  ),
  'declaration-needed': row(
    409,
    'Du skal først erklære, at du kan bedømme sagen uafhængigt. Åbn sagen igen.',
    'You must first declare that you can judge the case independently. Open the case again.',
  ),
  'colleague-undeclared': row(
    409,
    'I svarer sammen, så begge skal have åbnet sagen og erklæret sig uafhængige, før den kan indsendes. Bed den, der mangler, om det, eller den, der fordeler sagerne, om at tage pladsen ud.',
    'You answer together, so both must have opened the case and declared independence before it can be submitted. Ask whoever is missing to do so, or who gives the cases out to take the place out.',
  ),
  'already-submitted': row(
    409,
    'Gennemgangen er indsendt og kan ikke ændres.',
    'The review is submitted and cannot be changed.',
  ),
  'handed-in': row(
    409,
    'Du har indsendt dit skema. Er det en fejl, kan du fortryde i en halv time, så længe din kollega ikke har indsendt sit.',
    'You have handed your form in. If that was a slip, you can undo it for half an hour, as long as your colleague has not handed in theirs.',
  ),
  'submitted-before': row(
    409,
    'Gennemgangen har været indsendt og er sendt tilbage for at blive rettet. Den kan ikke afskrives; den, der har den nu, skal indsende den igen.',
    'The review was submitted and has been sent back for correction. It cannot be written off; whoever has it now must submit it again.',
  ),
  'written-off': row(
    409,
    'Sagen er taget ud af runden, så gennemgangen skal ikke gøres færdig.',
    'The case was taken out of the round, so the review need not be finished.',
  ),
  sealed: row(
    403,
    'Andre niveauers svar er lukket, til jeres egen gennemgang af sagen er indsendt.',
    'Other levels’ answers stay closed until your own level’s review of the case is submitted.',
  ),
  'not-submitted': row(
    409,
    'Gennemgangen er ikke indsendt, så den kan ikke sendes tilbage eller fortrydes.',
    'The review is not submitted, so it cannot be sent back or undone.',
  ),
  'own-correction': row(
    403,
    'Du kan ikke sende din egen gennemgang tilbage til dig selv. Bed niveauet over eller en, der leder tilsynet, om det.',
    'You cannot send your own review back to yourself. Ask the level above or somebody who leads the audit.',
  ),
  'undo-over': row(
    409,
    'Indsendelsen kan ikke længere fortrydes: der er gået mere end en halv time, eller andre kan have set svarene. Bed en, der leder tilsynet, om at sende gennemgangen tilbage.',
    'The submission can no longer be undone: more than half an hour has passed, or others may have seen the answers. Ask somebody who leads the audit to send the review back.',
  ),
  'not-written-off': row(
    409,
    'Gennemgangen er ikke afskrevet, så der er intet at åbne igen.',
    'The review is not written off, so there is nothing to reopen.',
  ),
  'case-replaced': row(
    409,
    'En anden sag er trukket i stedet, så gennemgangen kan ikke tages op igen.',
    'Another case was drawn instead, so the review cannot be taken up again.',
  ),
  'no-difference': row(
    409,
    'De to niveauer har svaret ens på spørgsmålet.',
    'The two levels answered the question alike.',
  ),
  'nothing-proposed': row(
    409,
    'Niveauet over har ikke foreslået noget om de svar, der står nu.',
    'The level above has proposed nothing about the answers as they stand now.',
  ),
  'discussion-closed': row(
    409,
    'I kan skrive sammen, når begge niveauer har indsendt deres gennemgang af sagen.',
    'You can write to each other once both levels have submitted their review of the case.',
  ),
  'question-not-in-form': row(
    404,
    'Spørgsmålet hører ikke til dette skema.',
    'The question is not part of this form.',
  ),
  'unfit-answer': row(400, 'Svaret passer ikke til spørgsmålet.', 'The answer does not fit the question.'),
  'evidence-in-future': row(
    400,
    'Datoen for dokumentationen ligger efter i dag. Skriv den dag, som dokumentet er fra.',
    'The date of the evidence lies after today. Write the day that the document is from.',
  ),
  'reason-needed': row(
    400,
    'Skriv hvorfor: den, der får en gennemgang taget fra sig, skal kunne se grunden.',
    'Say why: whoever a review is taken from must be able to see the reason.',
  ),
  'due-passed': row(
    409,
    'Den dag er allerede gået. Vælg flere dage efter lodtrækningen.',
    'That day has passed already. Choose more days after the draw.',
  ),
  'absence-past': row(
    409,
    'Fraværet er allerede slut. Vælg en sidste dag i dag eller senere.',
    'The absence is over already. Choose a last day of today or later.',
  ),
  'feedback-correcting': row(
    409,
    'Gennemgangen bliver rettet i øjeblikket. Du kan svare, når den er indsendt igen.',
    'The review is being corrected at the moment. You can reply when it has been submitted again.',
  ),
  'already-replied': row(
    409,
    'Du har allerede svaret på punktet. Hent siden igen for at se dit svar.',
    'You have replied to the point already. Load the page again to see your reply.',
  ),
  'dispute-answered': row(
    409,
    'Uenigheden er allerede besvaret. Hent siden igen for at se svaret.',
    'The dispute has been answered already. Load the page again to see the answer.',
  ),
  'outdated-version': row(
    409,
    'Det er ændret et andet sted, siden du hentede det. Vælg, hvad der skal gælde.',
    'It was changed elsewhere since you loaded it. Choose which one is to stand.',
  ),
  'merge-sealed': row(
    409,
    'Svarene er lukket, indtil I begge har indsendt jeres eget skema.',
    'The answers are closed until both of you have handed in your own form.',
  ),
  'merge-open': row(
    409,
    'Nogle spørgsmål mangler et fælles svar. Vælg det, og få det bekræftet.',
    'Some questions have no common answer yet. Choose it and have it confirmed.',
  ),
  'merge-done': row(
    409,
    'Svarene er samlet. Gennemgangen er sendt tilbage, og I retter den sammen i skemaet.',
    'The answers are merged. The review was sent back, and you correct it together in the form.',
  ),
  'own-choice': row(
    409,
    'Du har selv valgt svaret. Din kollega skal bekræfte det, eller du kan vælge et andet.',
    'You chose this answer yourself. Your colleague must confirm it, or you can choose another.',
  ),
  incomplete: row(
    409,
    'Nogle spørgsmål mangler svar. Besvar dem, og indsend så.',
    'Some questions have no answer yet. Answer them, then submit.',
  ),
  'critical-not-now': row(
    409,
    'Sagen er kommet videre. Er den kvitteret, lukkes den kun trin for trin af den, der handler. Se, hvad der er gjort.',
    'The case has moved on. Once it is acknowledged, only who handles it closes it, step by step. See what has been done.',
  ),
  'own-critical-case': row(
    403,
    'Du har selv medvirket i sagen, så en anden skal afslutte den: enhedsjuristen eller direktøren.',
    'You took part in the case, so somebody else must close it: the unit’s lawyer or the director.',
  ),
  'critical-open-already': row(
    409,
    'Sagen er meldt som kritisk igen og er åben. Fortsæt i den.',
    'The case has been reported as critical again and is open. Continue in that one.',
  ),
} as const satisfies Partial<Readonly<Record<RefusalCode, RefusalRow>>>
