import { useQuery } from '@tanstack/react-query'
import {
  countNotifications,
  listNotifications,
  markNotificationsSeen,
  type NotificationView,
} from '../../../contract/notification/notifications.ts'
import { ask, useSend } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { notifications as da } from '../../texts/da/notifications.ts'
import { notifications as en } from '../../texts/en/notifications.ts'
import { useLanguage, useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Link } from '../../ui/Link.tsx'
import { PageAnswer } from '../../ui/PageAnswer.tsx'
import { PageHeading } from '../../ui/PageHeading.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { MailPreference } from './MailPreference.tsx'
import { gatherNotices } from './gather-notices.ts'
import { notificationPath } from './notification-path.ts'

export function NotificationsPage() {
  const query = useQuery({ ...ask(listNotifications, {}), refetchOnMount: 'always' as const })
  return <PageAnswer query={query}>{({ notifications }) => <View all={notifications} />}</PageAnswer>
}

function View({ all }: { all: readonly NotificationView[] }) {
  const texts = useTexts({ da, en })
  const send = useSend(markNotificationsSeen, [listNotifications, countNotifications])
  const unseen = all.filter(({ seen }) => !seen)
  const seen = all.filter((each) => each.seen)
  const mark = (ids?: readonly string[]) => {
    if (!send.isPending) send.mutate({ body: ids === undefined ? {} : { ids: [...ids] } })
  }
  return (
    <>
      <PageHeading
        title={texts.title}
        question={unseen.length === 0 ? texts.noneNew : texts.someNew(unseen.length)}
        actions={
          unseen.length > 0 && (
            <Button busy={send.isPending} onClick={() => mark()}>
              {texts.markAll}
            </Button>
          )
        }
      />
      {send.isError && <Problem error={send.error} />}
      {all.length === 0 && <EmptyState title={texts.emptyTitle}>{texts.emptyBody}</EmptyState>}
      {unseen.length > 0 && (
        <section>
          <h2>{texts.newHeading}</h2>
          <List notifications={unseen} onSeen={mark} />
        </section>
      )}
      {seen.length > 0 && (
        <section>
          <h2>{texts.seenHeading}</h2>
          <List notifications={seen} />
        </section>
      )}
      <MailPreference />
    </>
  )
}

interface ListProps {
  readonly notifications: readonly NotificationView[]
  readonly onSeen?: (ids: readonly string[]) => void
}

function List({ notifications, onSeen }: ListProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const language = useLanguage()
  return (
    <ul className="notification-list">
      {gatherNotices(notifications).map((notification) => {
        const { id, ids, text, at, urgent } = notification
        const to = notificationPath(notification)
        const when = formatDateTime(at, language)
        return (
          <li key={id}>
            <div>
              {urgent && <StatusTag kind="danger">{texts.urgent}</StatusTag>}{' '}
              {to === null ? (
                local(text)
              ) : (
                <Link to={to} onClick={() => onSeen?.(ids)}>
                  {local(text)}
                </Link>
              )}
              <time className="cell-note" dateTime={at}>
                {when}
              </time>
            </div>
            {onSeen !== undefined && (
              <Button
                variant="tertiary"
                aria-label={texts.markNamed(local(text), when)}
                onClick={() => onSeen(ids)}
              >
                {texts.mark}
              </Button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
