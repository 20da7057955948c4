import { useQuery } from '@tanstack/react-query'
import { listFindingPeople } from '../../../contract/finding/finding.ts'
import { isRole } from '../../../core/access/role.ts'
import { measures } from '../../../core/finding/finding.ts'
import { ask } from '../../api.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { finding as da } from '../../texts/da/finding.ts'
import { finding as en } from '../../texts/en/finding.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Field } from '../../ui/Field.tsx'
import { withMeasure } from './act-draft.ts'
import type { ActFieldsProps } from './act-fields-props.ts'
import { ChoiceGroup } from './ChoiceGroup.tsx'

/** What is made good, by whom and by when. */
export function PlanFields({ peopleOf, today, keptDue, draft, missing, onChange }: ActFieldsProps) {
  const texts = useTexts({ da, en })
  const { roles: roleWords } = useCommonTexts()
  const query = useQuery(ask(listFindingPeople, { params: { finding: peopleOf } }))
  return (
    <>
      <ChoiceGroup
        legend={texts.fields.measures}
        several
        error={missing.includes('measures') ? texts.missing.measures : undefined}
        options={measures}
        words={texts.measures}
        isChosen={(one) => draft.measures.includes(one)}
        onChoose={(one, on) => onChange({ measures: withMeasure(draft.measures, one, on) })}
      />
      <Answer query={query}>
        {({ people }) => (
          <Field
            label={texts.fields.responsible}
            hint={texts.responsibleHint}
            error={missing.includes('responsible') ? texts.missing.responsible : undefined}
          >
            {(wired) => (
              <select
                {...wired}
                className="form-select"
                value={people.some(({ id }) => id === draft.responsible) ? draft.responsible : ''}
                onChange={({ target }) => onChange({ responsible: target.value })}
              >
                <option value="">{texts.choosePerson}</option>
                {people.map(({ id, name, roles, away }) => (
                  <option key={id} value={id}>
                    {[
                      name,
                      ...roles.map((role) => (isRole(role) ? roleWords[role] : role)),
                      ...(away ? [texts.personAway] : []),
                    ].join(', ')}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
      </Answer>
      <Field
        label={texts.fields.due}
        {...(keptDue && { hint: texts.keptDue })}
        error={missing.includes('due') ? texts.missing.due : undefined}
      >
        {(wired) => (
          <input
            {...wired}
            type="date"
            className="form-input"
            min={today}
            readOnly={keptDue}
            value={draft.due}
            onChange={({ target }) => onChange({ due: target.value })}
          />
        )}
      </Field>
    </>
  )
}
