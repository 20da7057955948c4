import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import {
  endDueFeed,
  listDueFeeds,
  openDueFeed,
  type DueFeed,
} from '../../../../contract/caseflow/due-feeds.ts'
import type { CallOutput } from '../../../../contract/client.ts'
import { ask, useSend } from '../../../api.ts'
import { formatDateTime } from '../../../format/dates.ts'
import { dueFeeds as da } from '../../../texts/da/due-feeds.ts'
import { dueFeeds as en } from '../../../texts/en/due-feeds.ts'
import { useLanguage, useTexts } from '../../../texts/language.tsx'
import { Button } from '../../../ui/Button.tsx'
import { CopyButton } from '../../../ui/CopyButton.tsx'
import { DataTable } from '../../../ui/DataTable.tsx'
import { Field } from '../../../ui/Field.tsx'
import { Problem } from '../../../ui/Problem.tsx'

/** For those who see all of a unit's deadlines: its due days for a calendar program that fetches them by itself. */
export function UnitFeeds() {
  const query = useQuery(ask(listDueFeeds, {}))
  if (query.data === undefined || query.data.units.length === 0) return null
  return <View listed={query.data} />
}

function View({ listed: { feeds, units } }: { listed: CallOutput<typeof listDueFeeds> }) {
  const texts = useTexts({ da, en })
  const [unit, setUnit] = useState(units[0]?.id ?? '')
  const [address, setAddress] = useState('')
  const [done, setDone] = useState('')
  const open = useSend(openDueFeed, [listDueFeeds])
  return (
    <section aria-labelledby="unit-feeds">
      <h2 id="unit-feeds">{texts.heading}</h2>
      <p>{texts.body}</p>
      <Field label={texts.unit}>
        {(wired) => (
          <select
            {...wired}
            className="form-select"
            value={unit}
            onChange={(event) => setUnit(event.target.value)}
          >
            {units.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {open.isError && <Problem error={open.error} />}
      <Button
        busy={open.isPending}
        onClick={() => {
          setDone('')
          open.mutate(
            { body: { unit } },
            { onSuccess: ({ path }) => setAddress(`${window.location.origin}${path}`) },
          )
        }}
      >
        {texts.open}
      </Button>
      <output>
        {address !== '' && (
          <span className="note">
            {texts.shown}
            <input className="form-input" readOnly aria-label={texts.address} value={address} />
            <CopyButton text={address} what={texts.address} />
          </span>
        )}
      </output>
      <output className="done-note">{done}</output>
      {feeds.length > 0 && (
        <>
          <p className="soft">{texts.again}</p>
          <Feeds
            feeds={feeds}
            onEnd={(name) => {
              setAddress('')
              setDone(texts.ended(name))
            }}
          />
        </>
      )}
    </section>
  )
}

function Feeds({ feeds, onEnd }: { feeds: readonly DueFeed[]; onEnd: (unit: string) => void }) {
  const texts = useTexts({ da, en })
  const language = useLanguage()
  const end = useSend(endDueFeed, [listDueFeeds])
  return (
    <>
      {end.isError && <Problem error={end.error} />}
      <DataTable
        caption={texts.caption}
        stacked
        columns={[
          {
            key: 'unit',
            title: texts.columns.unit,
            rowHeader: true,
            render: ({ unit }: DueFeed) => unit.name,
          },
          {
            key: 'since',
            title: texts.columns.since,
            render: ({ createdAt }) => formatDateTime(createdAt, language),
          },
          {
            key: 'act',
            title: texts.columns.act,
            render: ({ id, unit }) => (
              <Button
                variant="tertiary"
                aria-label={texts.endNamed(unit.name)}
                busy={end.isPending}
                onClick={() => end.mutate({ params: { feed: id } }, { onSuccess: () => onEnd(unit.name) })}
              >
                {texts.end}
              </Button>
            ),
          },
        ]}
        rows={feeds}
        rowKey={({ id }) => id}
      />
    </>
  )
}
