import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { endOwnSession, listOwnSessions, signOutEverywhere } from '../../../contract/access/own-sessions.ts'
import type { CallOutput } from '../../../contract/client.ts'
import { ask, useSend } from '../../api.ts'
import { formatDateTime } from '../../format/dates.ts'
import { paths } from '../../paths.ts'
import { useForgetPerson } from '../../session.ts'
import { ownSignIn as da } from '../../texts/da/own-sign-in.ts'
import { ownSignIn as en } from '../../texts/en/own-sign-in.ts'
import { useLanguage, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Problem } from '../../ui/Problem.tsx'

type OwnSession = CallOutput<typeof listOwnSessions>['sessions'][number]

/** Where one is signed in, and the way to end all of it. */
export function OwnSessions() {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const router = useRouter()
  const forgetPerson = useForgetPerson()
  const query = useQuery(ask(listOwnSessions, {}))
  const leave = useSend(signOutEverywhere, [])
  const endOne = useSend(endOwnSession, [listOwnSessions])
  const columns: readonly DataColumn<OwnSession>[] = [
    {
      key: 'started',
      title: texts.started,
      rowHeader: true,
      render: ({ startedAt, here }) =>
        `${formatDateTime(startedAt, language)}${here ? ` (${texts.here})` : ''}`,
    },
    { key: 'used', title: texts.used, render: ({ lastUsedAt }) => formatDateTime(lastUsedAt, language) },
    { key: 'method', title: texts.method, render: ({ method }) => texts.methods[method] },
    {
      key: 'end',
      title: texts.endTitle,
      render: ({ id, here, startedAt }) =>
        !here && (
          <Button
            variant="tertiary"
            busy={endOne.isPending}
            aria-label={texts.endNamed(formatDateTime(startedAt, language))}
            onClick={() => endOne.mutate({ params: { session: id } })}
          >
            {texts.endOne}
          </Button>
        ),
    },
  ]
  const end = () =>
    leave.mutate(
      {},
      {
        onSuccess: () =>
          void (async () => {
            await router.navigate({ href: paths.login() })
            await forgetPerson()
          })(),
      },
    )
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{texts.sessions}</h2>
      <p>{texts.sessionsWhat}</p>
      {leave.isError && <Problem error={leave.error} />}
      {endOne.isError && <Problem error={endOne.error} />}
      <output className="done-note">{endOne.isSuccess && texts.endDone}</output>
      <Answer query={query}>
        {({ sessions }) => (
          <DataTable
            caption={texts.sessions}
            captionHidden
            columns={columns}
            rows={sessions}
            rowKey={({ id }) => id}
            stacked
          />
        )}
      </Answer>
      <div className="button-row">
        <Button busy={leave.isPending} onClick={end}>
          {texts.everywhere}
        </Button>
      </div>
    </section>
  )
}
