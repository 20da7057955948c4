import { useQuery } from '@tanstack/react-query'
import { Fragment } from 'react'
import { getCalibrationAdvice, type CalibrationAdvice } from '../../../contract/calibration/advice.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { formatPercent } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { useMay } from '../../session.ts'
import { calibrationAdvice as da } from '../../texts/da/calibration-advice.ts'
import { calibrationAdvice as en } from '../../texts/en/calibration-advice.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

/** Whether the reviewers calibrated for a round that is under way; advice, never a condition. */
export function RoundAdvice({ round }: { round: string }) {
  const { data } = useQuery(ask(getCalibrationAdvice, { params: { round } }))
  const texts = useTexts({ da, en })
  if (data === undefined || data.roundClosed) return null
  return (
    <section aria-labelledby="calibration-advice">
      <h2 id="calibration-advice">{data.whileOpen ? texts.headingWhileOpen : texts.heading}</h2>
      {data.held === null ? <NoneHeld advice={data} /> : <Held held={data.held} />}
      {data.furtherWhileOpen.length > 0 && <FurtherWhileOpen held={data.furtherWhileOpen} />}
    </section>
  )
}

function Held({ held }: { held: NonNullable<CalibrationAdvice['held']> }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const { pairs, agreeing, questions } = held
  return (
    <>
      <p>
        {texts.held(formatDate(held.openedAt.slice(0, 10), language), held.people, held.levels.join(', '))}{' '}
        {pairs > 0 && texts.agreed(formatPercent(agreeing / pairs, language), agreeing, pairs)}{' '}
        <Link to={paths.calibration(held.id)}>{texts.see}</Link>
      </p>
      {questions.length === 0 ? (
        <p>{texts.nothingToTalkAbout}</p>
      ) : (
        <>
          <p>{texts.talkAbout}</p>
          <ul>
            {questions.map((question) => (
              <li key={`${question.stage.da} ${question.number}`}>
                <span className="numeric">{question.number}</span> {local(question.text)}{' '}
                <span className="soft">
                  ({local(question.stage)}; {texts.line(question.agreeing, question.pairs)};{' '}
                  {question.concluded ? texts.concluded : texts.notConcluded})
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function FurtherWhileOpen({ held }: { held: CalibrationAdvice['furtherWhileOpen'] }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  return (
    <p className="soft">
      {texts.furtherWhileOpen}{' '}
      {held.map(({ id, openedAt, people, levels }, index) => (
        <Fragment key={id}>
          {index > 0 && '; '}
          <Link to={paths.calibration(id)}>{formatDate(openedAt.slice(0, 10), language)}</Link>{' '}
          {texts.who(people, levels.join(', '))}
        </Fragment>
      ))}
    </p>
  )
}

function NoneHeld({ advice }: { advice: CalibrationAdvice }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const may = useMay()
  const day = (instant: string) => formatDate(instant.slice(0, 10), language)
  return (
    <p>
      {advice.since === null || advice.last === null ? texts.noneYet : texts.noneSince(day(advice.since))}{' '}
      {advice.last !== null && texts.last(day(advice.last))} {texts.advice}{' '}
      {may('calibration.lead') && <Link to={paths.newCalibration()}>{texts.make}</Link>}
    </p>
  )
}
