import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { addCalibration, listCalibrationChoices } from '../../../contract/calibration/calibrations.ts'
import { listTrainingCases, type TrainingCaseSummary } from '../../../contract/calibration/training-cases.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask, useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { paths } from '../../paths.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { PeopleChoice } from './PeopleChoice.tsx'

type Choices = CallOutput<typeof listCalibrationChoices>

export function NewCalibrationPage() {
  return (
    <Permitted action="calibration.lead">
      <Loaded />
    </Permitted>
  )
}

function Loaded() {
  const choices = useQuery(ask(listCalibrationChoices, {}))
  const cases = useQuery(ask(listTrainingCases, {}))
  return (
    <PageAnswer query={choices}>
      {(loaded) => (
        <PageAnswer query={cases}>
          {(training) => <NewCalibration choices={loaded} cases={training.cases} />}
        </PageAnswer>
      )}
    </PageAnswer>
  )
}

interface NewCalibrationProps {
  readonly choices: Choices
  readonly cases: readonly TrainingCaseSummary[]
}

function NewCalibration({ choices, cases }: NewCalibrationProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const router = useRouter()
  const send = useSend(addCalibration)
  const [draft, setDraft] = useState({
    name: '',
    programme: choices.programmes[0]?.key ?? '',
    dueOn: '',
    trainingCases: [] as readonly string[],
    people: [] as readonly string[],
  })
  const [tried, setTried] = useState(0)
  const programme = choices.programmes.find(({ key }) => key === draft.programme)
  const fitting = cases.filter(({ stage }) => programme?.stages.includes(stage) === true)
  const problems = fieldProblems(send.error)
  const lacks = {
    name: draft.name.trim() === '' ? texts.nameMissing : problems.get('name'),
    cases: draft.trainingCases.length === 0 ? texts.casesMissing : problems.get('trainingCases'),
    due: draft.dueOn === '' ? texts.dueMissing : problems.get('dueOn'),
    people: draft.people.length < 2 ? texts.peopleMissing : problems.get('people'),
  }
  const errors =
    tried === 0
      ? []
      : Object.entries(lacks).flatMap(([key, text]) =>
          text === undefined ? [] : [{ control: `calibration-${key}`, text }],
        )
  const errorOf = (key: keyof typeof lacks) => (tried === 0 ? undefined : lacks[key])
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried((count) => count + 1)
    const complete = draft.name.trim() !== '' && draft.dueOn !== ''
    if (!complete || draft.trainingCases.length === 0 || draft.people.length < 2 || send.isPending) return
    send.mutate(
      { body: { ...draft, trainingCases: [...draft.trainingCases], people: [...draft.people] } },
      { onSuccess: ({ id }) => void router.navigate({ href: paths.calibration(id) }) },
    )
  }
  return (
    <>
      <Breadcrumb above={[{ title: texts.title, to: paths.calibrations() }]} />
      <PageHeading title={texts.newTitle} question={texts.newQuestion} />
      <form noValidate onSubmit={submit}>
        <ErrorSummary key={tried} errors={errors} />
        {send.isError && problems.size === 0 && <Problem error={send.error} />}
        <Field id="calibration-name" label={texts.name} hint={texts.nameHint} error={errorOf('name')}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              maxLength={200}
              value={draft.name}
              onChange={({ target }) => setDraft({ ...draft, name: target.value })}
            />
          )}
        </Field>
        <Field label={texts.whichProgramme}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={draft.programme}
              onChange={({ target }) =>
                setDraft({ ...draft, programme: target.value, trainingCases: [], people: [] })
              }
            >
              {choices.programmes.map(({ key, title }) => (
                <option key={key} value={key}>
                  {local(title)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <fieldset className="choice-group" id="calibration-cases" tabIndex={-1}>
          <legend>{texts.whichCases}</legend>
          {errorOf('cases') !== undefined && <p className="field-error">{errorOf('cases')}</p>}
          {fitting.length === 0 && (
            <p>
              {texts.noCases} <Link to={paths.trainingCases()}>{texts.trainingCases}</Link>
            </p>
          )}
          <ul className="plain-list">
            {fitting.map(({ id, title, stageTitle }) => (
              <li key={id}>
                <Checkbox
                  checked={draft.trainingCases.includes(id)}
                  onChange={(checked) =>
                    setDraft({ ...draft, trainingCases: withOrWithout(draft.trainingCases, [id], checked) })
                  }
                >
                  {title} <span className="soft">({local(stageTitle)})</span>
                </Checkbox>
              </li>
            ))}
          </ul>
        </fieldset>
        <Field id="calibration-due" label={texts.dueLabel} hint={texts.dueHint} error={errorOf('due')}>
          {(wired) => (
            <input
              {...wired}
              type="date"
              className="form-input"
              min={choices.today}
              max="2099-12-31"
              value={draft.dueOn}
              onChange={({ target }) => setDraft({ ...draft, dueOn: target.value })}
            />
          )}
        </Field>
        <div id="calibration-people" tabIndex={-1}>
          <PeopleChoice
            key={draft.programme}
            people={programme?.people ?? []}
            levels={programme?.levels ?? []}
            chosen={draft.people}
            error={errorOf('people')}
            onChoose={(ids, checked) =>
              setDraft({ ...draft, people: withOrWithout(draft.people, ids, checked) })
            }
          />
        </div>
        <div className="button-row">
          <Button type="submit" variant="primary" busy={send.isPending}>
            {texts.invite}
          </Button>
        </div>
      </form>
    </>
  )
}

/** A list with some more in it, or with them taken out. */
function withOrWithout(list: readonly string[], ids: readonly string[], wanted: boolean): readonly string[] {
  const others = list.filter((each) => !ids.includes(each))
  return wanted ? [...others, ...ids] : others
}
