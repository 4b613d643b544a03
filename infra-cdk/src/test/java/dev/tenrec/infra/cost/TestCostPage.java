package dev.tenrec.infra.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tenrec.infra.Synthesis;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** With {@code -Dtenrec.writeCostPage=true} the page is written instead of compared. */
class TestCostPage {
  private static final Path PAGE = Path.of("../docs/cost.md");

  private final Installed installed = Installed.of(Synthesis.standard());

  @Test
  void thePageSaysWhatTheTemplateCosts() throws IOException {
    String page = new CostPage(Synthesis.standard()).markdown();
    if (Boolean.getBoolean("tenrec.writeCostPage")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE)
        .as("docs/cost.md is computed: write it with -Dtenrec.writeCostPage=true")
        .hasContent(page);
  }

  @Test
  void anIdleInstallationPaysForItsShardAndCentsForTheQueueAndTimerOfWorkflows() {
    Bill idle = Bill.of(new Month("idle", 0, 0, 0), installed);
    assertThat(idle.lines().get("Kinesis")).isEqualTo(730 * 0.015, within(0.001));
    assertThat(idle.total())
        .isEqualTo(
            idle.lines().get("Kinesis") + idle.lines().get("SQS") + idle.lines().get("DynamoDB"),
            within(0.001));
    assertThat(idle.lines().get("SQS") + idle.lines().get("DynamoDB")).isBetween(0.0, 0.16);
  }

  @Test
  void quietStreamsMakeABatchForEachArrivalAndBusyOnesForEachWindow() {
    assertThat(Work.batches(0, 30)).isZero();
    assertThat(Work.batches(10, 30)).isEqualTo(10, within(0.01));
    assertThat(Work.batches(1e9, 30)).isEqualTo(Prices.SECONDS / 30, within(10.0));
  }

  @Test
  void theBillGrowsWithEveryEvent() {
    double before = 0;
    for (double events : new double[] {0, 1e6, 1e7, 1e8, 1e9}) {
      double total = Bill.of(new Month("", events, 1000, 1), installed).total();
      assertThat(total).isGreaterThan(before);
      before = total;
    }
  }

  @Test
  void aBillionEventsNeedMoreThanOneShardAndPayForThem() {
    Month billion = new Month("1B events", 1e9, 0, 0);
    assertThat(billion.shards()).isGreaterThan(1);
    assertThat(Bill.of(billion, installed).lines().get("Kinesis"))
        .isGreaterThan(billion.shards() * 730 * 0.015);
  }
}
