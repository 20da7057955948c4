import type { ReconciliationEntry } from '../../../../contract/caseflow/reconciliation.ts'
import { formatShortDate, formatTime } from '../../../format/dates.ts'
import { reconciliation as da } from '../../../texts/da/reconciliation.ts'
import { reconciliation as en } from '../../../texts/en/reconciliation.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'

type Point = ReconciliationEntry['clocks'][number]['due']

/** What the registry's dates say, and on a click the events they are read from, with what these said before. */
export function EntryRegistry({ entry: { clocks, events, notMatched } }: { entry: ReconciliationEntry }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const written = (day: string, moment: string | null) =>
    moment === null
      ? formatShortDate(day, language)
      : texts.at(formatShortDate(day, language), formatTime(moment, language))
  const pointOf = (point: Point, inHours: boolean) =>
    point === null ? texts.never : written(point.day, inHours ? point.moment : null)
  return (
    <>
      {notMatched !== null && <>{texts.noClock[notMatched]}</>}
      {clocks.map(({ rule, state, started, due, done, inHours, because }) => (
        <div key={`${rule} ${started?.moment ?? started?.day ?? ''} ${due?.day ?? ''}`}>
          {texts.states[state]}
          <span className="cell-note">
            {texts.clock(pointOf(started, inHours), pointOf(due, inHours), pointOf(done, inHours))}
          </span>
          {because !== null && <span className="cell-note">{local(because)}</span>}
        </div>
      ))}
      {events.length === 0 ? (
        <span className="cell-note">{texts.noEvents}</span>
      ) : (
        <Disclosure summary={texts.events(events.length)}>
          <ul>
            {events.map(({ name, day, moment, before }, at) => (
              // Two events of a case may say the same in every word; their order is all that tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={at}>
                {local(name)} {written(day, moment)}
                {before.map((earlier) => (
                  <span key={earlier.replacedAt} className="cell-note">
                    {texts.before(
                      written(earlier.day, earlier.moment),
                      formatShortDate(earlier.replacedAt, language),
                    )}
                  </span>
                ))}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  )
}
