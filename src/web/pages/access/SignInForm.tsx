import { useRouter } from '@tanstack/react-router'
import { useState, type SubmitEvent } from 'react'
import { signIn } from '../../../contract/access/session.ts'
import { useSend } from '../../api.ts'
import type { Path } from '../../paths.ts'
import { asksForCode } from '../../fresh-proof.ts'
import { useForgetPerson, useSessionState } from '../../session.ts'
import { login as da } from '../../texts/da/login.ts'
import { login as en } from '../../texts/en/login.ts'
import { useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { ErrorSummary, type FormError } from '../../ui/ErrorSummary.tsx'
import { Field } from '../../ui/Field.tsx'
import { Problem } from '../../ui/Problem.tsx'

export function SignInForm({ goTo }: { goTo: Path }) {
  const texts = useTexts({ da, en })
  const router = useRouter()
  const forgetPerson = useForgetPerson()
  const send = useSend(signIn, [])
  const { municipalities = [] } = useSessionState()
  const [municipality, setMunicipality] = useState('')
  const [userName, setUserName] = useState('')
  const [password, setPassword] = useState('')
  /** Undefined until the server has asked for it. */
  const [code, setCode] = useState<string>()
  const [errors, setErrors] = useState<readonly FormError[]>([])
  const errorOf = (control: string) => errors.find((error) => error.control === control)?.text

  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const missing: FormError[] = []
    if (municipalities.length > 1 && municipality === '')
      missing.push({ control: 'municipality', text: texts.municipalityMissing })
    if (userName.trim() === '') missing.push({ control: 'user-name', text: texts.userNameMissing })
    if (password === '') missing.push({ control: 'password', text: texts.passwordMissing })
    if (code === '') missing.push({ control: 'code', text: texts.codeMissing })
    setErrors(missing)
    if (missing.length > 0) return
    try {
      await send.mutateAsync({
        body: {
          userName,
          password,
          ...(code !== undefined && { code }),
          ...(municipality !== '' && { municipality }),
        },
      })
    } catch (error) {
      // Shown by <Problem>; what was wrong is typed anew.
      if (asksForCode(error)) setCode('')
      else setPassword('')
      return
    }
    await forgetPerson()
    await router.navigate({ href: goTo })
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary errors={errors} />
      {errors.length === 0 && send.isError && <Problem error={send.error} />}
      {municipalities.length > 1 && (
        <Field id="municipality" label={texts.municipality} error={errorOf('municipality')}>
          {(wired) => (
            <select
              {...wired}
              className="form-select"
              value={municipality}
              onChange={(event) => setMunicipality(event.target.value)}
            >
              <option value="">{texts.choose}</option>
              {municipalities.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      <Field id="user-name" label={texts.userName} error={errorOf('user-name')}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            autoComplete="username"
            value={userName}
            onChange={(event) => setUserName(event.target.value)}
          />
        )}
      </Field>
      <Field id="password" label={texts.password} error={errorOf('password')}>
        {(wired) => (
          <input
            {...wired}
            className="form-input"
            type="password"
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
          />
        )}
      </Field>
      {code !== undefined && (
        <Field id="code" label={texts.code} hint={texts.codeHint} error={errorOf('code')}>
          {(wired) => (
            <input
              {...wired}
              className="form-input"
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={40}
              value={code}
              onChange={(event) => setCode(event.target.value)}
            />
          )}
        </Field>
      )}
      <Button type="submit" variant="primary" busy={send.isPending}>
        {texts.submit}
      </Button>
    </form>
  )
}
