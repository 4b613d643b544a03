package dev.tenrec.cloud.mappings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tenrec.cloud.functions.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatchRunnerProperties {
  @Property(tries = 500)
  void everyRecordIsDoneOnceInOrderAndOnlyPoisonIsGivenUp(
      @ForAll @IntRange(min = 1, max = 40) int count,
      @ForAll @Size(max = 6) Set<@IntRange(min = 0, max = 39) Integer> poison,
      @ForAll boolean partial,
      @ForAll @IntRange(max = 3) int attempts,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<String> delivered = new ArrayList<>();
    // Fails for good at poison, and now and then for no reason, but never twice for none.
    boolean[] failedForNoReason = {false};
    ScriptedTarget target =
        new ScriptedTarget(
            batch -> {
              if (attempts > 0 && !failedForNoReason[0] && random.nextInt(5) == 0) {
                failedForNoReason[0] = true;
                return ScriptedTarget.fail();
              }
              failedForNoReason[0] = false;
              for (String record : batch) {
                if (poison.contains(Integer.valueOf(record))) {
                  return partial ? reported(record) : ScriptedTarget.fail();
                }
                if (partial) {
                  delivered.add(record);
                }
              }
              if (!partial) {
                delivered.addAll(batch);
              }
              return ScriptedTarget.succeed();
            });
    List<String> done = new ArrayList<>();
    List<String> givenUp = new ArrayList<>();

    run(target, partial, attempts, records(count), done, givenUp);

    List<String> all = IntStream.range(0, count).mapToObj(String::valueOf).toList();
    Set<String> bad =
        new TreeSet<>(all.stream().filter(it -> poison.contains(Integer.valueOf(it))).toList());
    assertThat(done).isEqualTo(all);
    assertThat(givenUp).containsExactlyInAnyOrderElementsOf(bad);
    assertThat(delivered).containsAll(all.stream().filter(it -> !bad.contains(it)).toList());
    assertThat(delivered).noneMatch(bad::contains);
  }

  private static void run(
      Target target,
      boolean partial,
      int attempts,
      List<SourceRecord> batch,
      List<String> done,
      List<String> givenUp) {
    Instant[] now = {Instant.EPOCH};
    BatchRunner runner =
        new BatchRunner(
            target,
            new KinesisEvents("arn:aws:kinesis:us-east-1:000000000000:stream/s", "shard"),
            partial,
            // A failure for no reason must not use up the tries of a good record.
            new RetrySettings(true, OptionalInt.of(attempts), Optional.empty(), Optional.empty()),
            report -> report.records().forEach(record -> givenUp.add(content(record))),
            _ -> {},
            (Duration time) -> now[0] = now[0].plus(time),
            () -> now[0]);
    try {
      runner.run(batch, records -> records.forEach(record -> done.add(content(record))));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static InvocationResult reported(String record) {
    return ScriptedTarget.answer(
        "{\"batchItemFailures\":[{\"itemIdentifier\":\"%s\"}]}".formatted(record));
  }

  private static List<SourceRecord> records(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new SourceRecord(
                    "" + i,
                    "key",
                    Instant.EPOCH,
                    Base64.getEncoder().encodeToString(("" + i).getBytes(StandardCharsets.UTF_8))))
        .toList();
  }

  private static String content(SourceRecord record) {
    return new String(record.content(), StandardCharsets.UTF_8);
  }
}
