import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listProgrammes } from '../../../contract/programme/programme.ts'
import {
  listIncludedProgrammes,
  publishIncludedProgramme,
  type ProgrammeCheck,
  type Published,
} from '../../../contract/programme/publish.ts'
import { ask, useSend } from '../../api.ts'
import { publish as da } from '../../texts/da/publish.ts'
import { publish as en } from '../../texts/en/publish.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { StatusTag, type StatusKind } from '../../ui/StatusTag.tsx'

const kinds: Readonly<Record<ProgrammeCheck['standing'], StatusKind>> = {
  first: 'neutral',
  newer: 'active',
  same: 'done',
  changed: 'attention',
  older: 'neutral',
}

interface IncludedProgrammesProps {
  readonly onPublished: (title: string, published: Published) => void
}

/** The programmes that come with Tilsyn, each with its standing and, where it can be published, a button. */
export function IncludedProgrammes({ onPublished }: IncludedProgrammesProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const query = useQuery(ask(listIncludedProgrammes, {}))
  const send = useSend(publishIncludedProgramme, [listProgrammes, listIncludedProgrammes])
  const [chosen, setChosen] = useState<ProgrammeCheck | null>(null)
  const close = () => {
    setChosen(null)
    send.reset()
  }
  const publish = ({ programme }: ProgrammeCheck) =>
    send.mutate(
      { params: { programme: programme.key } },
      {
        onSuccess: (published) => {
          close()
          onPublished(local(programme.title), published)
        },
      },
    )
  const columns: readonly DataColumn<ProgrammeCheck>[] = [
    { key: 'name', title: texts.name, rowHeader: true, render: ({ programme }) => local(programme.title) },
    { key: 'version', title: texts.version, align: 'end', render: ({ programme }) => programme.version },
    {
      key: 'contents',
      title: texts.contents,
      render: ({ programme }) => texts.counts(programme.questions, programme.stages),
    },
    {
      key: 'standing',
      title: texts.standing,
      render: ({ standing }) => <StatusTag kind={kinds[standing]}>{texts.standings[standing]}</StatusTag>,
    },
    {
      key: 'act',
      title: texts.act,
      render: (row) =>
        row.standing === 'first' || row.standing === 'newer' ? (
          <Button aria-label={texts.publishNamed(local(row.programme.title))} onClick={() => setChosen(row)}>
            {texts.publish}
          </Button>
        ) : (
          '–'
        ),
    },
  ]
  return (
    <Answer query={query}>
      {({ programmes }) => (
        <>
          <DataTable
            caption={texts.includedCaption}
            captionHidden
            columns={columns}
            rows={programmes}
            rowKey={({ programme }) => programme.key}
            stacked
          />
          {chosen !== null && (
            <ConfirmDialog
              title={texts.question(local(chosen.programme.title), chosen.programme.version)}
              open
              onClose={close}
              action={texts.publish}
              onConfirm={() => publish(chosen)}
              busy={send.isPending}
              error={send.error}
            >
              <p>{texts.confirm}</p>
            </ConfirmDialog>
          )}
        </>
      )}
    </Answer>
  )
}
