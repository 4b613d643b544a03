/** What the server refused and why, as its error envelope says it. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly attr: string | null,
    readonly body: Record<string, unknown>,
  ) {
    super(detail)
    this.name = 'ApiError'
  }
}

/** The server could not be reached at all. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('The server does not answer. Check that it runs and that you are online, then try again.')
    this.name = 'NetworkError'
    this.cause = cause
  }
}

export async function errorOf(response: Response): Promise<ApiError> {
  const body = await response
    .json()
    .then((json: unknown) => (isRecord(json) ? json : {}))
    .catch(() => ({}) as Record<string, unknown>)
  return new ApiError(
    response.status,
    text(body['code']) ?? 'error',
    text(body['detail']) ?? text(body['message']) ?? `The server answered ${response.status}.`,
    text(body['attr']),
    body,
  )
}

/** A sentence for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
