import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import {
  addActionPlan,
  listActionPlans,
  type ActionPlanSummary,
} from '../../../contract/learning/action-plan.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask, useSend } from '../../api.ts'
import { formatShortDate } from '../../format/dates.ts'
import { formatInteger } from '../../format/numbers.ts'
import { paths } from '../../paths.ts'
import { actionPlan as da } from '../../texts/da/action-plan.ts'
import { actionPlan as en } from '../../texts/en/action-plan.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { DialogButtons } from '../../ui/DialogButtons.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Field } from '../../ui/Field.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { Problem } from '../../ui/Problem.tsx'

export function ActionPlansPage() {
  const query = useQuery({ ...ask(listActionPlans, {}), refetchOnMount: 'always' as const })
  return (
    <Permitted action="action-plan.read">
      <PageAnswer query={query}>{(answer) => <View {...answer} />}</PageAnswer>
    </Permitted>
  )
}

interface Row {
  readonly plan: ActionPlanSummary
  readonly version: ActionPlanSummary['versions'][number]
}

function View({ mayEdit, plans }: CallOutput<typeof listActionPlans>) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const [asking, setAsking] = useState(false)
  const rows = plans.flatMap((plan) => plan.versions.map((version): Row => ({ plan, version })))
  const columns: readonly DataColumn<Row>[] = [
    {
      key: 'plan',
      title: texts.plan,
      rowHeader: true,
      render: ({ plan, version }) => (
        <Link to={paths.actionPlan(plan.id, version.version)}>{`${plan.title}, ${version.label}`}</Link>
      ),
    },
    {
      key: 'published',
      title: texts.published,
      render: ({ version }) =>
        version.publishedAt === null
          ? texts.draft
          : formatShortDate(version.publishedAt.slice(0, 10), language),
    },
    {
      key: 'initiatives',
      title: texts.initiatives,
      align: 'end',
      render: ({ version }) => formatInteger(version.initiatives, language),
    },
  ]
  return (
    <>
      <PageHeading
        title={texts.title}
        question={texts.question}
        actions={
          mayEdit && (
            <Button variant={rows.length === 0 ? 'primary' : 'secondary'} onClick={() => setAsking(true)}>
              {texts.newPlan}
            </Button>
          )
        }
      />
      {rows.length === 0 ? (
        <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState>
      ) : (
        <DataTable
          caption={texts.versionsCaption}
          captionHidden
          stacked
          columns={columns}
          rows={rows}
          rowKey={({ plan, version }) => `${plan.id} ${version.version}`}
        />
      )}
      {asking && <NewPlan onClose={() => setAsking(false)} />}
    </>
  )
}

function NewPlan({ onClose }: { onClose: () => void }) {
  const texts = useTexts({ da, en })
  const router = useRouter()
  const send = useSend(addActionPlan)
  const [title, setTitle] = useState('')
  const [tried, setTried] = useState(false)
  const lacks = tried && title.trim() === ''
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (title.trim() === '' || send.isPending) return
    send.mutate(
      { body: { title, label: '1.0' } },
      { onSuccess: ({ id }) => void router.navigate({ href: paths.actionPlanDraft(id) }) },
    )
  }
  return (
    <Dialog title={texts.newPlanTitle} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        {send.isError && <Problem error={send.error} />}
        <Field label={texts.planName} error={lacks ? texts.planNameMissing : undefined}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              maxLength={200}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <DialogButtons action={texts.begin} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}
