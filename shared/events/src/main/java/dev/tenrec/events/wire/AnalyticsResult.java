package dev.tenrec.events.wire;

/** What a request of the newer endpoint turned out to be. */
public sealed interface AnalyticsResult permits AnalyticsBatch, AnalyticsRefusal {}
