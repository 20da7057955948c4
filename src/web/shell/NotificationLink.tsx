import { useQuery } from '@tanstack/react-query'
import { countNotifications } from '../../contract/notification/notifications.ts'
import { ask } from '../api.ts'
import { paths } from '../paths.ts'
import { useCommonTexts } from '../texts/common.ts'
import { Link } from '../ui/Link.tsx'

const minute = 60_000

/** The way to one's messages, with how many are new; asked for again every minute while the page is looked at. */
export function NotificationLink() {
  const texts = useCommonTexts()
  const { data } = useQuery({ ...ask(countNotifications, {}), refetchInterval: minute, retry: false })
  const unseen = data?.unseen ?? 0
  return (
    <Link
      to={paths.notifications()}
      className="notification-link"
      {...(unseen > 0 && { 'aria-label': texts.unseen(unseen) })}
    >
      {texts.notifications}
      {unseen > 0 && (
        <span className={data?.urgent === 0 ? 'count' : 'count urgent'}>{Math.min(unseen, 99)}</span>
      )}
    </Link>
  )
}
