import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'

/** What is filed in the case, to be read through first. Always Danish, as the case is. */
export function JournalNote({ note }: { note: string }) {
  const texts = useTexts({ da, en })
  return (
    <section aria-labelledby="finding-note">
      <h2 id="finding-note">{texts.noteHeading}</h2>
      <p className="soft">{texts.noteHint}</p>
      <blockquote className="reading-width pre-line" lang="da">
        {note}
      </blockquote>
      <CopyButton text={note} what={texts.noteWhat} />
    </section>
  )
}
