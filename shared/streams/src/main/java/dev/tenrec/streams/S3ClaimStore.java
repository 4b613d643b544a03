package dev.tenrec.streams;

import dev.tenrec.events.TimeOrderedIds;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** Keeps bodies in a bucket under {@code claims/<date>/<uuid>}; the bucket's rules expire them. */
public final class S3ClaimStore implements ClaimStore {
  private final Supplier<S3Client> s3;
  private final String bucket;
  private final InstantSource clock;
  private final Supplier<UUID> ids;

  public S3ClaimStore(S3Client s3, String bucket, InstantSource clock, Supplier<UUID> ids) {
    this(() -> s3, bucket, clock, ids);
  }

  private S3ClaimStore(
      Supplier<S3Client> s3, String bucket, InstantSource clock, Supplier<UUID> ids) {
    this.s3 = s3;
    this.bucket = bucket;
    this.clock = clock;
    this.ids = ids;
  }

  /**
   * Connects with the region, credentials and endpoint of the environment, at the first body: most
   * instances never see one, and the client is the slowest part of a cold start.
   */
  public static S3ClaimStore connect(String bucket) {
    return new S3ClaimStore(
        new Once<>(() -> S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build()),
        bucket,
        InstantSource.system(),
        TimeOrderedIds.system());
  }

  @Override
  public String put(byte[] body) {
    String date = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString();
    String key = "claims/" + date + "/" + ids.get();
    try {
      s3.get()
          .putObject(
              request -> request.bucket(bucket).key(key).contentType("application/json"),
              RequestBody.fromBytes(body));
    } catch (SdkException failure) {
      throw new StreamUnavailableException(
          body.length + " bytes could not be stored in s3://" + bucket + "/" + key, failure);
    }
    return key;
  }

  @Override
  public Optional<byte[]> get(String key) {
    try {
      return Optional.of(
          s3.get()
              .getObjectAsBytes(request -> request.bucket(bucket).key(key))
              .asByteArrayUnsafe());
    } catch (NoSuchKeyException gone) {
      return Optional.empty();
    } catch (SdkException failure) {
      throw new StreamUnavailableException("s3://" + bucket + "/" + key + " not read", failure);
    }
  }
}
