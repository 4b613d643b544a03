package dev.tenrec.infra.cost;

/**
 * What the functions cost together. Durations are estimates, in seconds; each is a call's fixed
 * part and, where work grows with events, a part for each event.
 */
record Compute(Month month, Work work, Installed installed) {
  static final double CAPTURE = 0.012;
  static final double INGEST = 0.040;
  static final double INGEST_EVENT = 0.0003;
  static final double WRITE = 0.400;
  static final double WRITE_EVENT = 0.00005;
  static final double COMMIT = 2;
  static final double MAINTENANCE = 5;
  static final double COMPACTED_ROWS_PER_SECOND = 300_000;
  static final double COMPACTIONS = 12;
  static final double API = 0.030;
  static final double ASSETS = 0.015;
  static final double FLAGS = 0.010;
  static final double TRIGGER = 0.010;
  static final double TIMER = 0.020;

  double dollars() {
    return Prices.beyond(Prices.LAMBDA_FREE_REQUESTS, calls(), Prices.LAMBDA_REQUEST)
        + Prices.beyond(Prices.LAMBDA_FREE_GB_SECONDS, gbSeconds(), Prices.LAMBDA_GB_SECOND);
  }

  double calls() {
    return month.requests()
        + 2 * month.pages()
        + work.ingests()
        + work.writes()
        + work.commits()
        + Prices.HOURS
        + Prices.HOURS * 60
        + work.triggers()
        + month.queries()
        + month.consoleCalls();
  }

  double gbSeconds() {
    double events = month.events();
    return month.requests() * CAPTURE * gigabytes("Capture")
        + month.pages() * ASSETS * gigabytes("Assets")
        + month.pages() * FLAGS * gigabytes("Flags")
        + (work.ingests() * INGEST + events * INGEST_EVENT) * gigabytes("Ingest")
        + (work.writes() * WRITE + events * WRITE_EVENT) * gigabytes("Lake")
        + work.commits() * COMMIT * gigabytes("Commit")
        + (Prices.HOURS * MAINTENANCE + events * COMPACTIONS / COMPACTED_ROWS_PER_SECOND)
            * gigabytes("Maintenance")
        + (work.triggers() * TRIGGER + Prices.HOURS * 60 * TIMER) * gigabytes("Workflows")
        + month.consoleCalls() * API * gigabytes("Api")
        + month.queries() * month.querySeconds() * gigabytes("Query");
  }

  private double gigabytes(String capability) {
    return installed.memory().get(capability);
  }
}
