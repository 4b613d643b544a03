package dev.tenrec.streams;

import dev.tenrec.events.Envelope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResponse;
import software.amazon.awssdk.services.kinesis.model.PutRecordsResultEntry;

/**
 * A Kinesis stream of envelopes.
 *
 * <p>Beyond what every {@link EnvelopeStream} guarantees: only records that were refused are put
 * again, with random pauses that grow while none is taken, until the patience ends. An envelope too
 * large for a record arrives as several smaller ones where it can be divided. Records of one key go
 * out in one call after the other, so callers gather the events of one distinct id in one envelope.
 *
 * <p>Safe to use from several threads; order holds within one {@link #put}.
 */
public final class KinesisEnvelopeStream implements EnvelopeStream {
  private final KinesisClient kinesis;
  private final String stream;
  private final RecordPacker packer;
  private final Patience patience;

  public KinesisEnvelopeStream(
      KinesisClient kinesis, String stream, ClaimStore claims, Patience patience) {
    this.kinesis = kinesis;
    this.stream = stream;
    this.packer = new RecordPacker(claims);
    this.patience = patience;
  }

  /**
   * Connects with the region, credentials and endpoints of the environment.
   *
   * @param stream the stream's name
   * @param bucket where bodies too large for a record go
   * @param budget how long one {@link #put} may try
   */
  public static KinesisEnvelopeStream connect(String stream, String bucket, Duration budget) {
    KinesisClient kinesis =
        KinesisClient.builder()
            .httpClient(UrlConnectionHttpClient.builder().socketTimeout(budget).build())
            // Retries are ours: the client's own know nothing of the budget.
            .overrideConfiguration(all -> all.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
    return new KinesisEnvelopeStream(
        kinesis, stream, S3ClaimStore.connect(bucket), Patience.of(budget));
  }

  @Override
  public void put(List<? extends Envelope> envelopes) {
    RecordQueues queues = new RecordQueues();
    envelopes.forEach(envelope -> packer.pack(envelope).forEach(queues::add));
    Patience.Wait wait = patience.start();
    while (!queues.isEmpty()) {
      int before = queues.size();
      Optional<Refusal> refusal = call(queues);
      if (queues.size() < before) {
        wait.progress();
      }
      if (refusal.isPresent() && (!refusal.get().temporary() || !wait.pause())) {
        throw new StreamUnavailableException(
            "Stream %s did not take %d records: %s"
                .formatted(stream, queues.size(), refusal.get().reason()),
            refusal.get().cause());
      }
    }
  }

  private Optional<Refusal> call(RecordQueues queues) {
    List<PackedRecord> call = queues.nextCall();
    List<PutRecordsRequestEntry> entries =
        call.stream()
            .map(
                record ->
                    PutRecordsRequestEntry.builder()
                        .partitionKey(record.key())
                        .data(SdkBytes.fromByteArrayUnsafe(record.data()))
                        .build())
            .toList();
    try {
      PutRecordsResponse response =
          kinesis.putRecords(request -> request.streamName(stream).records(entries));
      return settle(queues, call, response.records());
    } catch (SdkException failure) {
      return Optional.of(Refusal.of(failure));
    }
  }

  private static Optional<Refusal> settle(
      RecordQueues queues, List<PackedRecord> call, List<PutRecordsResultEntry> results) {
    Optional<Refusal> refusal = Optional.empty();
    for (int record = 0; record < call.size(); record++) {
      PutRecordsResultEntry result = results.get(record);
      if (result.errorCode() == null) {
        queues.accepted(call.get(record));
      } else {
        String reason = result.errorCode() + ": " + result.errorMessage();
        refusal = Optional.of(new Refusal(reason, true, null));
      }
    }
    return refusal;
  }

  /** Why records were not taken. */
  private record Refusal(String reason, boolean temporary, Throwable cause) {
    static Refusal of(SdkException failure) {
      boolean ours =
          failure instanceof AwsServiceException answer
              && answer.statusCode() < 500
              && !answer.isThrottlingException()
              && !answer.isClockSkewException();
      return new Refusal(String.valueOf(failure.getMessage()), !ours, failure);
    }
  }
}
