import { refusalRow as row } from '../refusal-row.ts'

/** Refusals of one-time codes, of the municipality's own sign-in and of what asks for a fresh proof. */
export const signInRefusals = {
  'code-needed': row(
    401,
    'Skriv koden fra din app, eller en af dine gendannelseskoder.',
    'Enter the code from your app, or one of your recovery codes.',
  ),
  'wrong-code': row(
    401,
    'Koden er forkert eller brugt. Vent på den næste kode i appen, og prøv igen.',
    'The code is wrong or used. Wait for the next code in the app and try again.',
  ),
  'codes-in-use': row(
    409,
    'Du har allerede engangskoder. Slå dem fra, før du sætter nye op.',
    'You already have one-time codes. Turn them off before you set up new ones.',
  ),
  'codes-not-begun': row(
    409,
    'Der er ingen engangskoder at ændre. Hent siden igen.',
    'There are no one-time codes to change. Load the page again.',
  ),
  'codes-required': row(
    409,
    'Kommunen kræver engangskoder, så de kan ikke slås fra. Har du fået ny telefon, så bed en administrator nulstille dit login.',
    'The municipality requires one-time codes, so they cannot be turned off. If you have a new telephone, ask an administrator to reset your sign-in.',
  ),
  'given-password-expired': row(
    401,
    'Den adgangskode, du har fået, gjaldt i syv dage. Bed en administrator om en ny.',
    'The password you were given was good for seven days. Ask an administrator for a new one.',
  ),
  'own-password-needed': row(
    403,
    'Din adgangskode er givet af en anden. Vælg din egen under Skift adgangskode, før du går videre.',
    'Your password was given by somebody else. Choose your own under Change password before you go on.',
  ),
  'second-factor-needed': row(
    403,
    'Kommunen kræver engangskoder. Sæt dem op under Dit login, før du går videre.',
    'The municipality requires one-time codes. Set them up under Your sign-in before you go on.',
  ),
  'step-up-needed': row(
    403,
    'Bekræft, at det er dig, og prøv igen. Det gælder i ti minutter.',
    'Confirm that it is you and try again. It holds for ten minutes.',
  ),
  'step-up-elsewhere': row(
    409,
    'Du er logget ind med kommunens konto. Bekræft dér, at det er dig.',
    'You are signed in with the municipality’s account. Confirm there that it is you.',
  ),
  'provider-missing': row(
    404,
    'Kommunen har ikke sit eget login i Tilsyn. Brug brugernavn og adgangskode.',
    'The municipality has no sign-in of its own in Tilsyn. Use user name and password.',
  ),
  'provider-unavailable': row(
    503,
    'Kommunens login svarer ikke lige nu. Prøv igen om lidt. Har du en adgangskode i Tilsyn, kan du bruge den.',
    'The municipality’s sign-in does not answer right now. Try again in a moment. If you have a password in Tilsyn, you can use it.',
  ),
  'sign-in-refused': row(
    401,
    'Du blev ikke logget ind. Begynd forfra fra loginsiden.',
    'You were not signed in. Start again from the sign-in page.',
  ),
  'account-unknown': row(
    403,
    'Din konto i kommunen er ikke knyttet til nogen i Tilsyn. Bed en administrator om at oprette dig.',
    'Your account in the municipality belongs to nobody in Tilsyn. Ask an administrator to add you.',
  ),
  'no-role': row(
    403,
    'Du har ingen rolle i Tilsyn i dag. Bed en administrator om at give dig en.',
    'You have no role in Tilsyn today. Ask an administrator to give you one.',
  ),
  'sign-in-too-weak': row(
    403,
    'Kommunens login fortæller ikke, at du brugte to trin. Log ind igen med begge trin, eller spørg kommunens it-support.',
    'The municipality’s sign-in does not say that you used two steps. Sign in again with both, or ask the municipality’s IT support.',
  ),
} as const
