import { queryOptions } from '@tanstack/react-query'
import { api } from './client'
import { ApiError } from './errors'

/** What the lists of other pages show of a recording. */
export interface SessionRecording {
  id: string
  start_time: string
  end_time: string
  recording_duration: number
  active_seconds: number
  start_url: string | null
  click_count: number
  keypress_count: number
  console_error_count: number
  ongoing: boolean
}

const path = (project: number) => `/api/projects/${project}/session_recordings/`

/** The recording of a session; `null` when it was not recorded. */
export const recordingOfSessionQuery = (project: number, session: string) =>
  queryOptions({
    queryKey: ['recordingOfSession', project, session],
    staleTime: 60_000,
    queryFn: async ({ signal }): Promise<SessionRecording | null> => {
      try {
        const one = `${path(project)}${encodeURIComponent(session)}/`
        return await api.get<SessionRecording>(one, signal)
      } catch (error) {
        if (error instanceof ApiError && error.status === 404) return null
        throw error
      }
    },
  })

/** Whose recordings: a person with a profile by id, one without by the id of the device. */
export type Recorded = { person_uuid: string } | { distinct_id: string }

export const recordingsOfPersonQuery = (project: number, person: Recorded) =>
  queryOptions({
    queryKey: ['recordingsOfPerson', project, person],
    queryFn: ({ signal }) => {
      const asked = new URLSearchParams({ ...person, date_from: 'all', limit: '100' })
      return api.get<{ results: SessionRecording[]; has_next: boolean }>(
        `${path(project)}?${asked}`,
        signal,
      )
    },
  })
