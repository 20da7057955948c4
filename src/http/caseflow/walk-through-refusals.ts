import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { refusalRow as row, type RefusalRow } from '../refusal-row.ts'

export const walkThroughRefusals = {
  'walk-through-open': row(
    409,
    'En sagsgennemgang af sagen er allerede i gang. Hent siden igen, og skriv videre i den.',
    'A walk-through of the case is under way already. Load the page again and write on in it.',
  ),
  'walk-through-closed': row(
    409,
    'Sagsgennemgangen er afsluttet og står, som den er. Skriv en tilføjelse, hvis noget skal rettes.',
    'The walk-through is closed and stays as it is. Write an addition if something is to be corrected.',
  ),
  'walk-through-still-open': row(
    409,
    'Sagsgennemgangen er ikke afsluttet. Skriv i dens noter i stedet.',
    'The walk-through is not closed. Write in its notes instead.',
  ),
  'walk-through-empty': row(
    409,
    'Sagsgennemgangen er ikke afsluttet. Skriv først, hvem der var med, og en note eller en aftale.',
    'The walk-through was not closed. Write first who took part, and a note or an agreement.',
  ),
  'walk-through-day': row(
    409,
    'Sagsgennemgangen er ikke gemt. Dagen skal være i dag eller inden for de seneste 60 dage.',
    'The walk-through was not saved. The day must be today or within the last 60 days.',
  ),
  'person-not-of-case': row(
    409,
    'Det er ikke gemt. Kun sagens sagsbehandler og enhedens ledere og koordinatorer kan vælges; andre skrives med navn.',
    'It was not saved. Only the case’s caseworker and the unit’s managers and coordinators can be chosen; write others by name.',
  ),
  'agreement-settled': row(
    409,
    'Aftalen er allerede sat som gjort eller frafaldet. Hent siden igen.',
    'The agreement is done or dropped already. Load the page again.',
  ),
  'agreement-not-settled': row(409, 'Aftalen er allerede åben.', 'The agreement is open already.'),
  'agreement-reason-missing': row(
    409,
    'Skriv en begrundelse. Den står ved aftalen fra nu af.',
    'Write a reason. It stands with the agreement from now on.',
  ),
} as const satisfies Partial<Readonly<Record<RefusalCode, RefusalRow>>>
