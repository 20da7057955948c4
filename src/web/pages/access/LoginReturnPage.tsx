import { useRouter } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { returnFromProvider } from '../../../contract/access/provider-sign-in.ts'
import { useSend } from '../../api.ts'
import { paths, returnPath } from '../../paths.ts'
import { useForgetPerson } from '../../session.ts'
import { login as da } from '../../texts/da/login.ts'
import { login as en } from '../../texts/en/login.ts'
import { useTexts } from '../../texts/language.tsx'
import { Link } from '../../ui/Link.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Problem } from '../../ui/Problem.tsx'

/** Where the municipality's sign-in sends the browser: hands what it brought to the server, and goes on. */
export function LoginReturnPage() {
  const texts = useTexts({ da, en })
  const router = useRouter()
  const forgetPerson = useForgetPerson()
  const send = useSend(returnFromProvider, [])
  const begun = useRef(false)
  const { mutateAsync } = send

  useEffect(() => {
    // What came counts once.
    if (begun.current) return
    begun.current = true
    const query = window.location.search.slice(1)
    // Neither the history nor a bookmark shall hold it.
    window.history.replaceState(window.history.state, '', paths.loginReturn())
    const finish = async () => {
      const { goesTo } = await mutateAsync({ body: { query } })
      await forgetPerson()
      await router.navigate({ href: returnPath(goesTo), replace: true })
    }
    // Shown by <Problem>.
    finish().catch(() => undefined)
  }, [mutateAsync, forgetPerson, router])

  return (
    <div className="login">
      <PageHeading title={send.isError ? texts.returnFailed : texts.returning} />
      {send.isError ? (
        <>
          <Problem error={send.error} />
          <p>
            <Link to={paths.login()}>{texts.again}</Link>
          </p>
        </>
      ) : (
        <Loading />
      )}
    </div>
  )
}
