import { useQuery } from '@tanstack/react-query'
import { listCalibrations } from '../../../contract/calibration/calibrations.ts'
import { ask } from '../../api.ts'
import { formatDate } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { calibrationWaiting as da } from '../../texts/da/calibration-waiting.ts'
import { calibrationWaiting as en } from '../../texts/en/calibration-waiting.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'

/** On the start page: the calibrations that the person still has to answer; nothing where there are none. */
export function CalibrationWaiting() {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const { data } = useQuery({ ...ask(listCalibrations, {}), refetchOnMount: 'always' as const })
  const mine = data?.calibrations.filter(({ waitsForMe }) => waitsForMe) ?? []
  if (data === undefined || mine.length === 0) return null
  return (
    <section className="note" aria-labelledby="calibration-waiting">
      <h2 id="calibration-waiting">{texts.heading(mine.length)}</h2>
      <ul className="plain-list">
        {mine.map(({ id, name, dueOn }) => (
          <li key={id}>
            <Link to={paths.calibration(id)}>{name}</Link>{' '}
            <span className={dueOn < data.today ? 'danger-text' : 'soft'}>
              {(dueOn < data.today ? texts.overdue : texts.due)(formatDate(dueOn, language))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
