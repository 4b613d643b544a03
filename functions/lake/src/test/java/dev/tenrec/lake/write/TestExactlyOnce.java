package dev.tenrec.lake.write;

import static dev.tenrec.lake.write.Deliveries.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.tenrec.lake.LakeTable;
import dev.tenrec.lake.testing.Faults;
import dev.tenrec.streams.StreamRecord;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Whatever step a run ends at, the records are registered once when they have come again. */
class TestExactlyOnce {
  private static final List<StreamRecord> RECORDS = Deliveries.mixed(0, 9);

  @Test
  void neitherLosesNorDoublesWhenTheProcessDiesAtAnyStep() {
    LakeFixture fixture = withTables();
    Runnable restore = fixture.snapshot();
    int step = 0;
    for (boolean died = true; died; step++) {
      restore.run();
      fixture.faults.crashAt(step);
      died = deliverUntilDone(fixture);
      assertEachOnce(fixture, "crash at step " + step);
    }
    assertThat(step).isGreaterThan(20);
  }

  @Test
  void neitherLosesNorDoublesWhenAServiceFailsAtAnyStep() {
    LakeFixture fixture = withTables();
    Runnable restore = fixture.snapshot();
    int step = 0;
    for (boolean failed = true; failed; step++) {
      restore.run();
      fixture.faults.failAt(step);
      failed = deliverUntilDone(fixture);
      assertEachOnce(fixture, "failure at step " + step);
    }
    assertThat(step).isGreaterThan(20);
  }

  private static LakeFixture withTables() {
    LakeFixture fixture = new LakeFixture();
    LakeTable.all().forEach(table -> fixture.lake.open().table(table));
    return fixture;
  }

  /** Delivers as Lambda does, in two batches, the second of which begins within the first. */
  private static boolean deliverUntilDone(LakeFixture fixture) {
    boolean happened = deliver(fixture, RECORDS.subList(0, 7));
    return deliver(fixture, RECORDS.subList(3, 10)) || happened;
  }

  private static boolean deliver(LakeFixture fixture, List<StreamRecord> records) {
    for (int attempt = 0; attempt < 3; attempt++) {
      try {
        assertThat(fixture.writer().consume(records)).isEmpty();
        boolean happened = fixture.faults.happened();
        return happened || attempt > 0;
      } catch (Faults.Crash | Faults.Failure e) {
        fixture.faults.recover();
      }
    }
    return fail("the batch never came through");
  }

  @Test
  void registersOnceWhenSeveralProcessesGetTheSameBatch() throws Exception {
    LakeFixture fixture = new LakeFixture();
    Callable<Object> delivery = () -> fixture.writer().consume(RECORDS);
    try (var executor = Executors.newFixedThreadPool(4)) {
      for (Future<Object> done :
          executor.invokeAll(List.of(delivery, delivery, delivery, delivery))) {
        done.get();
      }
    }
    assertEachOnce(fixture, "four processes");
  }

  private static void assertEachOnce(LakeFixture fixture, String what) {
    fixture.faults.recover();
    assertThat(fixture.column(LakeTable.EVENTS, "uuid"))
        .as(what)
        .containsExactlyInAnyOrderElementsOf(
            LongStream.of(0, 1, 2, 3, 5, 6, 7, 8)
                .mapToObj(number -> (Object) id(number).toString())
                .toList());
    assertThat(fixture.column(LakeTable.PERSON_VERSIONS, "person_id"))
        .as(what)
        .containsExactlyInAnyOrder(id(40).toString(), id(90).toString());
  }
}
