import { useLocation } from '@tanstack/react-router'
import { useState } from 'react'
import { paths } from '../paths.ts'
import { useSessionState } from '../session.ts'
import { useCommonTexts } from '../texts/common.ts'
import { Icon } from '../ui/Icon.tsx'
import { Link } from '../ui/Link.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { isUnder, navigationFor } from './navigation.ts'
import { NotificationLink } from './NotificationLink.tsx'
import { UserMenu } from './UserMenu.tsx'

export function Header() {
  const texts = useCommonTexts()
  const { demo, session } = useSessionState()
  const page = useLocation({ select: (location) => location.pathname })
  // Opened on one page, closed on the next.
  const [openOn, setOpenOn] = useState<string | null>(null)
  const open = openOn === page

  return (
    <header className={open ? 'site-header menu-open' : 'site-header'}>
      {demo && (
        <p className="demo-mark">
          <span className="page-width demo-words">
            <strong>{texts.demoMark}</strong> · {texts.demoExplained}
          </span>
        </p>
      )}
      <div className="page-width site-bar">
        <div className="brand">
          <Link to={paths.tasks()} aria-label={texts.home}>
            {texts.product}
          </Link>
          {session !== null && <span>{session.municipality.name}</span>}
        </div>
        <button
          type="button"
          className="plain-button menu-button"
          aria-expanded={open}
          onClick={() => setOpenOn(open ? null : page)}
        >
          <Icon name={open ? 'close' : 'menu'} />
          {open ? texts.closeMenu : texts.menu}
        </button>
        <div className="bar-tools">
          {session !== null && <NotificationLink />}
          <LanguageSwitch />
          {session !== null && <UserMenu session={session} demo={demo} />}
        </div>
      </div>
      <MainNavigation page={page} />
    </header>
  )
}

function MainNavigation({ page }: { page: string }) {
  const texts = useCommonTexts()
  const { session } = useSessionState()
  const items = navigationFor(session)
  if (items.length === 0) return null
  return (
    <nav className="main-navigation page-width" aria-label={texts.mainNavigation}>
      <ul className="no-max-width">
        {items.map(({ key, to }) => (
          <li key={key}>
            <Link to={to} aria-current={page === to ? 'page' : isUnder(page, to) ? 'true' : undefined}>
              {texts.navigation[key]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
