import { useState } from 'react'
import type { listCalibrationChoices } from '../../../contract/calibration/calibrations.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'

type Programme = CallOutput<typeof listCalibrationChoices>['programmes'][number]

interface PeopleChoiceProps {
  readonly people: Programme['people']
  readonly levels: Programme['levels']
  readonly chosen: readonly string[]
  readonly error: string | undefined
  readonly onChoose: (ids: readonly string[], chosen: boolean) => void
}

/** Who is invited: level by level, one unit or all, everybody of a level or person by person. */
export function PeopleChoice({ people, levels, chosen, error, onChoose }: PeopleChoiceProps) {
  const texts = useTexts({ da, en })
  const { roles } = useCommonTexts()
  const local = useLocal()
  const [unit, setUnit] = useState('')
  const units = [...new Set(people.flatMap((person) => person.unit ?? []))].toSorted((a, b) =>
    a.localeCompare(b, 'da'),
  )
  // Whoever belongs to no unit reviews for all of them.
  const shown = people.filter((person) => unit === '' || person.unit === null || person.unit === unit)
  return (
    <fieldset className="choice-group">
      <legend>{texts.whoLegend}</legend>
      <p className="hint">{texts.whoHint}</p>
      {error !== undefined && <p className="field-error">{error}</p>}
      <output className="soft">{texts.chosen(chosen.length)}</output>
      {units.length > 1 && (
        <Field label={texts.unitFilter}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={unit}
              onChange={({ target }) => setUnit(target.value)}
            >
              <option value="">{texts.allUnits}</option>
              {units.map((name) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          )}
        </Field>
      )}
      {levels.map(({ level, title }) => {
        const here = shown.filter((person) => person.level === level)
        if (here.length === 0) return null
        const ids = here.map(({ id }) => id)
        const all = ids.every((id) => chosen.includes(id))
        const some = ids.filter((id) => chosen.includes(id)).length
        return (
          <Disclosure
            key={level}
            summary={`${texts.levelGroup(level, local(title))} (${texts.peopleOf(some, here.length)})`}
            open={here.length <= 8}
          >
            {here.length > 1 && (
              <ul className="choice-list">
                <li>
                  <Checkbox checked={all} onChange={(checked) => onChoose(ids, checked)}>
                    {texts.allOfLevel(local(title), here.length)}
                  </Checkbox>
                </li>
              </ul>
            )}
            <ul className="choice-list">
              {here.map((person) => (
                <li key={person.id}>
                  <Checkbox
                    checked={chosen.includes(person.id)}
                    onChange={(checked) => onChoose([person.id], checked)}
                  >
                    {person.name}{' '}
                    <span className="soft">
                      ({[...new Set(person.roles)].map((role) => roles[role]).join(', ')}
                      {person.unit !== null && `, ${person.unit}`})
                    </span>
                  </Checkbox>
                </li>
              ))}
            </ul>
          </Disclosure>
        )
      })}
    </fieldset>
  )
}
