package dev.tenrec.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A purchase in the sample shop, by the official web snippet, in a real browser. */
class TestShop {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void aPurchaseIsSeenInSqlInTheTrendAndInTheConsole() throws Exception {
    RunningCloud cloud = SharedCloud.get();
    ConsoleUser owner = ConsoleUser.signIn(cloud.front());
    long before = purchases(owner);

    JsonNode visit = NodeScript.run("browser/purchase.mjs", cloud.shop(owner.token()));

    assertThat(visit.path("errors")).isEmpty();
    String who = " where distinct_id = '" + visit.path("distinctId").asText() + "'";
    assertThat(
            owner.eventually(
                "select count() from events where event = 'purchase completed'", before + 1))
        .isEqualTo(before + 1);
    JsonNode purchase =
        owner.rows(
            "select properties.revenue, properties.currency, properties.$browser, properties.$lib"
                + " from events"
                + who
                + " and event = 'purchase completed'");
    assertThat(purchase).hasSize(1);
    assertThat(purchase.path(0).path(0).asDouble()).isPositive();
    assertThat(purchase.path(0).path(2).asText()).isEqualTo("Chrome");
    assertThat(purchase.path(0).path(3).asText()).isEqualTo("web");
    assertThat(count(owner, who, "$pageview")).isEqualTo(visit.path("pages").size());
    assertThat(count(owner, who, "$autocapture")).isGreaterThanOrEqualTo(4);
    assertThat(count(owner, who, "product added")).isEqualTo(1);
    JsonNode counted = owner.rows("select count(), count(distinct uuid) from events" + who).path(0);
    assertThat(counted.path(0).asLong()).isEqualTo(counted.path(1).asLong());

    ObjectNode trend = JSON.createObjectNode().put("kind", "TrendsQuery").put("interval", "day");
    trend
        .putArray("series")
        .addObject()
        .put("kind", "EventsNode")
        .put("event", "purchase completed");
    trend.putObject("dateRange").put("date_from", "-1d");
    JsonNode series = JSON.readTree(owner.query(trend).body()).path("results").path(0);
    assertThat(series.path("count").asLong()).isEqualTo(before + 1);

    Path picture = RunningCloud.ROOT.resolve("localstack/end-to-end/target/console-trend.png");
    JsonNode seen =
        NodeScript.run(
            "browser/console-trend.mjs",
            cloud.front(),
            ConsoleUser.EMAIL,
            ConsoleUser.PASSWORD,
            "purchase completed",
            picture);
    assertThat(seen.path("total").asLong()).isEqualTo(before + 1);
    assertThat(seen.path("sql").asLong()).isEqualTo(before + 1);
  }

  private static long purchases(ConsoleUser owner) throws Exception {
    return owner
        .rows("select count() from events where event = 'purchase completed'")
        .path(0)
        .path(0)
        .asLong();
  }

  private static long count(ConsoleUser owner, String who, String event) throws Exception {
    return owner
        .rows("select count() from events" + who + " and event = '" + event + "'")
        .path(0)
        .path(0)
        .asLong();
  }
}
