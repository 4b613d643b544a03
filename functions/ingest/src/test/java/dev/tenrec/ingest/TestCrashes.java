package dev.tenrec.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.stores.groups.Group;
import dev.tenrec.stores.groups.GroupKey;
import dev.tenrec.streams.StreamRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ends the function at every call of a store or stream in turn, before, in the middle of and after
 * its effect. The same records come again to a new container, and everything must end as if nothing
 * had happened.
 */
class TestCrashes {
  private static final Traffic TRAFFIC = traffic();

  @Test
  void withoutACrashEverythingAgrees() {
    IngestRig rig = new IngestRig();
    run(rig);
    check(rig);
    assertThat(rig.persons.calls()).isGreaterThan(20);
    assertThat(rig.groups.everything()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 1_000})
  void atEveryCallOfThePersonStore(int groupsWritten) {
    for (int call = 0; call < calls(rig -> rig.persons.calls()); call++) {
      IngestRig rig = new IngestRig();
      rig.persons.failAfter(call, groupsWritten);
      assertThat(run(rig)).as("call %d", call).isEqualTo(1);
      check(rig);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void atEveryCallOfTheGroupStore(boolean afterWriting) {
    for (int call = 0; call < calls(rig -> rig.groups.calls()); call++) {
      IngestRig rig = new IngestRig();
      rig.groups.failAfter(call, afterWriting);
      assertThat(run(rig)).as("call %d", call).isEqualTo(1);
      check(rig);
    }
  }

  @Test
  void atEveryPutIntoTheStream() {
    int batches = batches().size();
    for (int batch = 0; batch < batches; batch++) {
      for (int accepted = 0; accepted < 8; accepted++) {
        IngestRig rig = new IngestRig();
        int refusing = accepted;
        int at = batch;
        int failures =
            run(
                rig,
                number -> {
                  if (number == at) {
                    rig.published.refuseAfter(refusing);
                  }
                });
        assertThat(failures).isEqualTo(1);
        check(rig);
      }
    }
  }

  private static void check(IngestRig rig) {
    Agreement.check(rig, TRAFFIC);
    Map<GroupKey, Group> groups = rig.groups.everything();
    assertThat(groups.get(new GroupKey(1, 0, "acme")).properties())
        .isEqualTo(IngestRig.json("{\"size\":4,\"town\":\"Graz\"}"));
    assertThat(groups.get(new GroupKey(1, 1, "blue")).properties()).isEmpty();
  }

  private static int calls(java.util.function.ToIntFunction<IngestRig> count) {
    IngestRig rig = new IngestRig();
    run(rig);
    return count.applyAsInt(rig);
  }

  private static int run(IngestRig rig) {
    return run(rig, _ -> {});
  }

  /** How many deliveries failed. */
  private static int run(IngestRig rig, Consumer<Integer> beforeBatch) {
    int failures = 0;
    int number = 0;
    for (List<StreamRecord> batch : batches()) {
      beforeBatch.accept(number++);
      while (rig.deliver(batch).isPresent()) {
        failures++;
        rig.restart();
      }
    }
    return failures;
  }

  private static List<List<StreamRecord>> batches() {
    List<List<StreamRecord>> batches = new ArrayList<>();
    for (int from = 0; from < TRAFFIC.records().size(); from += 8) {
      batches.add(TRAFFIC.records().subList(from, Math.min(from + 8, TRAFFIC.records().size())));
    }
    return batches;
  }

  private static Traffic traffic() {
    List<StreamRecord> records = new ArrayList<>(Traffic.random(new Random(7), 60, 14).records());
    records.add(group(200, "company", "acme", "{\"size\":3,\"town\":\"Graz\"}"));
    records.add(group(201, "team", "blue", "{}"));
    records.add(group(202, "company", "acme", "{\"size\":4}"));
    return new Traffic(records);
  }

  private static StreamRecord group(long sequence, String type, String key, String set) {
    return IngestRig.record(
        sequence,
        IngestRig.event(
            "$groupidentify",
            "id-1",
            "{\"$group_type\":\"%s\",\"$group_key\":\"%s\",\"$group_set\":%s}"
                .formatted(type, key, set)));
  }
}
