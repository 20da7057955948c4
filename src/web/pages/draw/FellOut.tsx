import type { Draw } from '../../../contract/draw/draws.ts'
import { formatInteger } from '../../format/numbers.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'

/** How many cases cannot be taken, and by which part of the rule; nothing for selections that do not tell. */
export function FellOut({ draw }: { draw: Draw }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  if (draw.fellOut.length === 0) return null
  return (
    <section aria-label={texts.fellOutHeading}>
      <h3>{texts.fellOutHeading}</h3>
      <p>{texts.fellOutWhat}</p>
      <ul>
        {draw.fellOut.map(({ why, count }) => (
          <li key={why.da}>
            {formatInteger(count, language)}: {local(why)}
          </li>
        ))}
      </ul>
    </section>
  )
}
