import type { EntryName, Finding } from '../../core/access/seal/finding.ts'
import type { Language } from '../../core/language/language.ts'
import { moment } from './moment.ts'

/** A finding as one line: what was done, to which entry, and when it had been sealed. */
export function findingLine(finding: Finding, language: Language): string {
  return language === 'da' ? danish(finding) : english(finding)
}

function danish(finding: Finding): string {
  const time = (seconds: string): string => moment(seconds, 'da')
  const name = ({ log, id, at }: EntryName): string =>
    `${log === 'access' ? 'opslag' : 'ændring'} ${id}${at === null ? '' : ` (${time(at)})`}`
  switch (finding.kind) {
    case 'entry-edited':
      return `${name(finding.entry)} er rettet, efter at posten blev forseglet ${time(finding.sealed)}.`
    case 'entry-deleted':
      return `${name(finding.entry)} er slettet; posten blev forseglet ${time(finding.sealed)}.`
    case 'entries-swapped':
      return `${name(finding.entry)} og ${name(finding.other)} er byttet om.`
    case 'entry-inserted':
      return `${name(finding.entry)} har intet segl, selv om posterne omkring den er forseglet: posten er indsat bagefter, eller dens segl er fjernet.`
    case 'seal-edited':
      return `seglet for ${name(finding.entry)} (nr. ${finding.position}) er rettet; posten selv er, som den blev forseglet ${time(finding.sealed)}.`
    case 'seals-missing':
      return `segl nr. ${range(finding)} mangler; de blev underskrevet ${time(finding.sealed)}.`
    case 'seals-differ':
      return `segl nr. ${range(finding)} (fra ${name(finding.first)} til ${name(finding.last)}) er ikke dem, der blev underskrevet ${time(finding.sealed)}: poster er rettet sammen med deres segl, eller segl er byttet om.`
    case 'seals-unsigned':
      return `segl nr. ${range(finding)} er aldrig underskrevet.`
    case 'heads-missing':
      return `hoved nr. ${range(finding)} mangler.`
    case 'head-edited':
      return `hoved nr. ${finding.head} (${time(finding.sealed)}) er rettet eller ikke underskrevet med en kendt nøgle.`
    case 'cut-off':
      return `enden er skåret af: hoved nr. ${finding.head} blev underskrevet ${time(finding.sealed)} over ${finding.size} poster, databasen har segl for ${finding.has}.`
    case 'head-replaced':
      return `hoved nr. ${finding.head} (${time(finding.sealed)}) er et andet i databasen end det, der blev skrevet ud.`
    case 'line-edited':
      return `linje ${finding.line} i de udskrevne hoveder er rettet eller ikke underskrevet med en kendt nøgle.`
    case 'nothing-sealed':
      return 'der er poster i loggene, men slet ingen segl. Start serveren, hvis den ikke har kørt siden opdateringen; ellers er seglene slettet.'
    default:
      return finding satisfies never
  }
}

function english(finding: Finding): string {
  const time = (seconds: string): string => moment(seconds, 'en')
  const name = ({ log, id, at }: EntryName): string =>
    `${log} entry ${id}${at === null ? '' : ` (${time(at)})`}`
  switch (finding.kind) {
    case 'entry-edited':
      return `${name(finding.entry)} was edited after it was sealed on ${time(finding.sealed)}.`
    case 'entry-deleted':
      return `${name(finding.entry)} was deleted; it was sealed on ${time(finding.sealed)}.`
    case 'entries-swapped':
      return `${name(finding.entry)} and ${name(finding.other)} have changed places.`
    case 'entry-inserted':
      return `${name(finding.entry)} has no seal although those around it have: it was inserted afterwards, or its seal was taken away.`
    case 'seal-edited':
      return `the seal of ${name(finding.entry)} (no. ${finding.position}) was edited; the entry itself is as sealed on ${time(finding.sealed)}.`
    case 'seals-missing':
      return `seals no. ${range(finding)} are missing; they were signed on ${time(finding.sealed)}.`
    case 'seals-differ':
      return `seals no. ${range(finding)} (from ${name(finding.first)} to ${name(finding.last)}) are not those signed on ${time(finding.sealed)}: entries were edited together with their seals, or seals changed places.`
    case 'seals-unsigned':
      return `seals no. ${range(finding)} were never signed.`
    case 'heads-missing':
      return `heads no. ${range(finding)} are missing.`
    case 'head-edited':
      return `head no. ${finding.head} (${time(finding.sealed)}) was edited, or is not signed with a known key.`
    case 'cut-off':
      return `the end was cut off: head no. ${finding.head} was signed on ${time(finding.sealed)} over ${finding.size} entries, the database has seals of ${finding.has}.`
    case 'head-replaced':
      return `head no. ${finding.head} (${time(finding.sealed)}) is another in the database than the one written out.`
    case 'line-edited':
      return `line ${finding.line} of the written-out heads was edited, or is not signed with a known key.`
    case 'nothing-sealed':
      return 'there are entries in the logs and no seals at all. Start the server if it has not run since the update; otherwise the seals were deleted.'
    default:
      return finding satisfies never
  }
}

function range({ from, to }: { readonly from: number; readonly to: number }): string {
  return from === to ? String(from) : `${from}–${to}`
}
