import type { Round } from '../../../contract/draw/rounds.ts'
import { formatDate, formatPeriod } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { rounds as da } from '../../texts/da/rounds.ts'
import { rounds as en } from '../../texts/en/rounds.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { KeyValues } from '../../ui/KeyValues.tsx'
import { Link } from '../../ui/Link.tsx'

/** What the round is, and the ways on to its results and report. */
export function RoundFacts({ round }: { round: Round }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const may = useMay()
  return (
    <section aria-label={texts.factsHeading}>
      <h2>{texts.factsHeading}</h2>
      <KeyValues
        items={[
          {
            key: 'period',
            name: texts.period,
            value: formatPeriod(round.periodFrom, round.periodTo, language),
          },
          {
            key: 'programme',
            name: texts.programme,
            value: <Link to={paths.programme(round.programme.key)}>{local(round.programme.title)}</Link>,
          },
          {
            key: 'baseline',
            name: texts.baseline,
            value:
              round.baseline === null ? (
                texts.noBaseline
              ) : (
                <Link to={paths.round(round.baseline)}>{round.baseline}</Link>
              ),
          },
          {
            key: 'opened',
            name: texts.openedAt,
            value: round.openedAt && formatDate(round.openedAt, language),
          },
        ]}
      />
      <ul className="plain-list links">
        {may('results.read') && (
          <li>
            <Link to={paths.results(round.key)}>{texts.results}</Link>
          </li>
        )}
        {may('round.plan') && (
          <li>
            <Link to={paths.planner({ programme: round.programme.key })}>{texts.planNext}</Link>
          </li>
        )}
        {may('report.download') && (
          <li>
            <Link to={paths.report(round.key)}>{texts.report}</Link>
          </li>
        )}
      </ul>
      {round.programmeStatus !== null && (
        <Disclosure summary={texts.programmeStatus}>{local(round.programmeStatus)}</Disclosure>
      )}
    </section>
  )
}
