/**
 * Session recordings: lists, what one shows, and deletion.
 *
 * <p>Start at {@link dev.tenrec.api.recordings.RecordingRoutes}.
 */
package dev.tenrec.api.recordings;
