package dev.tenrec.recordings;

import static java.util.Objects.requireNonNull;

import dev.tenrec.stores.batches.StoreUnavailableException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Blocks in a bucket; its rules expire them. */
public final class S3BlockStore implements BlockStore {
  private static final int ATTEMPTS = 5;
  private static final int CONFLICT = 409;
  private static final int CHANGED_MEANWHILE = 412;

  private final Supplier<S3Client> s3;
  private final String bucket;

  public S3BlockStore(S3Client s3, String bucket) {
    this(() -> s3, bucket);
  }

  private S3BlockStore(Supplier<S3Client> s3, String bucket) {
    this.s3 = s3;
    this.bucket = requireNonNull(bucket, "bucket is null");
  }

  /** Connects with the region, credentials and endpoint of the environment, at the first call. */
  public static S3BlockStore connect(String bucket) {
    AtomicReference<S3Client> made = new AtomicReference<>();
    return new S3BlockStore(
        () ->
            made.updateAndGet(
                client ->
                    client == null
                        ? S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build()
                        : client),
        bucket);
  }

  @Override
  public void put(String object, byte[] content) {
    try {
      s3.get()
          .putObject(
              request -> request.bucket(bucket).key(object).contentType("application/zstd"),
              RequestBody.fromBytes(content));
    } catch (SdkException failure) {
      throw new StoreUnavailableException(
          "s3://%s/%s not stored".formatted(bucket, object), failure);
    }
  }

  @Override
  public Optional<byte[]> read(BlockPlace place) {
    String range = "bytes=%d-%d".formatted(place.offset(), place.offset() + place.length() - 1);
    try {
      return Optional.of(
          s3.get()
              .getObjectAsBytes(request -> request.bucket(bucket).key(place.object()).range(range))
              .asByteArrayUnsafe());
    } catch (NoSuchKeyException gone) {
      return Optional.empty();
    } catch (SdkException failure) {
      throw unread(place, failure);
    }
  }

  @Override
  public void erase(BlockPlace place) {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (eraseOnce(place)) {
        return;
      }
    }
    throw new StoreUnavailableException(
        "s3://%s/%s is being changed by others: try again".formatted(bucket, place.object()));
  }

  private boolean eraseOnce(BlockPlace place) {
    try {
      ResponseBytes<GetObjectResponse> object =
          s3.get().getObjectAsBytes(request -> request.bucket(bucket).key(place.object()));
      byte[] content = object.asByteArray();
      int begin = Math.toIntExact(place.offset());
      Arrays.fill(content, begin, begin + place.length(), (byte) 0);
      s3.get()
          .putObject(
              request ->
                  request
                      .bucket(bucket)
                      .key(place.object())
                      .contentType("application/zstd")
                      .ifMatch(object.response().eTag()),
              RequestBody.fromBytes(content));
      return true;
    } catch (NoSuchKeyException gone) {
      return true;
    } catch (S3Exception answer) {
      if (answer.statusCode() == CHANGED_MEANWHILE || answer.statusCode() == CONFLICT) {
        return false;
      }
      throw unread(place, answer);
    } catch (SdkException failure) {
      throw unread(place, failure);
    }
  }

  private StoreUnavailableException unread(BlockPlace place, SdkException failure) {
    return new StoreUnavailableException(
        "s3://%s/%s did not answer".formatted(bucket, place.object()), failure);
  }
}
