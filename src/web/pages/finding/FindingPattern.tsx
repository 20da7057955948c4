import { useQuery } from '@tanstack/react-query'
import { getFindingPattern, type FindingView } from '../../../contract/finding/finding.ts'
import { fewestForPercent } from '../../../core/report/print-figure.ts'
import { ask } from '../../api.ts'
import { formatInterval, formatPercent } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Link } from '../../ui/Link.tsx'

/** Whether it is this case alone, with the numbers and how sure they are; or why that cannot be said. */
export function FindingPattern({ of }: { of: FindingView }) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  const may = useMay()
  const query = useQuery(ask(getFindingPattern, { params: { finding: of.id } }))
  return (
    <section aria-labelledby="finding-pattern">
      <h2 id="finding-pattern">{texts.patternHeading}</h2>
      <Answer query={query}>
        {(pattern) => {
          if (pattern.state !== 'ready') return <p className="soft">{texts.patternNone[pattern.state]}</p>
          const { failed, applicable, level, share, interval } = pattern
          return (
            <>
              <p>
                <strong>{texts.pattern(failed, applicable, local(level.title))}</strong>
              </p>
              <p className="soft">
                {share === null || interval === null || applicable < fewestForPercent
                  ? texts.patternFew
                  : texts.patternShare(
                      formatPercent(share, language),
                      formatInterval([interval.lower, interval.upper], language),
                    )}
              </p>
              {may('results.read') && (
                <p>
                  <Link to={paths.results(of.round.key, { unit: of.unit.id, stage: of.stage.key })}>
                    {texts.toResults}
                  </Link>
                </p>
              )}
            </>
          )
        }}
      </Answer>
    </section>
  )
}
