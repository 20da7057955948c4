import { z } from 'zod'
import { plainLine } from '../frame/plain-text.ts'
import { defineRoute } from '../frame/route.ts'

export const unitKinds = ['family', 'duty'] as const
export const unitName = plainLine.min(1).max(100)

const unit = z.object({ id: z.uuid(), name: z.string(), kind: z.enum(unitKinds) })
export type Unit = z.output<typeof unit>

export const listUnits = defineRoute({
  method: 'GET',
  path: '/api/units',
  permission: 'unit.read',
  summary: 'The units whose case stages are audited, by name',
  response: z.object({ units: z.array(unit) }),
  errors: [],
})

export const addUnit = defineRoute({
  method: 'POST',
  path: '/api/units',
  permission: 'unit.manage',
  summary: 'Add a unit; case files name it by its name',
  body: z.object({ name: unitName, kind: z.enum(unitKinds) }),
  response: unit,
  errors: ['unit-exists'],
})

export const renameUnit = defineRoute({
  method: 'PATCH',
  path: '/api/units/:unit',
  permission: 'unit.manage',
  summary: 'Give a unit another name; what it has done stays with it',
  params: z.object({ unit: z.uuid() }),
  body: z.object({ name: unitName }),
  response: unit,
  errors: ['unit-exists'],
})
