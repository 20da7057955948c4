import type { getCase } from '../../../../contract/caseflow/deadlines.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { sheetGroups } from '../../../../core/caseflow/sheet/kind-groups.ts'
import { formatShortDate } from '../../../format/dates.ts'
import { caseSheet as da } from '../../../texts/da/case-sheet.ts'
import { caseSheet as en } from '../../../texts/en/case-sheet.ts'
import { caseflow as caseflowDa } from '../../../texts/da/caseflow.ts'
import { caseflow as caseflowEn } from '../../../texts/en/caseflow.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'

type Event = CallOutput<typeof getCase>['events'][number]

/** Of each group so many are listed, the newest first; the table of the time line has them all. */
const most = 4

/** Consents, decisions, plans, follow-ups, visits and the rest, each as a short dated list. */
export function EventLists({ events }: { events: readonly Event[] }) {
  const texts = useTexts({ da, en })
  const groups = sheetGroups
    .map((group) => ({ group, events: events.filter((event) => event.group === group).toReversed() }))
    .filter(({ events: ofGroup }) => ofGroup.length > 0)
  return (
    <div className="sheet-lists">
      {groups.map(({ group, events: ofGroup }) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h3 id={`group-${group}`}>{texts.groups[group]}</h3>
          <ul className="nobullet-list no-max-width">
            {ofGroup.slice(0, most).map((event) => (
              <ListedEvent key={event.n} event={event} />
            ))}
          </ul>
          {ofGroup.length > most && <p className="soft small">{texts.earlier(ofGroup.length - most)}</p>}
        </section>
      ))}
    </div>
  )
}

function ListedEvent({ event: { day, name, measure, child } }: { event: Event }) {
  const { childNumber } = useTexts({ da: caseflowDa, en: caseflowEn })
  const language = useLanguage()
  const local = useLocal()
  const more = [...(measure === null ? [] : [measure]), ...(child === null ? [] : [childNumber(child)])]
  return (
    <li>
      <span className="day">{formatShortDate(day, language)}</span> {local(name)}
      {more.length > 0 && <span className="soft"> ({more.join(', ')})</span>}
    </li>
  )
}
