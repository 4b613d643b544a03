package dev.tenrec.infra.settings;

/** A product that can be switched off. What is always on is the way of an event into the lake. */
public enum Product {
  /**
   * Insights and SQL: the query function. Without it Tenrec collects into the lake, and the owner
   * reads the lake with a tool of their own.
   */
  ANALYTICS,
  /** Feature flags: the flags function. Without it SDKs are told that there are none. */
  FLAGS,
  /** Session recordings: the replay function. Without it SDKs are told not to record. */
  REPLAY,
  /** Issues of exceptions: the errors function. Without it exceptions are events like others. */
  ERRORS,
  /** Workflows: what happens by itself when an event comes. Without it runs rest where they are. */
  WORKFLOWS
}
