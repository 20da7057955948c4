import type { OpenContext } from '../frame/context.ts'
import { tokenHash } from './session-token.ts'

/** Ends the session at once, on the server too; a copied cookie is worth nothing afterwards. */
export async function signOut(open: OpenContext, token: string | undefined): Promise<void> {
  if (token !== undefined) await open.database.beforeSignIn.closeSession(tokenHash(token))
}
