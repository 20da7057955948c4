import { useRouter } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import {
  addTrainingCase,
  addTrainingVersion,
  type listTrainingCases,
  type TrainingCaseView,
} from '../../../contract/calibration/training-cases.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { paths } from '../../paths.ts'
import { calibration as da } from '../../texts/da/calibration.ts'
import { calibration as en } from '../../texts/en/calibration.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { DocumentFields, type DocumentDraft } from './DocumentFields.tsx'

interface TrainingCaseFormProps {
  readonly stages: CallOutput<typeof listTrainingCases>['stages']
  /** Undefined: a new one. */
  readonly training: TrainingCaseView | undefined
}

interface Draft {
  readonly title: string
  readonly stage: string
  readonly started: string
  readonly completed: string
  readonly documents: readonly DocumentDraft[]
}

const emptyDocument: DocumentDraft = { title: '', date: '', text: '' }

/** The whole invented file as a form; saved as one version. */
export function TrainingCaseForm({ stages, training }: TrainingCaseFormProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const router = useRouter()
  const add = useSend(addTrainingCase)
  const change = useSend(addTrainingVersion)
  const [draft, setDraft] = useState<Draft>(
    () =>
      training ?? {
        title: '',
        stage: stages[0]?.key ?? '',
        started: '',
        completed: '',
        documents: [emptyDocument],
      },
  )
  const [tried, setTried] = useState(false)
  const error = add.error ?? change.error
  const problems = fieldProblems(error)
  const busy = add.isPending || change.isPending
  const errorOf = (path: string, value: string) =>
    tried && value.trim() === '' ? texts.required : problems.get(path)
  const isComplete = [draft, ...draft.documents].every((part) =>
    Object.values(part).every((value) => typeof value !== 'string' || value.trim() !== ''),
  )
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isComplete || busy) return
    const body = {
      title: draft.title,
      stage: draft.stage,
      started: draft.started,
      completed: draft.completed,
      documents: draft.documents.map(({ title, date, text }) => ({ title, date, text })),
    }
    const onSuccess = () => void router.navigate({ href: paths.trainingCases() })
    if (training === undefined) add.mutate({ body }, { onSuccess })
    else
      change.mutate(
        { params: { trainingCase: training.id }, body: { ...body, version: training.version } },
        { onSuccess },
      )
  }
  const day = (key: 'started' | 'completed', label: string) => (
    <Field label={label} error={errorOf(key, draft[key])}>
      {(wired) => (
        <input
          {...wired}
          type="date"
          className="form-input"
          max="2100-12-31"
          value={draft[key]}
          onChange={({ target }) => setDraft({ ...draft, [key]: target.value })}
        />
      )}
    </Field>
  )
  return (
    <form noValidate onSubmit={submit}>
      {error !== null && <Problem error={error} />}
      <p className="hint">{texts.noRealPeople}</p>
      <Field label={texts.caseTitle} error={errorOf('title', draft.title)}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            maxLength={200}
            value={draft.title}
            onChange={({ target }) => setDraft({ ...draft, title: target.value })}
          />
        )}
      </Field>
      <Field label={texts.stage} error={errorOf('stage', draft.stage)}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={draft.stage}
            onChange={({ target }) => setDraft({ ...draft, stage: target.value })}
          >
            {stages.map(({ key, title }) => (
              <option key={key} value={key}>
                {local(title)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="search-bar">
        {day('started', texts.caseStarted)}
        {day('completed', texts.caseCompleted)}
      </div>
      {draft.documents.map((document, index) => (
        <DocumentFields
          // A document's place is its name.
          key={index}
          number={index + 1}
          document={document}
          errorOf={(key) => errorOf(`documents.${index}.${key}`, document[key])}
          onChange={(changed) =>
            setDraft({
              ...draft,
              documents: draft.documents.map((each, at) => (at === index ? changed : each)),
            })
          }
          onRemove={
            draft.documents.length === 1
              ? undefined
              : () => setDraft({ ...draft, documents: draft.documents.filter((_each, at) => at !== index) })
          }
        />
      ))}
      <div className="button-row">
        <Button onClick={() => setDraft({ ...draft, documents: [...draft.documents, emptyDocument] })}>
          {texts.addDocument}
        </Button>
      </div>
      <div className="button-row">
        <Button type="submit" variant="primary" busy={busy}>
          {training === undefined ? texts.saveCase : texts.saveVersion}
        </Button>
      </div>
    </form>
  )
}
