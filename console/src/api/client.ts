import { errorOf, NetworkError } from './errors'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

async function send<T>(
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const text = await sendFor('application/json', method, path, body, signal)
  return (text === '' ? undefined : JSON.parse(text)) as T
}

async function sendFor(
  accepted: string,
  method: Method,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<string> {
  const headers: Record<string, string> = { Accept: accepted }
  if (body !== undefined) headers['Content-Type'] = 'application/json'
  // Another site's page cannot set this header, so a request that has it came from the console.
  if (method !== 'GET') headers['X-Tenrec-Request'] = '1'
  const init: RequestInit = { method, headers, credentials: 'same-origin' }
  if (body !== undefined) init.body = JSON.stringify(body)
  if (signal) init.signal = signal
  const response = await fetch(path, init).catch((cause: unknown) => {
    if (signal?.aborted) throw cause
    throw new NetworkError(cause)
  })
  if (!response.ok) throw await errorOf(response)
  return response.text()
}

/** Calls to the API of the same origin. A refusal is thrown as an `ApiError`. */
export const api = {
  get: <T>(path: string, signal?: AbortSignal) => send<T>('GET', path, undefined, signal),
  /** What is not JSON: lines. */
  text: (path: string, signal?: AbortSignal) =>
    sendFor('application/json', 'GET', path, undefined, signal),
  post: <T>(path: string, body: unknown = {}, signal?: AbortSignal) =>
    send<T>('POST', path, body, signal),
  /** The answer to a POST as text of that media type. */
  postFor: (accepted: string, path: string, body: unknown, signal?: AbortSignal) =>
    sendFor(accepted, 'POST', path, body, signal),
  patch: <T>(path: string, body: unknown) => send<T>('PATCH', path, body),
  delete: (path: string) => send<undefined>('DELETE', path),
}

/** A list as the API pages it. */
export interface Page<T> {
  count: number
  next: string | null
  previous: string | null
  results: T[]
}
