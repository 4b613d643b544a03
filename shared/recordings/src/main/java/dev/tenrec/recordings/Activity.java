package dev.tenrec.recordings;

/**
 * How long somebody was active. A stretch of activity begins with an active event and takes in
 * every event up to five seconds after its last active one; it lasts from its first event to its
 * last, and at least a millisecond.
 *
 * <p>What is kept is the state after some events, so that later ones can be added without the
 * earlier ones.
 *
 * @param finished milliseconds of the stretches that are over
 * @param begin when the current stretch began; it means something while {@code active}
 * @param lastActive when its last active event was
 * @param last when the last event of all was
 * @param active whether the last event belongs to a stretch of activity
 */
public record Activity(long finished, long begin, long lastActive, long last, boolean active) {
  private static final long LONGEST_PAUSE = 5_000;

  /** Before the first event. */
  public static final Activity NONE = new Activity(0, 0, 0, Long.MIN_VALUE, false);

  /** After these events too, none of which may be earlier than the last one. */
  public Activity then(Timeline later) {
    Activity activity = this;
    for (int index = 0; index < later.size(); index++) {
      activity = activity.then(later.time(index), later.isActive(index));
    }
    return activity;
  }

  private Activity then(long time, boolean activeEvent) {
    if (time < last) {
      throw new IllegalArgumentException(
          "An event at %d comes after one at %d: compute the activity of all of them again"
              .formatted(time, last));
    }
    if (active && time - lastActive <= LONGEST_PAUSE) {
      return new Activity(finished, begin, activeEvent ? time : lastActive, time, true);
    }
    return activeEvent
        ? new Activity(milliseconds(), time, time, time, true)
        : new Activity(milliseconds(), 0, 0, time, false);
  }

  /** Active milliseconds in all. */
  public long milliseconds() {
    return active ? finished + Math.max(1, last - begin) : finished;
  }
}
