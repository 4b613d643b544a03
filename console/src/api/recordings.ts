import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { ApiError } from './errors'

interface RecordedPerson {
  uuid: string
  distinct_ids: string[]
  properties: Record<string, unknown>
}

export interface Recording {
  id: string
  distinct_id: string
  viewed: boolean
  person: RecordedPerson
  recording_duration: number
  active_seconds: number
  inactive_seconds: number
  start_time: string
  end_time: string
  click_count: number
  keypress_count: number
  mouse_activity_count: number
  console_log_count: number
  console_warn_count: number
  console_error_count: number
  start_url: string | null
  urls: string[]
  snapshot_source: string
  snapshot_library: string
  size: number
  ongoing: boolean
  activity_score: number
}

interface RecordingPage {
  results: Recording[]
  has_next: boolean
}

interface Source {
  source: string
  blob_key: string
}

const path = (project: number) => `/api/projects/${project}/session_recordings`

const one = (project: number, id: string) => `${path(project)}/${encodeURIComponent(id)}`

export const recordingsQuery = (project: number, parameters: URLSearchParams) =>
  queryOptions({
    queryKey: ['recordings', project, parameters.toString()],
    queryFn: ({ signal }) => api.get<RecordingPage>(`${path(project)}/?${parameters}`, signal),
  })

export const recordingQuery = (project: number, id: string) =>
  queryOptions({
    queryKey: ['recordings', project, 'one', id],
    queryFn: ({ signal }) => api.get<Recording>(`${one(project, id)}/`, signal),
  })

export const markWatched = (project: number, id: string) =>
  api.patch<Recording>(`${one(project, id)}/`, { viewed: true })

export const deleteRecordings = (project: number, ids: string[]) =>
  api.post<unknown>(`${path(project)}/bulk_delete/`, { session_recording_ids: ids })

const KEYS_AT_ONCE = 20

/** All lines of a recording, in the order in which they were stored. */
export async function recordingLines(
  project: number,
  id: string,
  onProgress: (share: number) => void,
  signal?: AbortSignal,
): Promise<string[]> {
  const snapshots = `${one(project, id)}/snapshots/`
  const { sources } = await api.get<{ sources: Source[] }>(`${snapshots}?blob_v2=true`, signal)
  const lines: string[] = []
  const read = async (first: number, last: number): Promise<void> => {
    const range = `source=blob_v2&start_blob_key=${first}&end_blob_key=${last}`
    try {
      const text = await api.text(`${snapshots}?${range}`, signal)
      lines.push(...text.split('\n').filter(Boolean))
      onProgress((last + 1) / sources.length)
    } catch (error) {
      const tooLarge = error instanceof ApiError && error.code === 'too_large' && last > first
      if (!tooLarge) throw error
      const middle = Math.floor((first + last) / 2)
      await read(first, middle)
      await read(middle + 1, last)
    }
  }
  for (let first = 0; first < sources.length; first += KEYS_AT_ONCE) {
    await read(first, Math.min(first + KEYS_AT_ONCE, sources.length) - 1)
  }
  return lines
}
