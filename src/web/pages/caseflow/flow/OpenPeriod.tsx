import { useRouter } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Path } from '../../../paths.ts'
import { Loading } from '../../../ui/Loading.tsx'

/** Leads on to a period by its name, so that what is sent to a colleague stays what it was when the week is another. */
export function OpenPeriod({ to }: { to: Path }) {
  const router = useRouter()
  useEffect(() => {
    void router.navigate({ href: to, replace: true })
  }, [router, to])
  return <Loading />
}
