import { addressOf } from '../../../contract/client.ts'
import { downloadHandOver } from '../../../contract/draw/draws.ts'
import { useSession } from '../../session.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { FileLink } from './FileLink.tsx'

/** What an authority outside gets that is to look at the drawn cases; for those who see them all. */
export function HandOver({ round, level }: { readonly round: string; readonly level: number }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const session = useSession()
  const all =
    session?.rights.some(({ action, municipality }) => action === 'draw.read' && municipality) ?? false
  if (!all) return null
  const to = addressOf(downloadHandOver, { params: { round, level }, query: { lang: language } })
  return (
    <section aria-labelledby="hand-over">
      <h2 id="hand-over">{texts.handOverHeading}</h2>
      <p>{texts.handOverWhat}</p>
      <ul className="plain-list links">
        <FileLink to={to} text={texts.downloadHandOver} />
      </ul>
    </section>
  )
}
