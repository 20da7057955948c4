import type { Comparison, ReadyComparison } from '../../../../contract/analysis/comparison.ts'
import { formatPeriod } from '../../../format/dates.ts'
import { paths } from '../../../paths.ts'
import { comparison as da } from '../../../texts/da/comparison.ts'
import { comparison as en } from '../../../texts/en/comparison.ts'
import { useLanguage, useLocal, useTexts } from '../../../texts/language.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Link } from '../../../ui/Link.tsx'
import { useComparedSides } from './compared-sides.ts'

interface SideChoiceProps {
  readonly which: 'a' | 'b'
  readonly rounds: Comparison['rounds']
  readonly units: Comparison['units']
  /** What was compared; undefined before two sides are chosen. */
  readonly shown: ReadyComparison['a'] | undefined
}

/** One of the two sides: a round, and in it a level and a unit. */
export function SideChoice({ which, rounds, units, shown }: SideChoiceProps) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const local = useLocal()
  const [filters, setFilters] = useComparedSides()
  const [round, level, unit] = [filters[which], filters[`${which}Level`], filters[`${which}Unit`]]
  const levels = rounds.find(({ key }) => key === round)?.levels ?? []
  const name = texts.side[which]
  const several =
    new Set(rounds.map(({ programme }) => `${programme.title.da} ${programme.version}`)).size > 1
  return (
    <fieldset className="compared-side">
      <legend>
        <strong>{name}</strong>
      </legend>
      <Field label={texts.round}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={round ?? ''}
            onChange={({ target }) =>
              setFilters({
                [which]: target.value,
                [`${which}Level`]: undefined,
              })
            }
          >
            <option value="">{texts.choose}</option>
            {rounds.map(({ key, title, programme }) => (
              <option key={key} value={key}>
                {local(title)}
                {several && ` (${texts.programmeName(local(programme.title), programme.version)})`}
              </option>
            ))}
          </select>
        )}
      </Field>
      {levels.length > 0 && (
        <Field label={texts.level}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={level ?? String(shown?.level.level ?? levels[0]?.level ?? '')}
              onChange={({ target }) => setFilters({ [`${which}Level`]: target.value })}
            >
              {levels.map((one) => (
                <option key={one.level} value={one.level}>
                  {texts.levelName(one.level, local(one.title))}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {levels.length > 0 && units.length > 0 && (
        <Field label={texts.unit}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={unit ?? ''}
              onChange={({ target }) => setFilters({ [`${which}Unit`]: target.value })}
            >
              <option value="">{texts.whole}</option>
              {units.map(({ id, name: unitName }) => (
                <option key={id} value={id}>
                  {unitName}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {shown !== undefined && (
        <p className="soft small">
          {formatPeriod(shown.round.periodFrom, shown.round.periodTo, language)} · {texts.cases(shown.cases)}
          <br />
          <Link
            to={paths.results(shown.round.key, { unit: shown.unit?.id })}
            aria-label={texts.resultsOf(name)}
          >
            {texts.results}
          </Link>
        </p>
      )}
    </fieldset>
  )
}
