import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listUnits, type Unit } from '../../../contract/access/units.ts'
import { ask } from '../../api.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useTexts } from '../../texts/language.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Button } from '../../ui/Button.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Permitted } from '../../ui/Permitted.tsx'
import { AccessHeading } from './AccessHeading.tsx'
import { RenameDialog } from './RenameDialog.tsx'
import { UnitForm } from './UnitForm.tsx'

export function UnitsPage() {
  return (
    <Permitted action="unit.manage">
      <Units />
    </Permitted>
  )
}

function Units() {
  const texts = useTexts({ da, en })
  const query = useQuery(ask(listUnits, {}))
  const [renaming, setRenaming] = useState<Unit | null>(null)
  const [done, setDone] = useState('')
  const columns: readonly DataColumn<Unit>[] = [
    {
      key: 'name',
      title: texts.unitName,
      rowHeader: true,
      sortBy: ({ name }) => name,
      render: ({ name }) => name,
    },
    {
      key: 'kind',
      title: texts.unitKind,
      sortBy: ({ kind }) => texts.unitKinds[kind],
      render: ({ kind }) => texts.unitKinds[kind],
    },
    {
      key: 'act',
      title: texts.act,
      render: (unit) => (
        <Button
          variant="tertiary"
          aria-label={texts.renameNamed(unit.name)}
          onClick={() => setRenaming(unit)}
        >
          {texts.rename}
        </Button>
      ),
    },
  ]
  return (
    <>
      <AccessHeading />
      <p>{texts.unitsWhat}</p>
      <output className="done-note">{done}</output>
      <Answer query={query}>
        {({ units }) =>
          units.length === 0 ? (
            <EmptyState title={texts.noUnits}>{texts.noUnitsBody}</EmptyState>
          ) : (
            <DataTable
              caption={texts.unitsCaption}
              captionHidden
              columns={columns}
              rows={units}
              rowKey={({ id }) => id}
              stacked
            />
          )
        }
      </Answer>
      <UnitForm onDone={(name) => setDone(texts.unitDone(name))} />
      {renaming !== null && (
        <RenameDialog
          unit={renaming}
          onClose={() => setRenaming(null)}
          onDone={(name) => {
            setRenaming(null)
            setDone(texts.renamed(name))
          }}
        />
      )}
    </>
  )
}
