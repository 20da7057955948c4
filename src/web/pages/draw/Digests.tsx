import type { Draw } from '../../../contract/draw/draws.ts'
import { draw as da } from '../../texts/da/draw.ts'
import { draw as en } from '../../texts/en/draw.ts'
import { useTexts } from '../../texts/language.tsx'
import { CopyButton } from '../../ui/CopyButton.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { useKindWords } from './kind-words.ts'

/** The public digests, the seed once it is published, and what they prove. */
export function Digests({ draw }: { draw: Draw }) {
  const texts = useTexts({ da, en })
  const words = useKindWords(draw.kind)
  const byLot = useKindWords('random')
  // Digests of the older algorithms hold no risk and no date (decision 0012).
  const proof = draw.kind === 'census' || draw.algorithm.endsWith('-attributes') ? words : byLot
  const digest = (what: string, text: string | null) =>
    text && (
      <span className="digest">
        <code>{text}</code>
        <CopyButton text={text} what={what} />
      </span>
    )
  return (
    <section aria-labelledby="digests">
      <h2 id="digests">{texts.proofHeading}</h2>
      <p>
        {proof.proofBefore} {draw.drawnAt !== null && words.proofAfter}
      </p>
      <KeyValues
        items={[
          { key: 'frame', name: texts.frameDigest, value: digest(texts.frameDigest, draw.frameDigest) },
          { key: 'seed-digest', name: texts.seedDigest, value: digest(texts.seedDigest, draw.seedDigest) },
          {
            key: 'seed',
            name: texts.seed,
            value: digest(texts.seed, draw.seed) ?? <span className="soft">{texts.seedHidden}</span>,
          },
        ]}
      />
    </section>
  )
}
