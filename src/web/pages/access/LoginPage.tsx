import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { returnPath } from '../../paths.ts'
import { useSessionState } from '../../session.ts'
import { login as da } from '../../texts/da/login.ts'
import { login as en } from '../../texts/en/login.ts'
import { useTexts } from '../../texts/language.tsx'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { ProviderSignIn } from './ProviderSignIn.tsx'
import { SignInForm } from './SignInForm.tsx'

const PersonSwitcher = lazy(async () => ({
  default: (await import('../../shell/PersonSwitcher.tsx')).PersonSwitcher,
}))

/** Signing in with a local account; in the demo, choosing a person. */
export function LoginPage() {
  const texts = useTexts({ da, en })
  const { demo, session, municipalities = [] } = useSessionState()
  const search = useLocation({ select: (location) => location.searchStr })
  const asked = new URLSearchParams(search)
  const goTo = returnPath(asked.get('returnTo') ?? undefined)
  const standing =
    session === null ? (
      asked.has('ended') && <p className="note">{texts.ended}</p>
    ) : (
      <p>{texts.alreadyIn(session.person.name)}</p>
    )

  if (!demo)
    return (
      <div className="login">
        <PageHeading title={texts.title} question={texts.question} />
        {standing}
        {municipalities.some(({ provider }) => provider) ? (
          <>
            <ProviderSignIn goTo={goTo} />
            <Disclosure summary={texts.account}>
              <SignInForm goTo={goTo} />
            </Disclosure>
          </>
        ) : (
          <SignInForm goTo={goTo} />
        )}
      </div>
    )
  return (
    <div className="login">
      <PageHeading title={texts.demoTitle} question={texts.demoQuestion} />
      {standing}
      <Suspense fallback={<Loading />}>
        <PersonSwitcher goTo={goTo} {...(session === null ? {} : { selected: session.person.id })} />
      </Suspense>
      <Disclosure summary={texts.account}>
        <SignInForm goTo={goTo} />
      </Disclosure>
    </div>
  )
}
