import { useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import {
  getPlanDraft,
  publishPlan,
  savePlanDraft,
  type PlanDraft,
} from '../../../contract/learning/action-plan.ts'
import { ask, useSend } from '../../api.ts'
import { paths } from '../../paths.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useTexts } from '../../texts/language.tsx'
import { Breadcrumb } from '../../ui/Breadcrumb.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { ErrorSummary } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { draftErrors, newInitiative, toBody, toWritten, type WrittenInitiative } from './action-plan-draft.ts'
import { InitiativeFields } from './InitiativeFields.tsx'

export function ActionPlanDraftPage() {
  return (
    <Permitted action="action-plan.edit">
      <Loaded />
    </Permitted>
  )
}

function Loaded() {
  const { plan } = useParams({ from: '/action-plans/$plan/draft' })
  const query = useQuery({
    ...ask(getPlanDraft, { params: { plan } }),
    refetchOnMount: 'always' as const,
    // What somebody is writing must not be replaced under their hands.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
  return <PageAnswer query={query}>{(draft) => <Editor key={`${draft.seen}`} draft={draft} />}</PageAnswer>
}

function Editor({ draft }: { draft: PlanDraft }) {
  const texts = useTexts({ da, en })
  const router = useRouter()
  const save = useSend(savePlanDraft)
  const publish = useSend(publishPlan)
  const [written, setWritten] = useState(() => toWritten(draft))
  const [added, setAdded] = useState(0)
  const [changed, setChanged] = useState(false)
  const [tried, setTried] = useState(0)
  const [asking, setAsking] = useState(false)
  const errors = draftErrors(written, texts)
  const change = (next: Partial<typeof written>) => {
    setWritten({ ...written, ...next })
    setChanged(true)
  }
  const changeOne = (key: string, next: Partial<WrittenInitiative>) =>
    change({
      initiatives: written.initiatives.map((each) => (each.key === key ? { ...each, ...next } : each)),
    })
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried((count) => count + 1)
    if (errors.length > 0 || save.isPending) return
    save.mutate({ params: { plan: draft.id }, body: toBody(written, draft.seen) })
  }
  return (
    <>
      <Breadcrumb
        above={[
          { title: texts.title, to: paths.actionPlans() },
          { title: draft.title, to: paths.actionPlan(draft.id) },
        ]}
      />
      <PageHeading title={texts.draftTitle(draft.label)} question={texts.draftQuestion} />
      <p className="soft">{texts.draftNote}</p>
      <form noValidate onSubmit={submit} className="plan-draft">
        <ErrorSummary key={tried} errors={tried === 0 ? [] : errors} />
        {save.isError && <Problem error={save.error} />}
        <Field id="plan-label" label={texts.label}>
          {(wired) => (
            <input
              {...wired}
              className="form-input goal-target"
              maxLength={40}
              value={written.label}
              onChange={({ target }) => change({ label: target.value })}
            />
          )}
        </Field>
        <Field label={texts.foreword} optional>
          {(wired) => (
            <textarea
              {...wired}
              className="form-input"
              rows={4}
              maxLength={4000}
              value={written.foreword}
              onChange={({ target }) => change({ foreword: target.value })}
            />
          )}
        </Field>
        {written.initiatives.map((initiative, at) => (
          <InitiativeFields
            key={initiative.key}
            draft={draft}
            initiative={initiative}
            number={at + 1}
            onChange={(next) => changeOne(initiative.key, next)}
            onRemove={() =>
              change({ initiatives: written.initiatives.filter(({ key }) => key !== initiative.key) })
            }
          />
        ))}
        <div className="button-row">
          <Button
            onClick={() => {
              setAdded(added + 1)
              change({ initiatives: [...written.initiatives, newInitiative(`added ${added}`)] })
            }}
          >
            {texts.addInitiative}
          </Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {texts.save}
          </Button>
          {!changed && written.initiatives.length > 0 && (
            <Button onClick={() => setAsking(true)}>{texts.publish}</Button>
          )}
        </div>
        <output className="soft">{changed ? texts.unsaved : draft.seen > 0 ? texts.saved : ''}</output>
      </form>
      <ConfirmDialog
        title={texts.publishTitle(draft.label)}
        open={asking}
        onClose={() => setAsking(false)}
        action={texts.publish}
        busy={publish.isPending}
        error={publish.error}
        onConfirm={() =>
          publish.mutate(
            { params: { plan: draft.id }, body: { seen: draft.seen } },
            { onSuccess: () => void router.navigate({ href: paths.actionPlan(draft.id) }) },
          )
        }
      >
        <p>{texts.publishBody}</p>
      </ConfirmDialog>
    </>
  )
}
