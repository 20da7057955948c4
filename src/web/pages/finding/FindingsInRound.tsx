import { paths } from '../../paths.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

/** The way to a round's findings. It counts none: a count would be a look at cases. */
export function FindingsInRound({ round }: { round: string }) {
  const texts = useTexts({ da, en })
  return (
    <section aria-labelledby="findings-in-round">
      <h2 id="findings-in-round">{texts.findingsHeading}</h2>
      <p>
        {texts.findingsBody} <Link to={paths.findings({ round })}>{texts.toFindings}</Link>
      </p>
    </section>
  )
}
