import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/**
 * Serves the built web client. Files under assets/ carry a digest in their name and never change; the page itself is
 * asked for anew each time, so that a new version is seen at once. Any other address is a page's: the client knows it.
 */
export async function servePages(
  app: FastifyInstance,
  folder: URL,
  unknown: (request: FastifyRequest, reply: FastifyReply) => FastifyReply,
): Promise<void> {
  await app.register(fastifyStatic, {
    root: fileURLToPath(folder),
    wildcard: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      const immutable = /[/\\]assets[/\\]/.test(path)
      void reply.header('cache-control', immutable ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const isPage =
      !/^\/(api|assets)(\/|$)/.test(path) && (request.method === 'GET' || request.method === 'HEAD')
    return isPage ? reply.sendFile('index.html') : unknown(request, reply)
  })
}
