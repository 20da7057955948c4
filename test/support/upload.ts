import type { LightMyRequestResponse } from 'fastify'
import type { TestServer } from './server.ts'

/** Sends one file as a browser's form does. */
export function sendFile(
  server: TestServer,
  url: string,
  cookie: string,
  file: { readonly name: string; readonly content: string },
): Promise<LightMyRequestResponse> {
  const boundary = 'tilsyn-test-boundary'
  const part = `content-disposition: form-data; name="file"; filename="${file.name}"`
  return server.app.inject({
    method: 'POST',
    url,
    headers: {
      origin: 'http://localhost',
      cookie,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    payload: `--${boundary}\r\n${part}\r\ncontent-type: application/yaml\r\n\r\n${file.content}\r\n--${boundary}--\r\n`,
  })
}
