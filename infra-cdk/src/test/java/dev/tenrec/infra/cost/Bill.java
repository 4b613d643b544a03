package dev.tenrec.infra.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a month costs, by resource, in the order of the page.
 *
 * @param lines dollars by resource
 */
record Bill(Map<String, Double> lines) {
  static final double CUSTOM_METRICS = 20;

  static Bill of(Month month, Installed installed) {
    Work work = Work.of(month, installed);
    Map<String, Double> lines = new LinkedHashMap<>();
    lines.put("Kinesis", kinesis(month, installed));
    lines.put("Lambda", new Compute(month, work, installed).dollars());
    lines.put("CloudFront", edge(month));
    lines.put("DynamoDB", tables(month, work));
    lines.put("S3", objects(month, work));
    lines.put("SQS", queue(work));
    lines.put("Glue", catalog(month, work));
    lines.put("CloudWatch", watch(month, work, installed));
    return new Bill(lines);
  }

  double total() {
    return lines.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** What the lake's data of this month costs in each month after it. */
  static double storedEvents(Month month) {
    return gigabytes(month) * Prices.OBJECT_GB;
  }

  private static double kinesis(Month month, Installed installed) {
    return Math.max(installed.shards(), month.shards()) * Prices.HOURS * Prices.SHARD_HOUR
        + month.records() * Prices.PUT_UNITS;
  }

  /** What CloudFront takes for passing events on. */
  static double captureAtTheEdge(Month month) {
    return edge(month) - edge(month, 0);
  }

  private static double edge(Month month) {
    return edge(month, month.requests());
  }

  private static double edge(Month month, double captures) {
    double requests =
        captures + 2 * month.pages() + month.scripts() + month.queries() + month.consoleCalls();
    double gigabytes = (month.scripts() * 60 + requests) / 1024 / 1024;
    return Prices.beyond(Prices.EDGE_FREE_REQUESTS, requests, Prices.EDGE_REQUEST)
        + Prices.beyond(Prices.EDGE_FREE_GB, gigabytes, Prices.EDGE_GB);
  }

  // A write of a transaction counts twice; a person is two items. Each function that knows projects
  // asks once a second, while it is busy, whether they have changed. The
  // timer of workflows reads the four parts of the due index each minute.
  private static double tables(Month month, Work work) {
    double writes = month.changedPersons() * 4 + work.writes() * 6 + work.commits() * 4;
    double projectReads =
        Math.min(month.requests(), Prices.SECONDS)
            + 2 * Math.min(month.pages(), Prices.SECONDS)
            + Math.min(work.ingests(), Prices.SECONDS);
    double reads =
        month.pages() * 4
            + projectReads
            + work.writes() * 2
            + work.commits() * 4
            + (month.queries() + month.consoleCalls()) * 3
            + work.triggers()
            + Prices.HOURS * 60 * 4;
    double gigabytes = month.events() / Month.EVENTS_PER_PERSON * 3 / 1024 / 1024;
    return writes * Prices.TABLE_WRITE
        + reads * Prices.TABLE_READ
        + gigabytes * (Prices.TABLE_GB + Prices.TABLE_RECOVERY_GB);
  }

  private static double objects(Month month, Work work) {
    double puts = work.writes() * 2.5 + work.commits() * 2 * 4;
    double gets = work.commits() * 2 * 8 + month.queries() * 60;
    return puts * Prices.OBJECT_PUT + gets * Prices.OBJECT_GET + storedEvents(month) * 1.5;
  }

  private static double gigabytes(Month month) {
    return month.events() * 0.12 / 1024 / 1024;
  }

  // Five pollers of each queue ask three times a minute, whether there is something or not.
  private static double queue(Work work) {
    double requests = 2 * 5 * Prices.SECONDS / 20 + 3 * work.writes();
    return Prices.beyond(Prices.QUEUE_FREE_REQUESTS, requests, Prices.QUEUE_REQUEST);
  }

  private static double catalog(Month month, Work work) {
    return Prices.beyond(
        Prices.CATALOG_FREE_REQUESTS,
        work.commits() * 2 * 2 + work.writes() * 2 + month.queries() * 2,
        Prices.CATALOG_REQUEST);
  }

  private static double watch(Month month, Work work, Installed installed) {
    double gigabytes = (work.ingests() + work.writes() + work.commits()) * 0.6 / 1024 / 1024;
    double metrics = month.events() == 0 ? 0 : CUSTOM_METRICS;
    return gigabytes * Prices.LOG_GB
        + Prices.beyond(Prices.FREE_METRICS, metrics, Prices.METRIC)
        + Prices.beyond(Prices.FREE_ALARMS, installed.alarms(), Prices.ALARM)
        + Prices.beyond(Prices.FREE_DASHBOARDS, installed.dashboards(), Prices.DASHBOARD);
  }
}
