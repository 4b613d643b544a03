package dev.tenrec.events.wire;

/** What a request with a piece of a recording turned out to be. */
public sealed interface SnapshotResult permits SnapshotBatch, CaptureRefusal {}
