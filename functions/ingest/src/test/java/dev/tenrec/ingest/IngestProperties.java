package dev.tenrec.ingest;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.events.ProcessedEvent;
import dev.tenrec.streams.StreamRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IngestProperties {
  @Property(tries = 150)
  void batchesEndLikeTheReferenceHoweverTheyAreCut(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int distinctIds) {
    Random random = new Random(seed);
    Traffic traffic = Traffic.random(random, 1 + random.nextInt(60), distinctIds);
    IngestRig rig = new IngestRig();
    for (List<StreamRecord> batch : cut(traffic.records(), random)) {
      assertThat(rig.deliver(batch)).isEmpty();
      if (random.nextInt(3) == 0) {
        rig.restart();
      }
    }
    Agreement.check(rig, traffic);
    assertThat(rig.rejected()).hasSameSizeAs(traffic.reference().refusedMerges());
    assertThat(refused(rig)).isEqualTo(traffic.reference().refusedMerges());
  }

  @Property(tries = 200)
  void failuresAndRedeliveriesChangeNothing(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int distinctIds) {
    Random random = new Random(seed);
    Traffic traffic = Traffic.random(random, 1 + random.nextInt(40), distinctIds);
    IngestRig rig = new IngestRig();
    for (List<StreamRecord> batch : cut(traffic.records(), random)) {
      deliverBadly(rig, batch, random);
    }
    Agreement.check(rig, traffic);
    // A refusal may go unsaid when the delivery that wrote it ended before it published and the
    // same
    // delivery also had merged the two for good.
    assertThat(traffic.reference().refusedMerges()).containsAll(refused(rig));
  }

  @Property(tries = 100)
  void olderRecordsThatComeAgainMoveNobody(
      @ForAll long seed, @ForAll @IntRange(min = 2, max = 12) int distinctIds) {
    Random random = new Random(seed);
    Traffic traffic = Traffic.random(random, 2 + random.nextInt(40), distinctIds);
    IngestRig rig = new IngestRig();
    cut(traffic.records(), random).forEach(rig::deliver);
    Map<UUID, Object> before = mapping(rig);
    for (int again = 0; again < 5; again++) {
      int from = random.nextInt(traffic.records().size());
      int to = from + random.nextInt(traffic.records().size() - from) + 1;
      if (random.nextBoolean()) {
        rig.restart();
      }
      rig.deliver(traffic.records().subList(from, to));
    }
    // An event that had found its change already made changes nothing that could remember it; later
    // it may make a merge that was refused no more than its first time, so persons stay as they
    // are.
    assertThat(mapping(rig)).isEqualTo(before);
  }

  /** Two shards at once: what one writes between the other's reading and writing is never lost. */
  @Property(tries = 150)
  void shardsThatInterruptEachOtherLoseNothing(@ForAll long seed) {
    Random random = new Random(seed);
    IngestRig rig = new IngestRig();
    Ingest[] containers = {rig.container(), rig.container()};
    List<List<List<StreamRecord>>> shards = new ArrayList<>();
    Map<String, Set<String>> links = new HashMap<>();
    Map<String, Set<String>> keys = new HashMap<>();
    for (int shard = 0; shard < 2; shard++) {
      List<StreamRecord> records = new ArrayList<>();
      for (int index = 0; index < 20; index++) {
        String distinctId = "id-" + shard + random.nextInt(4);
        String key = "key-" + shard + "-" + index;
        keys.computeIfAbsent(distinctId, _ -> new HashSet<>()).add(key);
        String other = "id-" + random.nextInt(2) + random.nextInt(4);
        boolean merges = random.nextInt(3) == 0;
        if (merges) {
          links.computeIfAbsent(distinctId, _ -> new HashSet<>()).add(other);
        }
        records.add(
            IngestRig.record(
                100 + index,
                IngestRig.event(
                    new UUID(seed, shard * 1_000L + index),
                    merges ? "$merge_dangerously" : "$set",
                    distinctId,
                    "{\"alias\":\"%s\",\"$set\":{\"%s\":1}}".formatted(other, key))));
      }
      shards.add(new ArrayList<>(cut(records, random)));
    }
    boolean[] interrupted = {false};
    rig.persons.beforeEachGroup(
        _ -> {
          if (!interrupted[0] && !shards.get(1).isEmpty() && random.nextInt(3) == 0) {
            interrupted[0] = true;
            assertThat(containers[1].consume(shards.get(1).removeFirst())).isEmpty();
            interrupted[0] = false;
          }
        });
    for (List<StreamRecord> batch : shards.get(0)) {
      assertThat(containers[0].consume(batch)).isEmpty();
    }
    interrupted[0] = true;
    for (List<StreamRecord> batch : shards.get(1)) {
      assertThat(containers[1].consume(batch)).isEmpty();
    }
    Connected.check(rig, links, keys);
  }

  private static void deliverBadly(IngestRig rig, List<StreamRecord> batch, Random random) {
    List<StreamRecord> open = batch;
    while (!open.isEmpty()) {
      injectFailure(rig, random);
      // A mapping may bisect what failed, so the next delivery may hold less.
      List<StreamRecord> delivery = open.subList(0, 1 + random.nextInt(open.size()));
      Optional<String> from = rig.deliver(delivery);
      if (random.nextInt(3) == 0) {
        rig.restart();
      }
      if (from.isEmpty() && random.nextInt(4) != 0) {
        open = open.subList(delivery.size(), open.size());
      }
    }
    rig.persons.failAfter(-1, 0);
  }

  private static void injectFailure(IngestRig rig, Random random) {
    switch (random.nextInt(5)) {
      case 0, 1 -> rig.persons.failAfter(random.nextInt(4), random.nextInt(5));
      case 2 -> rig.published.refuse(1);
      case 3 -> rig.published.refuseAfter(random.nextInt(4));
      default -> rig.persons.failAfter(-1, 0);
    }
  }

  private static List<List<StreamRecord>> cut(List<StreamRecord> records, Random random) {
    List<List<StreamRecord>> batches = new ArrayList<>();
    for (int from = 0; from < records.size(); ) {
      int to = Math.min(records.size(), from + 1 + random.nextInt(12));
      batches.add(records.subList(from, to));
      from = to;
    }
    return batches;
  }

  private static Set<UUID> refused(IngestRig rig) {
    return rig.rejected().stream()
        .map(rejected -> UUID.fromString(IngestRig.json(rejected.body()).path("uuid").asText()))
        .collect(toSet());
  }

  private static Map<UUID, Object> mapping(IngestRig rig) {
    Map<UUID, Object> mapping = new HashMap<>();
    Map<UUID, UUID> overrides = rig.overrides();
    for (ProcessedEvent event : rig.events()) {
      mapping.put(event.uuid(), overrides.getOrDefault(event.personId(), event.personId()));
    }
    return mapping;
  }
}
