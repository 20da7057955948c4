import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { getProof } from '../../contract/access/step-up.ts'
import { call } from '../../contract/client.ts'
import { asksForProof, setAsker } from '../fresh-proof.ts'
import { useSession } from '../session.ts'

const ProofDialog = lazy(async () => ({ default: (await import('./ProofDialog.tsx')).ProofDialog }))

/** Where the question itself fails, the file's own answer says what is wrong. */
async function isFresh(): Promise<boolean> {
  try {
    return (await call(getProof, {})).fresh
  } catch {
    return true
  }
}

/**
 * Asks who it is where the server wants to know again: for calls that were refused, and before links to files with data on
 * persons. Here once for all pages, so that none can forget it.
 */
export function FreshProof() {
  const session = useSession()
  const [answer, setAnswer] = useState<(proved: boolean) => void>()
  const passing = useRef<HTMLAnchorElement>(null)

  useEffect(() => {
    const ask = () => new Promise<boolean>((resolve) => setAnswer(() => resolve))
    setAsker(ask)
    const onClick = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (link === null || !asksForProof(link.href)) return
      if (passing.current === link) {
        passing.current = null
        return
      }
      event.preventDefault()
      const follow = () => {
        passing.current = link
        link.click()
      }
      void (async () => {
        if ((await isFresh()) || (await ask())) follow()
      })()
    }
    document.addEventListener('click', onClick)
    return () => {
      setAsker(undefined)
      document.removeEventListener('click', onClick)
    }
  }, [])

  if (answer === undefined || session === null) return null
  const finish = (proved: boolean) => {
    setAnswer(undefined)
    answer(proved)
  }
  return (
    <Suspense fallback={null}>
      <ProofDialog method={session.method} onDone={finish} />
    </Suspense>
  )
}
