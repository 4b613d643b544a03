package dev.tenrec.emulators;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

class TestKinesisEmulatorRestart {
  @TempDir Path directory;

  @Test
  void keepsEveryAnsweredRecordWhenItIsKilledWhileWriting() throws Exception {
    List<String> answered;
    try (KilledJvm jvm = KilledJvm.start(Server.class, directory.toString());
        KinesisClient kinesis = client(URI.create(jvm.line()))) {
      kinesis.createStream(it -> it.streamName("events").shardCount(1));
      answered = writeUntilItFails(kinesis, jvm);
    }
    try (KinesisEmulator restarted = KinesisEmulator.start(directory);
        KinesisClient kinesis = restarted.client()) {
      List<String> stored = readAll(kinesis);
      assertThat(answered).hasSizeGreaterThan(1_000);
      assertThat(stored).startsWith(answered.toArray(String[]::new)).doesNotHaveDuplicates();
      String next =
          kinesis
              .putRecord(
                  it ->
                      it.streamName("events")
                          .partitionKey("k")
                          .data(SdkBytes.fromUtf8String("next")))
              .sequenceNumber();
      assertThat(next).isGreaterThan(stored.getLast());
    }
  }

  @Test
  void keepsStreamsShardsAndPositionsAcrossARestartOnTheSamePort() {
    int port;
    String position;
    try (KinesisEmulator first = KinesisEmulator.start(directory);
        KinesisClient kinesis = first.client()) {
      port = first.endpoint().getPort();
      kinesis.createStream(it -> it.streamName("events").shardCount(1));
      kinesis.increaseStreamRetentionPeriod(it -> it.streamName("events").retentionPeriodHours(72));
      put(kinesis, "a");
      kinesis.splitShard(
          it ->
              it.streamName("events")
                  .shardToSplit("shardId-000000000000")
                  .newStartingHashKey("1000"));
      position = iterator(kinesis);
    }
    try (KinesisEmulator second = KinesisEmulator.start(directory, port);
        KinesisClient kinesis = second.client()) {
      var summary = kinesis.describeStreamSummary(it -> it.streamName("events"));
      assertThat(summary.streamDescriptionSummary().retentionPeriodHours()).isEqualTo(72);
      assertThat(summary.streamDescriptionSummary().openShardCount()).isEqualTo(2);
      assertThat(kinesis.listShards(it -> it.streamName("events")).shards()).hasSize(3);
      var page = kinesis.getRecords(it -> it.shardIterator(position));
      assertThat(page.records()).extracting(Record::partitionKey).containsExactly("a");
      assertThat(page.nextShardIterator()).isNull();
      assertThat(page.childShards()).hasSize(2);
    }
  }

  /** Writes; kills the server meanwhile, and returns what was answered. */
  private static List<String> writeUntilItFails(KinesisClient kinesis, KilledJvm jvm) {
    List<String> answered = new ArrayList<>();
    try {
      for (int batch = 0; ; batch++) {
        if (batch == 10) {
          Thread.ofVirtual().start(jvm::killSoon);
        }
        PutRecordsResponse answer = put(kinesis, names(batch));
        answer.records().forEach(record -> answered.add(record.sequenceNumber()));
      }
    } catch (SdkException e) {
      return answered;
    }
  }

  private static String[] names(int batch) {
    return IntStream.range(0, 200).mapToObj(i -> batch + "-" + i).toArray(String[]::new);
  }

  private static PutRecordsResponse put(KinesisClient kinesis, String... keys) {
    List<PutRecordsRequestEntry> entries =
        List.of(keys).stream()
            .map(
                key ->
                    PutRecordsRequestEntry.builder()
                        .partitionKey(key)
                        .data(SdkBytes.fromUtf8String(key.repeat(50)))
                        .build())
            .toList();
    return kinesis.putRecords(it -> it.streamName("events").records(entries));
  }

  private static String iterator(KinesisClient kinesis) {
    return kinesis
        .getShardIterator(
            it ->
                it.streamName("events")
                    .shardId("shardId-000000000000")
                    .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
        .shardIterator();
  }

  private static List<String> readAll(KinesisClient kinesis) {
    List<String> sequences = new ArrayList<>();
    String iterator = iterator(kinesis);
    while (true) {
      String position = iterator;
      var page = kinesis.getRecords(it -> it.shardIterator(position));
      page.records().forEach(record -> sequences.add(record.sequenceNumber()));
      if (page.millisBehindLatest() == 0) {
        return sequences;
      }
      iterator = page.nextShardIterator();
    }
  }

  private static KinesisClient client(URI endpoint) {
    return LocalClients.local(KinesisClient.builder(), endpoint)
        .overrideConfiguration(it -> it.retryStrategy(retry -> retry.maxAttempts(1)))
        .build();
  }

  /** Serves until it is killed. */
  static final class Server {
    private Server() {}

    public static void main(String[] arguments) throws InterruptedException {
      System.out.println(KinesisEmulator.start(Path.of(arguments[0])).endpoint());
      Thread.currentThread().join();
    }
  }
}
