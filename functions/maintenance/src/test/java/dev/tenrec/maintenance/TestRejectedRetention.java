package dev.tenrec.maintenance;

import static dev.tenrec.maintenance.MaintenanceFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.Micros;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TestRejectedRetention {
  private final MaintenanceFixture fixture = new MaintenanceFixture();

  private static Object[] rejection(String id, Instant at) {
    return new Object[] {1L, id, Micros.of(at), "lake", "why", "detail", null, null, null, "{}"};
  }

  @Test
  void removesRejectedDataThatIsTooOld() {
    Instant old = NOON.minus(Duration.ofDays(91));
    fixture.append(LakeTable.REJECTED, rejection("a", old), rejection("b", old));
    fixture.append(LakeTable.REJECTED, rejection("c", old), rejection("d", NOON));
    fixture.run();

    assertThat(fixture.column(LakeTable.REJECTED, "uuid")).containsExactlyInAnyOrder("c", "d");
    assertThat(fixture.lastReport().counted("expired_rejections")).isEqualTo(2);
  }

  @Test
  void keepsTheRest() {
    fixture.append(LakeTable.REJECTED, rejection("a", NOON.minus(Duration.ofDays(89))));
    fixture.run();

    assertThat(fixture.column(LakeTable.REJECTED, "uuid")).containsExactly("a");
    assertThat(fixture.table(LakeTable.REJECTED).history()).hasSize(1);
  }
}
