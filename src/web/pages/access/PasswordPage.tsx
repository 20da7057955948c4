import { useRouter } from '@tanstack/react-router'
import { useId, useState, type SubmitEvent } from 'react'
import { changePassword, getSession, shortestPassword } from '../../../contract/access/session.ts'
import { CallRefused } from '../../../contract/client.ts'
import { useSend } from '../../api.ts'
import { fieldProblems } from '../../problem-words.ts'
import { paths } from '../../paths.ts'
import { useSession } from '../../session.ts'
import { useTexts } from '../../texts/language.tsx'
import { password as da } from '../../texts/da/password.ts'
import { password as en } from '../../texts/en/password.ts'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary, type FormError } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** A person's own change of password. */
export function PasswordPage() {
  const texts = useTexts({ da, en })
  const session = useSession()
  const userName = session?.userName ?? null
  return (
    <>
      <PageHeading title={texts.title} {...(userName !== null && { question: texts.question })} />
      {session?.passwordGiven === true && <p className="note">{texts.given}</p>}
      {userName === null ? (
        <p>{texts.none}</p>
      ) : (
        <PasswordForm userName={userName} given={session?.passwordGiven === true} />
      )}
    </>
  )
}

const fields = ['before', 'after', 'again'] as const
type FieldName = (typeof fields)[number]
type Draft = Readonly<Record<FieldName, string>>

const empty: Draft = { before: '', after: '', again: '' }

/** `given`: it is the way in, so that it leads on. */
function PasswordForm({ userName, given }: { userName: string; given: boolean }) {
  const texts = useTexts({ da, en })
  const choice = useId()
  const router = useRouter()
  const send = useSend(changePassword, [getSession])
  const [draft, setDraft] = useState(empty)
  const [shown, setShown] = useState(false)
  const [errors, setErrors] = useState<readonly FormError[]>([])

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const own = draftErrors(draft, texts.errors)
    setErrors(own)
    if (own.length > 0) return
    try {
      await send.mutateAsync({ body: { before: draft.before, after: draft.after } })
      setDraft(empty)
      if (given) await router.navigate({ href: paths.tasks() })
    } catch (error) {
      setErrors(refusedFields(error))
    }
  }
  const field = (name: FieldName, autoComplete: string, hint?: string) => (
    <Field
      id={name}
      label={texts[name]}
      {...(hint !== undefined && { hint })}
      error={errors.find(({ control }) => control === name)?.text}
    >
      {(wired) => (
        <input
          {...wired}
          className="form-input"
          type={shown ? 'text' : 'password'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={200}
          value={draft[name]}
          onChange={({ target }) => setDraft((before) => ({ ...before, [name]: target.value }))}
        />
      )}
    </Field>
  )

  return (
    <form noValidate className="form-width" onSubmit={(event) => void submit(event)}>
      <output className="done-note">{send.isSuccess && errors.length === 0 && texts.done}</output>
      <ErrorSummary errors={errors} />
      {errors.length === 0 && send.isError && <Problem error={send.error} />}
      {/* Not to be seen: tells password keepers whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={userName} readOnly hidden />
      {field('before', 'current-password')}
      {field('after', 'new-password', texts.hint(shortestPassword))}
      {field('again', 'new-password')}
      <div className="field">
        <input
          id={choice}
          type="checkbox"
          className="form-checkbox"
          checked={shown}
          onChange={(event) => setShown(event.target.checked)}
        />
        <label htmlFor={choice}>{texts.show}</label>
      </div>
      <div className="button-row">
        <Button type="submit" variant="primary" busy={send.isPending}>
          {texts.submit}
        </Button>
      </div>
    </form>
  )
}

function draftErrors({ before, after, again }: Draft, texts: (typeof da)['errors']): readonly FormError[] {
  const found: FormError[] = []
  if (before === '') found.push({ control: 'before', text: texts.before })
  if (after.length < shortestPassword) found.push({ control: 'after', text: texts.after(shortestPassword) })
  else if (after !== again) found.push({ control: 'again', text: texts.again })
  return found
}

const fieldOf: Readonly<Record<string, FieldName>> = {
  'wrong-password': 'before',
  'same-password': 'after',
  'common-password': 'after',
  'own-words-password': 'after',
}

function refusedFields(error: unknown): readonly FormError[] {
  if (!(error instanceof CallRefused)) return []
  const control = fieldOf[error.details.code]
  if (control !== undefined) return [{ control, text: error.details.title }]
  return [...fieldProblems(error)].map(([path, text]) => ({ control: path, text }))
}
