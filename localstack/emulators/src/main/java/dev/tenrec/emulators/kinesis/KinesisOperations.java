package dev.tenrec.emulators.kinesis;

import dev.tenrec.emulators.protocol.AwsJsonOperation;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The operations of Kinesis on the files of one directory. */
public final class KinesisOperations implements AutoCloseable {
  /** A shard starts a new file at this size: the unit in which retention frees the disk. */
  private static final long SEGMENT_BYTES = 64L << 20;

  private final KinesisFaults faults = new KinesisFaults();
  private final Streams streams;
  private final Map<String, AwsJsonOperation> operations;

  public KinesisOperations(Path directory, InstantSource clock, String region, String account) {
    this(directory, clock, region, account, SEGMENT_BYTES);
  }

  KinesisOperations(
      Path directory, InstantSource clock, String region, String account, long segmentBytes) {
    streams = Streams.open(directory, clock, faults, segmentBytes);
    StreamOperations stream = new StreamOperations(streams, clock, region, account);
    ShardOperations shard = new ShardOperations(streams);
    RecordOperations record = new RecordOperations(streams, clock, account);
    operations =
        Map.ofEntries(
            Map.entry("CreateStream", stream::create),
            Map.entry("DeleteStream", stream::delete),
            Map.entry("ListStreams", stream::list),
            Map.entry("DescribeStream", stream::describe),
            Map.entry("DescribeStreamSummary", stream::summarize),
            Map.entry("IncreaseStreamRetentionPeriod", stream::increaseRetention),
            Map.entry("DecreaseStreamRetentionPeriod", stream::decreaseRetention),
            Map.entry("UpdateStreamMode", stream::updateMode),
            Map.entry("UpdateMaxRecordSize", stream::updateRecordLimit),
            Map.entry("ListShards", shard::list),
            Map.entry("SplitShard", shard::split),
            Map.entry("MergeShards", shard::merge),
            Map.entry("UpdateShardCount", shard::resize),
            Map.entry("PutRecord", record::putRecord),
            Map.entry("PutRecords", record::putRecords),
            Map.entry("GetShardIterator", record::getShardIterator),
            Map.entry("GetRecords", record::getRecords));
  }

  /** Every operation by its name. */
  public Map<String, AwsJsonOperation> all() {
    Map<String, AwsJsonOperation> faulty = new HashMap<>();
    operations.forEach(
        (name, operation) ->
            faulty.put(
                name,
                request -> {
                  faults.beforeCall(name);
                  var answer = operation.answer(request);
                  faults.afterCall(name);
                  return answer;
                }));
    return Map.copyOf(faulty);
  }

  public KinesisFaults faults() {
    return faults;
  }

  @Override
  public void close() {
    streams.close();
  }
}
