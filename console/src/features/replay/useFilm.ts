import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { recordingLines, type Recording } from '@/api/recordings'
import { useProject } from '@/app/project'
import type { ReplayerClass } from './playback'
import { isPlayable, tracksOf, type Track } from './snapshots'

export interface Film {
  tracks: Track[]
  replayer: ReplayerClass
}

/** All that a recording shows, with the player, which is loaded beside it. */
export function useFilm(recording: Recording | undefined) {
  const { id: project } = useProject()
  const [progress, setProgress] = useState(0)
  const id = recording?.id ?? ''
  const query = useQuery({
    queryKey: ['recordings', project, 'film', id],
    enabled: id !== '',
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    retry: 1,
    // Never compared with what was there before: it may be large, and it is only ever replaced.
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<Film> => {
      const [lines, { Replayer }] = await Promise.all([
        recordingLines(project, id, setProgress, signal),
        import('@rrweb/replay'),
        import('@rrweb/replay/dist/style.css'),
      ])
      return { tracks: tracksOf(lines), replayer: Replayer as unknown as ReplayerClass }
    },
  })
  return { ...query, progress, empty: query.data && !query.data.tracks.some(isPlayable) }
}
