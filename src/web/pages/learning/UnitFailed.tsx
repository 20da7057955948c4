import { useQuery } from '@tanstack/react-query'
import { getUnitFigures } from '../../../contract/learning/cycle.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask } from '../../api.ts'
import { unitCycle as da } from '../../texts/da/unit-cycle.ts'
import { unitCycle as en } from '../../texts/en/unit-cycle.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { MostFailed } from './VisitMaterial.tsx'

/** What failed most at the unit in the newest closed round. */
export function UnitFailed({ unit }: { unit: string }) {
  const query = useQuery(ask(getUnitFigures, { params: { unit } }))
  return <Answer query={query}>{(figures) => <Failed figures={figures} />}</Answer>
}

function Failed({ figures: { round, results } }: { figures: CallOutput<typeof getUnitFigures> }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  if (round === null) return <p className="soft">{texts.noClosed}</p>
  const heading = texts.failed(local(round.title))
  return (
    <section>
      <h2>{heading}</h2>
      {results.state !== 'ready' ? (
        <p>{texts.noFigures}</p>
      ) : results.failed.length === 0 ? (
        <p>{texts.failedNone}</p>
      ) : (
        <MostFailed caption={heading} rows={results.failed} />
      )}
    </section>
  )
}
