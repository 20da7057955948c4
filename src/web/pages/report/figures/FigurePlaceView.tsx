import type { FigurePlace } from '../../../../contract/report/figures.ts'
import { formatDate } from '../../../format/dates.ts'
import { formatInteger, formatInterval } from '../../../format/numbers.ts'
import { paths } from '../../../paths.ts'
import { releases as releasesDa } from '../../../texts/da/releases.ts'
import { reportFigures as da } from '../../../texts/da/report-figures.ts'
import { releases as releasesEn } from '../../../texts/en/releases.ts'
import { reportFigures as en } from '../../../texts/en/report-figures.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { KeyValues } from '../../../ui/KeyValues.tsx'
import { Link } from '../../../ui/Link.tsx'
import { FigureCases } from './FigureCases.tsx'
import { FigureToday } from './FigureToday.tsx'

/** One edition's print of a number: what it was made of there, and how to go on. */
export function FigurePlaceView({ id, place }: { id: string; place: FigurePlace }) {
  const texts = useTexts({ da, en })
  const { editions } = useTexts({ da: releasesDa, en: releasesEn })
  const language = useLanguage()
  const local = useLocal()
  const { numerator, denominator, notApplicable, interval } = place
  const count = (value: number) => formatInteger(value, language)
  const counted = [
    { key: 'numerator', name: texts.numerator, value: numerator },
    { key: 'denominator', name: texts.denominator, value: denominator },
    { key: 'notApplicable', name: texts.notApplicable, value: notApplicable },
  ].flatMap(({ value, ...rest }) => (value === null ? [] : [{ ...rest, value: count(value) }]))
  const isShare = numerator !== null && denominator !== null
  return (
    <section className="figure-place" aria-labelledby={`report-${place.number}`}>
      <h2 id={`report-${place.number}`}>{`${place.number}: ${local(place.title)}`}</h2>
      <p className="soft">
        {`${texts.releasedOn(formatDate(place.releasedAt.slice(0, 10), language))}. ${editions[place.edition]}.`}
        {place.corrects !== null && ` ${texts.corrects(place.corrects)}`}
      </p>
      <p className="figure-printed">
        <strong>{local(place.printed)}</strong> {local(place.what ?? place.label)}
      </p>
      {place.withheld && <p className="note">{texts.withheld}</p>}
      {!place.withheld && counted.length === 0 && <p className="soft">{texts.noCounts}</p>}
      <KeyValues
        items={[
          ...counted,
          // Intervals of counts and days do not stand in per cent.
          ...(interval === null || !isShare
            ? []
            : [{ key: 'interval', name: texts.interval, value: formatInterval(interval, language) }]),
          { key: 'how', name: texts.how, value: local(place.how) },
          ...(place.parts.length === 0
            ? []
            : [
                {
                  key: 'parts',
                  name: texts.parts,
                  value: place.parts.map((part) => (
                    <Link key={part} to={paths.figure(part)} className="figure-part">
                      {part.endsWith('/share') ? texts.partNames.share : texts.partNames.baseline}
                    </Link>
                  )),
                },
              ]),
          {
            key: 'place',
            name: texts.place,
            value: `${local(place.section)}, ${texts.placeIn[place.in]}${place.inNumber === null ? '' : ` ${place.inNumber}`}: ${local(place.label)}`,
          },
          {
            key: 'round',
            name: texts.round,
            value: <Link to={paths.round(place.round.key)}>{local(place.round.title)}</Link>,
          },
          {
            key: 'programme',
            name: texts.programme,
            value: texts.version(local(place.programme.title), place.programme.version),
          },
          { key: 'query', name: texts.query, value: <code className="digest">{place.query}</code> },
        ]}
      />
      {place.release !== null && (
        <>
          <p>
            <Link to={paths.release(place.release)}>{texts.toReport}</Link>
          </p>
          <FigureToday id={id} release={place.release} />
        </>
      )}
      <h3>{texts.casesTitle}</h3>
      {place.opens === 'cases' ? (
        <FigureCases id={id} round={place.round.key} />
      ) : (
        <p>{place.opens === 'no-cases' ? texts.noCases : texts.notPermitted}</p>
      )}
    </section>
  )
}
