import { useLocation, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { signOut, type Session } from '../../contract/access/session.ts'
import { useSend } from '../api.ts'
import { paths } from '../paths.ts'
import { useForgetPerson } from '../session.ts'
import { useCommonTexts } from '../texts/common.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Link } from '../ui/Link.tsx'
import { Loading } from '../ui/Loading.tsx'

// Seldom needed; it brings its texts with it.
const SignOutWarning = lazy(async () => ({ default: (await import('./SignOutWarning.tsx')).SignOutWarning }))
// The switcher brings React Aria with it, which no first load should wait for.
const PersonSwitcher = lazy(async () => ({ default: (await import('./PersonSwitcher.tsx')).PersonSwitcher }))

export function UserMenu({ session, demo }: { session: Session; demo: boolean }) {
  const texts = useCommonTexts()
  const router = useRouter()
  const forgetPerson = useForgetPerson()
  const leave = useSend(signOut, [])
  const { anchor, button, open, setOpen } = usePopover()
  const { person, roles } = session

  // Undefined: nobody asked yet.
  const [unsent, setUnsent] = useState<number>()

  const logOut = async (sure: boolean) => {
    const { countUnsent, ownerOf, wipeDrafts } = await import('../drafts/drafts.ts')
    const owner = ownerOf(session)
    const reviews = sure ? 0 : await countUnsent(owner)
    if (reviews > 0) {
      setUnsent(reviews)
      return
    }
    await leave.mutateAsync({})
    await wipeDrafts(owner)
    setUnsent(undefined)
    if (session.providerSignOut !== null) {
      window.location.assign(session.providerSignOut)
      return
    }
    await router.navigate({ href: paths.login() })
    await forgetPerson()
  }

  return (
    <div className="popover-anchor" ref={anchor}>
      <button
        ref={button}
        type="button"
        className="plain-button"
        aria-expanded={open}
        aria-label={texts.userMenu(person.name)}
        onClick={() => setOpen(!open)}
      >
        <Icon name="person" />
        <span>{person.name}</span>
        <Icon name="down" />
      </button>
      {open && (
        <div className="popover">
          <p>
            <strong>{person.name}</strong>
          </p>
          <ul className="plain-list soft small">
            {roles.map(({ role, unit }) => (
              <li key={`${role} ${unit?.id}`}>
                {texts.roles[role]}
                {unit !== null && `, ${unit.name}`}
              </li>
            ))}
          </ul>
          {demo && (
            <Suspense fallback={<Loading />}>
              <PersonSwitcher selected={person.id} onSwitched={() => setOpen(false)} />
            </Suspense>
          )}
          <p>
            <Link to={paths.ownSignIn()}>{texts.ownSignIn}</Link>
          </p>
          {session.userName !== null && (
            <p>
              <Link to={paths.password()}>{texts.changePassword}</Link>
            </p>
          )}
          <div className="button-row">
            <Button busy={leave.isPending} onClick={() => void logOut(false)}>
              {texts.signOut}
            </Button>
          </div>
        </div>
      )}
      {unsent !== undefined && (
        <Suspense fallback={<Loading />}>
          <SignOutWarning
            reviews={unsent}
            busy={leave.isPending}
            error={leave.error}
            onClose={() => setUnsent(undefined)}
            onConfirm={() => void logOut(true)}
          />
        </Suspense>
      )}
    </div>
  )
}

/** Closes on Escape (back to its button), on a press elsewhere, and when the page changes. */
function usePopover() {
  const anchor = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const page = useLocation({ select: (location) => location.href })
  const [openOn, setOpenOn] = useState<string | null>(null)
  const open = openOn === page
  const setOpen = (wanted: boolean) => setOpenOn(wanted ? page : null)
  useEffect(() => {
    if (!open) return undefined
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      setOpenOn(null)
      button.current?.focus()
    }
    const onPress = (event: Event) => {
      if (event.target instanceof Node && anchor.current?.contains(event.target) === false) setOpenOn(null)
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('pointerdown', onPress)
    document.addEventListener('focusin', onPress)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('pointerdown', onPress)
      document.removeEventListener('focusin', onPress)
    }
  }, [open])
  return { anchor, button, open, setOpen }
}
