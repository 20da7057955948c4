import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { listRounds } from '../../../../contract/draw/rounds.ts'
import { addRelease, type ReleaseSummary } from '../../../../contract/report/releases.ts'
import { audiences } from '../../../../contract/report/report.ts'
import { releaseTemplates } from '../../../../core/report/release.ts'
import { ask, useSend } from '../../../api.ts'
import { paths } from '../../../paths.ts'
import { releases as da } from '../../../texts/da/releases.ts'
import { releases as en } from '../../../texts/en/releases.ts'
import { useLocal, useTexts } from '../../../texts/language.tsx'
import { Checkbox } from '../../../ui/Checkbox.tsx'
import { Choice } from '../../../ui/Choice.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { DialogButtons } from '../../../ui/DialogButtons.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'

interface NewReleaseProps {
  /** The released report to correct; null: a report of its own. */
  readonly corrects: ReleaseSummary | null
  readonly round?: string
  readonly onClose: () => void
}

/** Begins a report: of which round, for whom, in which edition; of a correction only why. */
export function NewRelease({ corrects, round, onClose }: NewReleaseProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const router = useRouter()
  const send = useSend(addRelease)
  const rounds = useQuery(ask(listRounds, {}))
  const closed = (rounds.data?.rounds ?? []).filter(({ state }) => state === 'closed')
  const [chosen, setChosen] = useState(round ?? corrects?.round)
  const [template, setTemplate] = useState<ReleaseSummary['template']>(corrects?.template ?? 'committee')
  const [edition, setEdition] = useState<ReleaseSummary['edition']>(corrects?.edition ?? 'public')
  const [english, setEnglish] = useState(corrects?.languages.includes('en') ?? false)
  const [why, setWhy] = useState({ da: '', en: '' })
  const [tried, setTried] = useState(false)
  const lacks = (text: string) => (tried && text.trim() === '' ? texts.whyMissing : undefined)
  const key = chosen ?? closed[0]?.key
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    const incomplete = corrects !== null && (why.da.trim() === '' || (english && why.en.trim() === ''))
    if (key === undefined || incomplete || send.isPending) return
    const correction =
      corrects === null
        ? null
        : { release: corrects.id, da: why.da, en: why.en.trim() === '' ? why.da : why.en }
    send.mutate(
      { body: { round: key, template, edition, english, corrects: correction } },
      { onSuccess: ({ id }) => void router.navigate({ href: paths.release(id) }) },
    )
  }
  const title = corrects?.number == null ? texts.beginTitle : texts.correctsTitle(corrects.number)
  if (rounds.isSuccess && key === undefined)
    return (
      <Dialog title={title} open onClose={onClose}>
        <p>{texts.noRounds}</p>
      </Dialog>
    )
  return (
    <Dialog title={title} open onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <p>{corrects?.number == null ? texts.beginNote : texts.correctsNote(corrects.number)}</p>
        {send.isError && <Problem error={send.error} />}
        {corrects === null ? (
          <>
            <Choice
              label={texts.round}
              value={key ?? ''}
              options={closed.map((each) => [each.key, local(each.title)])}
              onChange={setChosen}
            />
            <Choice
              label={texts.template}
              value={template}
              options={releaseTemplates.map((each) => [each, texts.templates[each]])}
              onChange={setTemplate}
            />
            <Choice
              label={texts.edition}
              value={edition}
              options={audiences.map((each) => [each, texts.editions[each]])}
              onChange={setEdition}
            />
            <Checkbox checked={english} onChange={setEnglish}>
              {texts.english}
            </Checkbox>
          </>
        ) : (
          <>
            <WhyField
              label={texts.whyDanish}
              error={lacks(why.da)}
              value={why.da}
              onChange={(text) => setWhy({ ...why, da: text })}
            />
            {english && (
              <WhyField
                label={texts.whyEnglish}
                error={lacks(why.en)}
                value={why.en}
                onChange={(text) => setWhy({ ...why, en: text })}
              />
            )}
          </>
        )}
        <DialogButtons action={title} busy={send.isPending} onClose={onClose} />
      </form>
    </Dialog>
  )
}

function WhyField(props: {
  readonly label: string
  readonly error: string | undefined
  readonly value: string
  readonly onChange: (text: string) => void
}) {
  return (
    <Field label={props.label} error={props.error}>
      {(wired) => (
        <textarea
          {...wired}
          className="form-input"
          rows={3}
          maxLength={2000}
          value={props.value}
          onChange={({ target }) => props.onChange(target.value)}
        />
      )}
    </Field>
  )
}
