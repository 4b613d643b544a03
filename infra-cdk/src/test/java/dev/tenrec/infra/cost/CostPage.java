package dev.tenrec.infra.cost;

import dev.tenrec.infra.Synthesis;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The page {@code docs/cost.md}. */
final class CostPage {
  private static final List<Month> MONTHS =
      List.of(
          new Month("idle", 0, 0, 0),
          new Month("1M events", 1e6, 2_000, 0.5),
          new Month("10M events", 1e7, 5_000, 1),
          new Month("100M events", 1e8, 10_000, 3));

  private final Installed installed;
  private final List<Bill> bills;

  CostPage(Synthesis synthesis) {
    installed = Installed.of(synthesis);
    bills = MONTHS.stream().map(month -> Bill.of(month, installed)).toList();
  }

  /** The page in Markdown. */
  String markdown() {
    return """
    # What Tenrec costs

    US dollars a month on AWS with the default settings, at list prices of us-east-1. Computed by a
    test of `infra-cdk` from the synthesized template (sizes, windows, shards, alarms); the test fails
    when this page and the template differ. Not measured on a bill.

    %s
    %s
    %s
    %s
    %s

    One shard is all that runs when nobody calls, and the queue and timer of workflows, for cents. Below 10 million events the shard and its
    surroundings are the bill; above, requests are: of the 100M column, $%s is CloudFront, and $%s of
    that is for calls that the free direct capture URL (an output of the stack) would also take. The
    lake costs little to keep: each further month adds $%s for 100 million events. Session recordings, data that leaves
    AWS, taxes, and what your own consumers and Athena do come on top.

    ## What is assumed

    | what | how much |
    |---|---|
    %s

    ## What is free

    Counted as free, because it is so for every account without end: Lambda 1M calls and 400,000
    GB-seconds, CloudFront 10M requests and 1 TB, SQS 1M requests, 1M catalog requests, 10 custom
    metrics, 10 alarms and 3 dashboards (the template has %d and %d), 14M schedule runs. Left out for
    being cents: key requests of the encrypted stream, claim-checked bodies, large query results.

    ## To pay less

    - **Longer windows** (`freshness`): fewer, larger files, commits and calls. Events become visible
      later.
    - **More events in a request**: SDKs have a setting for it; the second and third event of a
      request cost almost nothing.
    - **Servers send to the capture URL** instead of the distribution: $1 less per million requests.
    - **Flags evaluated locally** by server SDKs: no call for each evaluation.
    - A cap on the worst case: `captureConcurrency` (what is refused is not billed).
    """
        .formatted(
            row("", Month::title),
            "|---|" + "---:|".repeat(MONTHS.size()),
            lines(),
            "| **total** | "
                + bills.stream()
                    .map(bill -> "**" + dollars(bill.total()) + "**")
                    .collect(Collectors.joining(" | "))
                + " |",
            perMillion(),
            dollars(bills.getLast().lines().get("CloudFront")),
            dollars(Bill.captureAtTheEdge(MONTHS.getLast())),
            dollars(Bill.storedEvents(MONTHS.getLast())),
            assumptions(),
            installed.alarms(),
            installed.dashboards());
  }

  private String lines() {
    return bills.getFirst().lines().keySet().stream()
        .map(
            resource ->
                "| "
                    + resource
                    + " | "
                    + bills.stream()
                        .map(bill -> dollars(bill.lines().get(resource)))
                        .collect(Collectors.joining(" | "))
                    + " |")
        .collect(Collectors.joining("\n"));
  }

  private String perMillion() {
    return row(
        "per million events",
        month ->
            month.events() == 0
                ? ""
                : dollars(Bill.of(month, installed).total() / month.events() * Prices.MILLION));
  }

  private String assumptions() {
    return List.of(
            assumption(
                "events in a request",
                "%.0f, of %.1f KB as captured and %.1f KB as processed",
                Month.EVENTS_PER_REQUEST,
                Month.CAPTURED_KB,
                Month.PROCESSED_KB),
            assumption(
                "events of a page",
                "%.0f; each page asks once for configuration and once for flags; every %.0frd page"
                    + " loads the script (60 KB)",
                Month.EVENTS_PER_PAGE,
                Month.PAGES_PER_SCRIPT),
            assumption(
                "persons",
                "one is created or changed every %.0f events; one for every %.0f events is kept, 3"
                    + " KB",
                Month.EVENTS_PER_CHANGED_PERSON,
                Month.EVENTS_PER_PERSON),
            assumption("peak", "%.0f times the mean, within %d shard", Month.PEAK, shards()),
            assumption(
                "queries",
                "%s; the console makes two more calls for each",
                MONTHS.stream().skip(1).map(CostPage::queries).collect(Collectors.joining(", "))),
            assumption(
                "windows",
                "ingest %d s, lake %d s, commit %d s",
                installed.windows().get("IngestCapturedMapping"),
                installed.windows().get("LakeProcessedMapping"),
                installed.windows().get("CommitMapping")),
            assumption(
                "a call takes (estimates)",
                "capture %.0f ms, flags %.0f ms, workflows %.0f ms, configuration %.0f ms, console"
                    + " %.0f ms, ingest %.0f ms + %.1f ms an event, lake %.0f ms + %.2f ms an"
                    + " event, commit %.0f s, maintenance %.0f s each hour",
                Compute.CAPTURE * 1000,
                Compute.FLAGS * 1000,
                Compute.TRIGGER * 1000,
                Compute.ASSETS * 1000,
                Compute.API * 1000,
                Compute.INGEST * 1000,
                Compute.INGEST_EVENT * 1000,
                Compute.WRITE * 1000,
                Compute.WRITE_EVENT * 1000,
                Compute.COMMIT,
                Compute.MAINTENANCE),
            assumption(
                "compaction",
                "each event is rewritten %.0f times, %,.0f a second",
                Compute.COMPACTIONS,
                Compute.COMPACTED_ROWS_PER_SECOND),
            assumption("runs in the 100M column", "%s", runs(Work.of(MONTHS.getLast(), installed))),
            assumption(
                "the lake", "Parquet takes 12 %% of the JSON; half as much again waits to expire"),
            assumption(
                "metrics",
                "%.0f of our own, each batch one log line of 0.6 KB",
                Bill.CUSTOM_METRICS))
        .stream()
        .collect(Collectors.joining("\n"));
  }

  private int shards() {
    return Math.max(installed.shards(), MONTHS.getLast().shards());
  }

  private static String runs(Work work) {
    return String.format(
        Locale.ROOT,
        "%,.0f of ingest, %,.0f of lake, %,.0f of commit",
        work.ingests(),
        work.writes(),
        work.commits());
  }

  private static String queries(Month month) {
    return String.format(Locale.ROOT, "%,.0f of %.1f s", month.queries(), month.querySeconds());
  }

  private static String assumption(String what, String format, Object... values) {
    return "| " + what + " | " + String.format(Locale.ROOT, format, values) + " |";
  }

  private static String row(String head, Function<Month, String> cell) {
    return "| "
        + head
        + " | "
        + MONTHS.stream().map(cell).collect(Collectors.joining(" | "))
        + " |";
  }

  private static String dollars(double amount) {
    return String.format(Locale.ROOT, "%.2f", amount);
  }
}
