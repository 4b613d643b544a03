package dev.tenrec.events;

/**
 * One record of a stream. Its JSON always begins with {@code stage}, {@code kind} and {@code
 * project}, so that event source mappings can filter without knowing the rest.
 *
 * <p>Records with the same {@link #partitionKey()} keep their order.
 */
public sealed interface Envelope
    permits CapturedEvents,
        CapturedSnapshots,
        ProcessedEvents,
        ProcessedPersons,
        ProcessedGroups,
        GroupedExceptions,
        InternalEvents,
        FingerprintMoves,
        ProcessedRecordings,
        RejectedData {

  /** Which half of the pipeline the record belongs to. */
  Stage stage();

  /** What the record carries. */
  Kind kind();

  /** The project the record belongs to; 0 when the project is unknown (rejected data only). */
  long project();

  /** What orders the record: the same key is read in the order it was written. */
  String partitionKey();

  /** The two halves of the pipeline. */
  enum Stage {
    /** What the world sent. */
    CAPTURED,
    /** What the project accepted, or refused with a reason. */
    PROCESSED
  }

  /** What a record carries; the lower-case name is the JSON value. */
  enum Kind {
    /** Events, exceptions excepted once processed. */
    EVENTS,
    /** Pieces of session recordings. */
    SNAPSHOTS,
    /** Processed {@code $exception} events, before grouping. */
    EXCEPTIONS,
    /** Processed {@code $exception} events with their issues. */
    GROUPED,
    /** What Tenrec itself noticed. */
    INTERNAL,
    /** Person versions and merges. */
    PERSONS,
    /** Group properties. */
    GROUPS,
    /** Merges and splits of issues. */
    ISSUES,
    /** Recordings, summed up. */
    RECORDINGS,
    /** What could not be processed, with its reason. */
    REJECTED
  }
}
