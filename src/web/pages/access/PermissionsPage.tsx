import { permissionStates, statesOf } from '../../../core/access/permission-states.ts'
import { permissions, type Action, type Span } from '../../../core/access/permissions.ts'
import { roles, type Role } from '../../../core/access/role.ts'
import { useCommonTexts } from '../../texts/common.ts'
import { access as da } from '../../texts/da/access.ts'
import { access as en } from '../../texts/en/access.ts'
import { useLocal, useTexts } from '../../texts/language.tsx'
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx'
import { AccessHeading } from './AccessHeading.tsx'

// Object.keys loses the literal types of a constant object's keys.
const actions = Object.keys(permissions) as Action[]

/** The permission table itself, in words: what the server decides by. */
export function PermissionsPage() {
  const texts = useTexts({ da, en })
  const common = useCommonTexts()
  const local = useLocal()
  const columns: readonly DataColumn<Action>[] = [
    { key: 'action', title: texts.action, rowHeader: true, render: (action) => texts.actions[action] },
    ...roles.map((role) => ({
      key: role,
      title: common.roles[role],
      render: (action: Action) => {
        const span = spanOf(action, role)
        return span === undefined ? <span className="soft">{texts.none}</span> : texts.spans[span]
      },
    })),
    {
      key: 'states',
      title: texts.states,
      render: (action) =>
        (statesOf[action] ?? []).map((name) => local(permissionStates[name].text)).join('; '),
    },
  ]
  return (
    <>
      <AccessHeading />
      <p>{texts.permissionsWhat}</p>
      <div className="permission-table">
        <DataTable
          caption={texts.permissionsCaption}
          captionHidden
          columns={columns}
          rows={actions}
          rowKey={(action) => action}
        />
      </div>
    </>
  )
}

function spanOf(action: Action, role: Role): Span | undefined {
  const row: Partial<Record<Role, Span>> = permissions[action]
  return row[role]
}
