import type { LogReport } from '../../app/access/seal/verify-log.ts'
import type { Language } from '../../core/language/language.ts'
import { plural } from '../../core/language/plural.ts'
import { moment } from './moment.ts'

/** What was verified, and whether it is as it was sealed. */
export function summary({ entries, findings, last }: LogReport, language: Language): string {
  const { count } = findings
  const until = last === undefined ? '' : moment(last.time, language)
  if (language === 'da') {
    const seen = `${entries} ${plural('da', entries, 'forseglet post', 'forseglede poster')} efterregnet${until === '' ? '' : `, forseglet til ${until}`}`
    return count === 0 ? `${seen}. Alt er, som det blev forseglet.` : `${seen}. ${count} fund.`
  }
  const seen = `${entries} sealed ${plural('en', entries, 'entry', 'entries')} verified${until === '' ? '' : `, sealed until ${until}`}`
  return count === 0
    ? `${seen}. All is as it was sealed.`
    : `${seen}. ${count} ${plural('en', count, 'finding', 'findings')}.`
}

/** What is no finding and yet worth knowing. */
export function notesOn(
  { waiting, datedBack, redacted, written, last }: LogReport,
  language: Language,
): string[] {
  const say = (da: string, en: string): string => (language === 'da' ? da : en)
  const notes: string[] = []
  if (waiting > 0 && last !== undefined)
    notes.push(
      say(
        `${waiting} ${plural('da', waiting, 'post venter', 'poster venter')} på at blive forseglet; om dem er intet bevist.`,
        `${waiting} ${plural('en', waiting, 'entry waits', 'entries wait')} to be sealed; nothing is proven of them.`,
      ),
    )
  if (datedBack > 0)
    notes.push(
      say(
        `${datedBack} ${plural('da', datedBack, 'post bærer', 'poster bærer')} et tidspunkt over en time før, de blev forseglet: et ur gik forkert, eller de er skrevet bagefter.`,
        `${datedBack} ${plural('en', datedBack, 'entry bears', 'entries bear')} a time over an hour before the sealing: a clock was wrong, or they were written afterwards.`,
      ),
    )
  if (redacted > 0)
    notes.push(
      say(
        `Af ${redacted} ${plural('da', redacted, 'post', 'poster')} er indhold om slettede sager fjernet; resten er, hvad sletningens egne poster siger.`,
        `From ${redacted} ${plural('en', redacted, 'entry', 'entries')} content about erased cases was removed; the rest is what the purge’s own entries say.`,
      ),
    )
  if (written === undefined) return notes
  if (written.newest === undefined)
    notes.push(
      say(
        'Filen har ingen hoveder for denne kommune; den siger intet om, hvad der kan være skåret af.',
        'The file has no heads of this municipality; it says nothing of what may have been cut off.',
      ),
    )
  else
    notes.push(
      say(
        `${written.heads} ${plural('da', written.heads, 'udskrevet hoved', 'udskrevne hoveder')} sammenlignet, det nyeste fra ${moment(written.newest.time, 'da')} over ${written.newest.size} poster.`,
        `${written.heads} written-out ${plural('en', written.heads, 'head', 'heads')} compared, the newest of ${moment(written.newest.time, 'en')} over ${written.newest.size} entries.`,
      ),
    )
  if (written.unreadable > 0)
    notes.push(
      say(
        `${written.unreadable} ${plural('da', written.unreadable, 'linje', 'linjer')} i filen kunne ikke læses, f.eks. efter et strømsvigt.`,
        `${written.unreadable} ${plural('en', written.unreadable, 'line', 'lines')} of the file could not be read, e.g. after a power cut.`,
      ),
    )
  return notes
}
