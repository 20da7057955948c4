import { z } from 'zod'
import { defineRoute } from '../frame/route.ts'

export const getHealth = defineRoute({
  method: 'GET',
  path: '/api/health',
  permission: 'public',
  summary:
    'Whether the server reaches its database; 503 when not. read-only: its disk is full, and someone must act',
  response: z.object({ status: z.enum(['ok', 'read-only']) }),
  errors: ['database-unavailable'],
})

export const getBackupHealth = defineRoute({
  method: 'GET',
  path: '/api/health/backup',
  permission: 'access.read',
  summary:
    'When the newest backup was made and the newest verified one, and whether somebody must look; null where the server makes no backups itself',
  response: z.object({
    backup: z
      .object({
        /** Null: there is none, or its folder cannot be read. */
        newest: z.iso.datetime().nullable(),
        /** None, or older than two days. */
        alarming: z.boolean(),
        /** When the newest backup that was verified was made; null: none was. */
        verified: z.iso.datetime().nullable(),
        /** More than 35 days ago; where none was verified, the oldest backup is that old. */
        verifyDue: z.boolean(),
      })
      .nullable(),
  }),
  errors: [],
})

export const getOpenapi = defineRoute({
  method: 'GET',
  path: '/api/openapi.json',
  permission: 'public',
  summary: 'This document (OpenAPI 3.1)',
  response: z.record(z.string(), z.unknown()),
  errors: [],
})
