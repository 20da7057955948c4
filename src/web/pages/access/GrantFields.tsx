import type { Unit } from '../../../contract/access/units.ts'
import { roles } from '../../../core/access/role.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Field } from '../../ui/Field.tsx'
import { asksForUnit, type GrantDraft } from './grant-draft.ts'

interface GrantFieldsProps {
  readonly draft: GrantDraft
  readonly units: readonly Unit[]
  readonly onChange: (changes: Partial<GrantDraft>) => void
  readonly errorOf: (control: string) => string | undefined
}

/** Role, its unit where it has one, and its period. */
export function GrantFields({ draft, units, onChange, errorOf }: GrantFieldsProps) {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const day = (key: 'from' | 'until', label: string, hint?: string) => (
    <Field
      id={key}
      label={label}
      optional={key === 'until'}
      error={errorOf(key)}
      {...(hint !== undefined && { hint })}
    >
      {(wired) => (
        <input
          {...wired}
          type="date"
          className="form-input"
          value={draft[key]}
          onChange={(event) => onChange({ [key]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <Field id="role" label={texts.role} error={errorOf('role')}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={draft.role}
            onChange={(event) => onChange({ role: event.target.value })}
          >
            <option value="">{texts.chooseRole}</option>
            {roles.map((role) => (
              <option key={role} value={role}>
                {common.roles[role]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {asksForUnit(draft) && (
        <Field id="unit" label={texts.unit} error={errorOf('unit')}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={draft.unit}
              onChange={(event) => onChange({ unit: event.target.value })}
            >
              <option value="">{texts.chooseUnit}</option>
              {units.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {day('from', texts.from)}
      {day('until', texts.until, texts.untilHint)}
    </>
  )
}
