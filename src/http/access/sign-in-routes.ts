import {
  endOwnSession,
  readOwnSessions,
  signEverybodyOut,
  signOutEverywhere,
} from '../../app/access/own-sessions.ts'
import { leaveForProvider, returnFromProvider } from '../../app/access/provider-sign-in.ts'
import { resetSignIn } from '../../app/access/reset-sign-in.ts'
import * as factor from '../../app/access/second-factor.ts'
import { readSignInRules, setSignInRules } from '../../app/access/sign-in-rules.ts'
import { isFresh, stepUp } from '../../app/access/step-up.ts'
import { done } from '../../app/frame/result.ts'
import * as own from '../../contract/access/own-sessions.ts'
import * as provider from '../../contract/access/provider-sign-in.ts'
import * as codes from '../../contract/access/second-factor.ts'
import * as rules from '../../contract/access/sign-in-rules.ts'
import * as again from '../../contract/access/step-up.ts'
import { handle, type HandledRoute } from '../frame/handled-route.ts'
import type { SessionParts } from './session-routes.ts'

/** One-time codes, the municipality's own sign-in, fresh proofs, and where one is signed in. */
export function signInRoutes(parts: SessionParts): readonly HandledRoute[] {
  const { cookie, ticket, callers } = parts
  return [
    handle(provider.leaveForProvider, async ({ body }, open, { request, reply }) => {
      const token = cookie.read(request)
      const context = body.again === true ? await callers.signedIn(request) : undefined
      if (context?.ok === false) return context
      const caller =
        context === undefined || token === undefined ? undefined : { context: context.value, token }
      const left = await leaveForProvider(
        open,
        { municipality: body.municipality, goesTo: body.goesTo, caller },
        parts,
      )
      if (!left.ok) return left
      ticket.write(reply, left.value.ticket)
      return done({ address: left.value.address })
    }),
    handle(provider.returnFromProvider, async ({ body }, open, { request, reply }) => {
      const context = await callers.signedIn(request)
      const arrival = {
        ticket: ticket.read(request),
        query: body.query,
        before: cookie.read(request),
        caller: context.ok ? context.value : undefined,
      }
      ticket.clear(reply)
      const started = await returnFromProvider(open, arrival, parts)
      if (!started.ok) return started
      const { token, endsAt, goesTo } = started.value
      cookie.write(reply, token, endsAt)
      return done({ goesTo })
    }),
    handle(again.stepUp, async ({ body }, context, { request, reply }) => {
      const { password, code } = body
      const proof = { password, code, address: request.ip, before: cookie.read(request) }
      const started = await stepUp(context, proof, parts)
      if (!started.ok) return started
      cookie.write(reply, started.value.token, started.value.endsAt)
      return done()
    }),
    handle(again.getProof, async (_input, context) => done({ fresh: isFresh(context) })),
    handle(codes.getSecondFactor, (_input, context) => factor.readSecondFactor(context)),
    handle(codes.beginSecondFactor, (_input, context) => factor.beginSecondFactor(context, parts)),
    handle(codes.confirmSecondFactor, async ({ body }, context, { request, reply }) => {
      const given = { code: body.code, before: cookie.read(request) }
      const taken = await factor.confirmSecondFactor(context, given, parts)
      if (!taken.ok) return taken
      const { started, recoveryCodes } = taken.value
      cookie.write(reply, started.token, started.endsAt)
      return done({ recoveryCodes })
    }),
    handle(codes.removeSecondFactor, (_input, context) => factor.removeSecondFactor(context)),
    handle(own.listOwnSessions, (_input, context) => readOwnSessions(context, parts.limits)),
    handle(own.signOutEverywhere, async (_input, context, { reply }) => {
      const ended = await signOutEverywhere(context)
      cookie.clear(reply)
      return ended
    }),
    handle(own.endOwnSession, ({ params }, context) => endOwnSession(context, params)),
    handle(own.signEverybodyOut, (_input, context) => signEverybodyOut(context)),
    handle(rules.getSignInRules, (_input, context) => readSignInRules(context)),
    handle(rules.setSignInRules, ({ body }, context) => setSignInRules(context, body)),
    handle(rules.resetSignIn, ({ params, body }, context) => resetSignIn(context, { ...params, ...body })),
  ]
}
