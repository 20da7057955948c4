import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { defineRoute, nothing } from './route.ts'

const described = {
  method: 'GET',
  summary: 'A thing',
  response: nothing,
  errors: [],
} as const

describe('a route', () => {
  test('without a permission of the table does not compile, and does not start either', () => {
    // @ts-expect-error -- it says nothing of who may call it
    expect(() => defineRoute({ ...described, path: '/api/things' })).toThrow('declares no permission')
    // @ts-expect-error -- the table knows no such right
    expect(() => defineRoute({ ...described, path: '/api/things', permission: 'thing.read' })).toThrow(
      'declares no permission',
    )
  })

  test('that names in its address what the table of objects does not know does not compile', () => {
    const params = z.object({ thing: z.uuid() })
    const open = { ...described, permission: 'public', params } as const
    // @ts-expect-error -- nobody said who may know that a thing exists
    expect(defineRoute({ ...open, path: '/api/things/:thing' }).permission).toBe('public')
    expect(
      defineRoute({ ...open, path: '/api/things/:unit', params: z.object({ unit: z.uuid() }) }).path,
    ).toBe('/api/things/:unit')
  })
})
