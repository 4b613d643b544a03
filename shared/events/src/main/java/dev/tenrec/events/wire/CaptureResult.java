package dev.tenrec.events.wire;

/** What a request turned out to be: events, or a reason to refuse it. */
public sealed interface CaptureResult permits CaptureBatch, CaptureRefusal {}
