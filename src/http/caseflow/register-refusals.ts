import type { RefusalCode } from '../../contract/frame/refusal-code.ts'
import { refusalRow as row, type RefusalRow } from '../refusal-row.ts'

/** Refusals around the registers of gates. */
export const registerRefusals = {
  'case-unknown': row(
    409,
    'Sagen kendes ikke, eller den er ikke i en enhed, du må skrive for. Se efter i sagsnummeret.',
    'The case is not known, or not of a unit you may write for. Look at the case number.',
  ),
  'child-unknown': row(
    409,
    'Sagen har ikke så mange børn. Se numrene på sagens side, eller lad feltet stå tomt.',
    'The case has not that many children. See the numbers on the case’s page, or leave the field empty.',
  ),
  'event-ahead': row(
    409,
    'Tidspunktet ligger ude i fremtiden. Indfør hændelsen, når den er sket.',
    'The time lies ahead. Enter the event once it has happened.',
  ),
  'time-not-shown': row(
    409,
    'Det klokkeslæt var der ikke den dag; uret blev stillet frem til sommertid. Ret det, eller lad feltet stå tomt.',
    'There was no such time that day; clocks went forward to summer time. Mend it or leave the field empty.',
  ),
  'gate-unclear': row(
    409,
    'Sagen har flere at vælge mellem, eller den valgte er afsluttet. Indfør hændelsen fra rækken i registret.',
    'The case has several to choose from, or the one chosen has ended. Enter the event from its row in the register.',
  ),
  'approver-not-here': row(
    409,
    'Den valgte havde ikke den rolle i sagens enhed den dag. Vælg en anden, eller ret dagen.',
    'The person chosen did not hold that role at the case’s unit that day. Choose another or mend the day.',
  ),
  'already-approved': row(
    409,
    'Planen er allerede godkendt i den rolle eller af den samme person i en anden rolle. De tre godkendelser skal gives af tre personer.',
    'The plan has been approved in that role already, or by the same person in another role. Its three approvals are given by three people.',
  ),
  'entry-changed': row(
    409,
    'En anden har rettet indførelsen imens. Hent siden igen, og se, hvad der står nu.',
    'Somebody else has corrected the entry meanwhile. Load the page again and see what it says now.',
  ),
  'entry-closed': row(
    409,
    'Det kan ikke ske, som indførelsen står nu. Hent siden igen.',
    'That cannot happen as the entry stands now. Load the page again.',
  ),
} as const satisfies Partial<Readonly<Record<RefusalCode, RefusalRow>>>
