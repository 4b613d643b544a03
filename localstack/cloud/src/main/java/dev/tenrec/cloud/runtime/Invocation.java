package dev.tenrec.cloud.runtime;

/** One call of a handler, as {@link Wire} carries it. */
record Invocation(String id, String functionArn, long deadlineMillis, byte[] payload) {}
