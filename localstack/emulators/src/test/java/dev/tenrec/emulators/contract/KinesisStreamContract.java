package dev.tenrec.emulators.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.kinesis.model.ChildShard;
import software.amazon.awssdk.services.kinesis.model.GetRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.InvalidArgumentException;
import software.amazon.awssdk.services.kinesis.model.KinesisException;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;
import software.amazon.awssdk.services.kinesis.model.ResourceInUseException;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ScalingType;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardFilterType;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamMode;

/** The part of the contract about streams and their shards. */
abstract class KinesisStreamContract extends KinesisCalls {
  @Test
  void describesAStream() {
    create(2);

    var description = kinesis.describeStream(it -> it.streamName(stream)).streamDescription();
    var summary =
        kinesis.describeStreamSummary(it -> it.streamName(stream)).streamDescriptionSummary();

    assertThat(description.streamName()).isEqualTo(stream);
    assertThat(description.streamARN()).endsWith(":stream/" + stream);
    assertThat(description.retentionPeriodHours()).isEqualTo(24);
    assertThat(description.streamModeDetails().streamMode()).isEqualTo(StreamMode.PROVISIONED);
    assertThat(description.hasMoreShards()).isFalse();
    assertThat(description.streamCreationTimestamp())
        .isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now().plusSeconds(60));
    assertThat(description.shards()).extracting(Shard::shardId).containsExactly(FIRST, id(1));
    assertThat(summary.openShardCount()).isEqualTo(2);
    assertThat(summary.streamARN()).isEqualTo(description.streamARN());
    assertThat(kinesis.describeStreamSummary(it -> it.streamARN(description.streamARN())))
        .extracting(it -> it.streamDescriptionSummary().streamName())
        .isEqualTo(stream);
  }

  @Test
  void coversEveryHashKeyOnce() {
    create(3);

    List<Shard> shards = kinesis.listShards(list -> list.streamName(stream)).shards();

    BigInteger next = BigInteger.ZERO;
    for (Shard shard : shards) {
      assertThat(shard.hashKeyRange().startingHashKey()).isEqualTo(next.toString());
      next = new BigInteger(shard.hashKeyRange().endingHashKey()).add(BigInteger.ONE);
    }
    assertThat(next).isEqualTo(KEYS);
  }

  @Test
  void createsOnDemandStreams() {
    kinesis.createStream(
        it -> it.streamName(stream).streamModeDetails(mode -> mode.streamMode("ON_DEMAND")));
    awaitActive();

    var summary =
        kinesis.describeStreamSummary(it -> it.streamName(stream)).streamDescriptionSummary();
    assertThat(summary.streamModeDetails().streamMode()).isEqualTo(StreamMode.ON_DEMAND);
    assertThat(summary.openShardCount()).isEqualTo(4);
  }

  @Test
  void refusesASecondStreamOfTheSameNameAndAMissingOne() {
    create(1);

    assertThatThrownBy(() -> create(1)).isInstanceOf(ResourceInUseException.class);
    assertThat(kinesis.listStreams().streamNames()).contains(stream);
    assertThatThrownBy(() -> kinesis.describeStream(it -> it.streamName(stream + "-missing")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                kinesis.getShardIterator(
                    it ->
                        it.streamName(stream)
                            .shardId(id(7))
                            .shardIteratorType(ShardIteratorType.LATEST)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void forgetsADeletedStream() {
    create(1);

    kinesis.deleteStream(it -> it.streamName(stream));

    kinesis.waiter().waitUntilStreamNotExists(describe -> describe.streamName(stream));
    assertThat(kinesis.listStreams().streamNames()).doesNotContain(stream);
  }

  @Test
  void changesTheRetention() {
    create(1);

    kinesis.increaseStreamRetentionPeriod(it -> it.streamName(stream).retentionPeriodHours(48));
    awaitActive();

    assertThat(retentionHours()).isEqualTo(48);
    assertThatThrownBy(
            () ->
                kinesis.increaseStreamRetentionPeriod(
                    it -> it.streamName(stream).retentionPeriodHours(24)))
        .isInstanceOf(InvalidArgumentException.class);
    kinesis.decreaseStreamRetentionPeriod(it -> it.streamName(stream).retentionPeriodHours(24));
    awaitActive();
    assertThat(retentionHours()).isEqualTo(24);
  }

  @Test
  void splitsAShardAndLeadsReadersToItsChildren() {
    create(1);
    put(List.of("a", "b"));

    kinesis.splitShard(
        it ->
            it.streamName(stream)
                .shardToSplit(FIRST)
                .newStartingHashKey(KEYS.shiftRight(1).toString()));
    awaitActive();
    put(List.of("a", "b"));

    List<Shard> shards = kinesis.listShards(list -> list.streamName(stream)).shards();
    assertThat(shards).extracting(Shard::shardId).containsExactly(FIRST, id(1), id(2));
    assertThat(shards.get(0).sequenceNumberRange().endingSequenceNumber()).isNotNull();
    assertThat(shards.get(1).parentShardId()).isEqualTo(FIRST);
    assertThat(shards.get(2).parentShardId()).isEqualTo(FIRST);
    assertThat(shards.get(2).hashKeyRange().startingHashKey())
        .isEqualTo(KEYS.shiftRight(1).toString());

    GetRecordsResponse end = lastPage(iterator(FIRST, ShardIteratorType.TRIM_HORIZON));
    assertThat(end.nextShardIterator()).isNull();
    assertThat(end.childShards()).extracting(ChildShard::shardId).containsExactly(id(1), id(2));
    assertThat(keys(readAll(iterator(FIRST, ShardIteratorType.TRIM_HORIZON))))
        .containsExactly("a", "b");
    assertThat(keys(readAll(iterator(id(1), ShardIteratorType.TRIM_HORIZON)))).containsExactly("a");
    assertThat(keys(readAll(iterator(id(2), ShardIteratorType.TRIM_HORIZON)))).containsExactly("b");
  }

  @Test
  void mergesAdjacentShards() {
    create(2);
    List<PutRecordsResultEntry> before = put(List.of("a", "b"));

    kinesis.mergeShards(
        it -> it.streamName(stream).shardToMerge(FIRST).adjacentShardToMerge(id(1)));
    awaitActive();
    List<PutRecordsResultEntry> after = put(List.of("a", "b"));

    Shard child = kinesis.listShards(list -> list.streamName(stream)).shards().getLast();
    assertThat(child.shardId()).isEqualTo(id(2));
    assertThat(child.parentShardId()).isEqualTo(FIRST);
    assertThat(child.adjacentParentShardId()).isEqualTo(id(1));
    assertThat(after).extracting(PutRecordsResultEntry::shardId).containsOnly(id(2));
    for (PutRecordsResultEntry earlier : before) {
      assertThat(new BigInteger(earlier.sequenceNumber()))
          .isLessThan(new BigInteger(after.getFirst().sequenceNumber()));
    }
  }

  @Test
  protected void changesTheNumberOfShardsAndListsThemByTheirState() {
    create(2);

    kinesis.updateShardCount(
        it -> it.streamName(stream).targetShardCount(3).scalingType(ScalingType.UNIFORM_SCALING));
    awaitActive();

    List<Shard> open = shards(ShardFilterType.AT_LATEST);
    assertThat(open)
        .hasSize(3)
        .allMatch(it -> it.sequenceNumberRange().endingSequenceNumber() == null);
    BigInteger next = BigInteger.ZERO;
    for (Shard shard :
        open.stream()
            .sorted(Comparator.comparing(it -> new BigInteger(it.hashKeyRange().startingHashKey())))
            .toList()) {
      assertThat(shard.hashKeyRange().startingHashKey()).isEqualTo(next.toString());
      next = new BigInteger(shard.hashKeyRange().endingHashKey()).add(BigInteger.ONE);
    }
    assertThat(next).isEqualTo(KEYS);
    assertThat(shards(ShardFilterType.FROM_TRIM_HORIZON)).hasSizeGreaterThanOrEqualTo(5);
    assertThatThrownBy(
            () ->
                kinesis.updateShardCount(
                    it ->
                        it.streamName(stream)
                            .targetShardCount(7)
                            .scalingType(ScalingType.UNIFORM_SCALING)))
        .isInstanceOf(KinesisException.class);
  }

  @Test
  void listsShardsInPages() {
    create(5);

    var first = kinesis.listShards(list -> list.streamName(stream).maxResults(2));
    var second = kinesis.listShards(list -> list.nextToken(first.nextToken()).maxResults(2));
    var third = kinesis.listShards(list -> list.nextToken(second.nextToken()).maxResults(2));

    assertThat(first.shards()).extracting(Shard::shardId).containsExactly(id(0), id(1));
    assertThat(second.shards()).extracting(Shard::shardId).containsExactly(id(2), id(3));
    assertThat(third.shards()).extracting(Shard::shardId).containsExactly(id(4));
    assertThat(third.nextToken()).isNull();
  }

  private List<Shard> shards(ShardFilterType type) {
    return kinesis
        .listShards(list -> list.streamName(stream).shardFilter(filter -> filter.type(type)))
        .shards();
  }

  private int retentionHours() {
    return kinesis
        .describeStreamSummary(it -> it.streamName(stream))
        .streamDescriptionSummary()
        .retentionPeriodHours();
  }
}
