package dev.tenrec.demo;

import dev.tenrec.demo.sending.Connection;
import dev.tenrec.demo.sending.Tally;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Says what was sent. */
final class Summary {
  private Summary() {}

  static String of(Tally tally, int recordings, Connection connection, Duration took) {
    StringBuilder text = new StringBuilder();
    double seconds = Math.max(0.001, took.toMillis() / 1_000.0);
    text.append(
        String.format(
            Locale.ROOT,
            "%n%,d events of %,d visitors in %,d visits, sent in %.1f s (%,.0f events/s):%n",
            tally.total(),
            tally.visitors(),
            tally.visits(),
            seconds,
            tally.total() / seconds));
    tally.events().entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .forEach(
            count ->
                text.append(
                    String.format(Locale.ROOT, "  %,9d  %s%n", count.getValue(), count.getKey())));
    text.append(
        String.format(
            Locale.ROOT,
            "%d visits are recorded. Revenue %,.2f EUR. %,d requests, %,d of them again; %,.1f"
                + " MB.%n",
            recordings,
            tally.revenue(),
            connection.requests(),
            connection.retries(),
            connection.bytes() / 1e6));
    return text.toString();
  }
}
