import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Outlet, useLocation, useMatches, useRouter } from '@tanstack/react-router'
import { useEffect, useRef, type ReactNode } from 'react'
import type { SessionState } from '../../contract/access/session.ts'
import { paths, returnPath } from '../paths.ts'
import { isOfPerson, SessionContext, sessionQuery } from '../session.ts'
import { useCommonTexts } from '../texts/common.ts'
import { LanguageProvider } from '../texts/language.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Problem } from '../ui/Problem.tsx'
import { FreshProof } from './FreshProof.tsx'
import { Footer } from './Footer.tsx'
import { Header } from './Header.tsx'

/** What surrounds every page. Without a session it leads to the sign-in page and remembers where one was going. */
export function Shell({ children = <Outlet /> }: { children?: ReactNode }) {
  const query = useQuery(sessionQuery)
  if (query.data === undefined)
    return (
      <main className="page-width">
        {query.isPending ? <Loading /> : <Problem error={query.error} onRetry={() => void query.refetch()} />}
      </main>
    )
  return (
    <LanguageProvider language={query.data.language}>
      <SessionContext value={query.data}>
        <Frame state={query.data}>{children}</Frame>
      </SessionContext>
    </LanguageProvider>
  )
}

/** Pages that nobody needs to sign in for. */
const publicPages: readonly string[] = [paths.login(), paths.loginReturn(), paths.accessibility()]
/** Where who lacks a password of their own, or the one-time codes that are asked for, may still go. */
const pagesWithoutCodes: readonly string[] = [...publicPages, paths.ownSignIn(), paths.password()]

function Frame({ state, children }: { state: SessionState; children: ReactNode }) {
  const texts = useCommonTexts()
  const router = useRouter()
  const client = useQueryClient()
  const href = useLocation({ select: (location) => location.href })
  // What is drawn and not the address, which changes before the next page has been fetched.
  const page = useMatches({ select: (matches) => matches.at(-1)?.pathname ?? '' })
  const mustSignIn = state.session === null && !publicPages.includes(page) && !page.startsWith('/public/')

  const wasIn = useRef(false)
  useEffect(() => {
    if (state.session !== null) wasIn.current = true
    // The session is over, whoever ended it: nothing that was shown may stay in memory.
    else if (wasIn.current) client.removeQueries({ predicate: isOfPerson, type: 'inactive' })
  }, [state.session, client])

  useEffect(() => {
    // Already on the way there, the address has changed; the wish must not be overwritten by it.
    const leaving = href.startsWith(paths.login())
    // What is known by now and not what was drawn: the page after signing in may be drawn before the new session is.
    const signedIn = (client.getQueryData(sessionQuery.queryKey)?.session ?? null) !== null
    if (mustSignIn && !leaving && !signedIn)
      void router.navigate({ href: paths.login(returnPath(href), wasIn.current), replace: true })
  }, [mustSignIn, href, router, client])

  const { factorMissing = false, passwordGiven = false } = state.session ?? {}
  const mustSetUp = (factorMissing || passwordGiven) && !pagesWithoutCodes.includes(page)
  useEffect(() => {
    const there = passwordGiven ? paths.password() : paths.ownSignIn()
    if (mustSetUp) void router.navigate({ href: there, replace: true })
  }, [mustSetUp, passwordGiven, router])

  return (
    <>
      <a className="skipnav" href="#main-content">
        {texts.skipLink}
      </a>
      <Header />
      <main id="main-content" className="page-width" tabIndex={-1}>
        {mustSignIn || mustSetUp ? <Loading /> : children}
      </main>
      <FreshProof />
      <Footer />
    </>
  )
}
