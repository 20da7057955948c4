import { useState } from 'react'
import { setDuePlan, type Assignment } from '../../../contract/review/assignment.ts'
import { useSend } from '../../api.ts'
import { assignment as da } from '../../texts/da/assignment.ts'
import { assignment as en } from '../../texts/en/assignment.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { Button } from '../../ui/Button.tsx'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { Field } from '../../ui/Field.tsx'

type Level = Assignment['levels'][number]

interface DuePlansProps {
  readonly assignment: Assignment
  readonly onDone: (words: string) => void
}

/** When each level is to be finished; those who lead the audit may change it. */
export function DuePlans({ assignment, onDone }: DuePlansProps) {
  const texts = useTexts({ da, en })
  const local = useLocal()
  const [changing, setChanging] = useState<Level | null>(null)
  const act: DataColumn<Level> = {
    key: 'act',
    title: texts.columns.act,
    render: (level) =>
      level.drawnOn !== null && (
        <Button
          variant="tertiary"
          aria-label={texts.changeNamed(level.level)}
          onClick={() => setChanging(level)}
        >
          {texts.change}
        </Button>
      ),
  }
  return (
    <>
      <p>{texts.dueBody}</p>
      <DataTable
        caption={texts.dueCaption}
        captionHidden
        columns={[
          {
            key: 'level',
            title: texts.columns.level,
            rowHeader: true,
            render: ({ level, title }) => `${level}: ${local(title)}`,
          },
          {
            key: 'due',
            title: texts.columns.due,
            render: ({ drawnOn, due }) =>
              drawnOn === null ? texts.notDrawn : texts.dueOf(due.days, due.spread),
          },
          ...(assignment.maySetDue && !assignment.round.closed ? [act] : []),
        ]}
        rows={assignment.levels}
        rowKey={({ level }) => String(level)}
        stacked
      />
      {changing !== null && (
        <DueDialog
          round={assignment.round.key}
          level={changing}
          onClose={() => setChanging(null)}
          onDone={(changed) => {
            onDone(texts.dueSaved(changed))
            setChanging(null)
          }}
        />
      )}
    </>
  )
}

interface DueDialogProps {
  readonly round: string
  readonly level: Level
  readonly onClose: () => void
  readonly onDone: (changed: number) => void
}

function DueDialog({ round, level, onClose, onDone }: DueDialogProps) {
  const texts = useTexts({ da, en })
  const send = useSend(setDuePlan)
  const [days, setDays] = useState(String(level.due.days))
  const [spread, setSpread] = useState(level.due.spread)
  return (
    <ConfirmDialog
      title={texts.dueTitle(level.level)}
      open
      onClose={onClose}
      action={texts.dueSave}
      busy={send.isPending}
      error={send.error}
      onConfirm={() =>
        send.mutate(
          { params: { round, level: level.level }, body: { days: Number(days), spread } },
          { onSuccess: ({ changed }) => onDone(changed) },
        )
      }
    >
      <Field label={texts.days}>
        {(wired) => (
          <input
            {...wired}
            type="number"
            min={1}
            max={365}
            className="form-input"
            value={days}
            onChange={({ target }) => setDays(target.value)}
          />
        )}
      </Field>
      <Checkbox checked={spread} onChange={setSpread}>
        {texts.spread}
      </Checkbox>
      <p>{texts.dueWarning}</p>
    </ConfirmDialog>
  )
}
