package dev.tenrec.infra.cost;

/**
 * The traffic of a month, and what follows from it.
 *
 * @param title what the column is called
 * @param events events accepted
 * @param queries insights and SQL that people look at
 * @param querySeconds how long a query runs
 */
record Month(String title, double events, double queries, double querySeconds) {
  static final double EVENTS_PER_REQUEST = 3;
  static final double EVENTS_PER_PAGE = 6;
  static final double EVENTS_PER_CHANGED_PERSON = 20;
  static final double EVENTS_PER_PERSON = 100;
  static final double PAGES_PER_SCRIPT = 3;
  static final double PEAK = 4;
  static final double CAPTURED_KB = 1.2;
  static final double PROCESSED_KB = 1.8;

  /** Calls that carry events. */
  double requests() {
    return events / EVENTS_PER_REQUEST;
  }

  /** Pages that load the SDK: each asks for its configuration and its flags. */
  double pages() {
    return events / EVENTS_PER_PAGE;
  }

  /** Loads of the SDK's script that no browser had cached. */
  double scripts() {
    return pages() / PAGES_PER_SCRIPT;
  }

  /** Persons created or changed. */
  double changedPersons() {
    return events / EVENTS_PER_CHANGED_PERSON;
  }

  /** Records of both halves of the pipeline. */
  double records() {
    return requests() * 2.1;
  }

  /** Calls of the console. */
  double consoleCalls() {
    return queries * 2;
  }

  /** The shards that the peak needs: a shard takes 1 MB and 1,000 records a second. */
  int shards() {
    double megabytes = events * (CAPTURED_KB + PROCESSED_KB) / 1024 / Prices.SECONDS * PEAK;
    double records = records() / Prices.SECONDS * PEAK;
    return (int) Math.ceil(Math.max(megabytes, records / 1000));
  }
}
