package dev.tenrec.emulators.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** What Tenrec relies on in S3, to be held by every implementation and by the real service. */
public abstract class S3Contract {
  private S3Client client;
  private String bucket;

  protected abstract S3Client client();

  /** The name of an existing bucket without objects. */
  protected abstract String emptyBucket();

  @BeforeEach
  void connect() {
    client = client();
    bucket = emptyBucket();
  }

  @AfterEach
  void disconnect() {
    client.close();
  }

  @Test
  void returnsTheBytesTypeAndMetadataOfAnObject() {
    client.putObject(
        put ->
            put.bucket(bucket)
                .key("claims/a b+ü=%/1.json")
                .contentType("application/json")
                .contentEncoding("zstd")
                .metadata(java.util.Map.of("origin", "capture")),
        RequestBody.fromString("{}"));

    var object = client.getObjectAsBytes(get -> get.bucket(bucket).key("claims/a b+ü=%/1.json"));

    assertThat(object.asUtf8String()).isEqualTo("{}");
    assertThat(object.response().contentType()).isEqualTo("application/json");
    assertThat(object.response().contentEncoding()).isEqualTo("zstd");
    assertThat(object.response().metadata()).containsEntry("origin", "capture");
    assertThat(object.response().eTag()).isEqualTo("\"99914b932bd37a50b983c5e7c90ae93b\"");
  }

  @Test
  void returnsRangesOfAnObject() {
    put("object", "0123456789");

    assertThat(range("bytes=2-4").asUtf8String()).isEqualTo("234");
    assertThat(range("bytes=7-").asUtf8String()).isEqualTo("789");
    assertThat(range("bytes=-3").asUtf8String()).isEqualTo("789");
    assertThat(range("bytes=8-100").asUtf8String()).isEqualTo("89");
    assertThat(range("bytes=2-4").response().contentRange()).isEqualTo("bytes 2-4/10");
    assertFailure(416, () -> range("bytes=10-12"));
  }

  @Test
  void tellsWhatIsMissing() {
    assertThatThrownBy(() -> get("missing")).isInstanceOf(NoSuchKeyException.class);
    assertFailure(404, () -> client.headObject(head -> head.bucket(bucket).key("missing")));
    assertFailure(
        404, () -> client.getObject(get -> get.bucket(bucket + "-missing").key("missing")));
  }

  @Test
  void writesOnlyIfTheKeyIsFree() {
    createIfAbsent("metadata.json", "first");

    assertFailure(412, () -> createIfAbsent("metadata.json", "second"));
    assertThat(get("metadata.json")).isEqualTo("first");
  }

  @Test
  void writesOnlyOverTheVersionThatWasRead() {
    String first = put("metadata.json", "first");
    String second = putOver(first, "second");

    assertFailure(412, () -> putOver(first, "third"));
    assertThat(get("metadata.json")).isEqualTo("second");
    assertThat(putOver(second, "third")).isNotEqualTo(second);
  }

  @Test
  void letsOneOfManyRacingWritersWin() throws Exception {
    List<Callable<Boolean>> writers = new ArrayList<>();
    for (int writer = 0; writer < 16; writer++) {
      String body = "writer " + writer;
      writers.add(
          () -> {
            try {
              createIfAbsent("race", body);
              return true;
            } catch (S3Exception e) {
              // AWS answers 409 to a writer that loses while the winner is still writing.
              assertThat(e.statusCode()).isIn(409, 412);
              return false;
            }
          });
    }
    try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Boolean>> results = executor.invokeAll(writers);
      List<Integer> winners =
          IntStream.range(0, results.size())
              .filter(index -> results.get(index).resultNow())
              .boxed()
              .toList();

      assertThat(winners).hasSize(1);
      assertThat(get("race")).isEqualTo("writer " + winners.getFirst());
    }
  }

  @Test
  void listsKeysInOrderAndInPages() {
    List<String> keys =
        IntStream.range(0, 25).mapToObj("lake/events/%02d.parquet"::formatted).toList();
    Stream.concat(keys.reversed().stream(), Stream.of("lake/groups/1.parquet", "other"))
        .forEach(key -> put(key, key));

    ListObjectsV2Response first =
        client.listObjectsV2(list -> list.bucket(bucket).prefix("lake/events/").maxKeys(10));
    List<String> all =
        client
            .listObjectsV2Paginator(list -> list.bucket(bucket).prefix("lake/events/").maxKeys(10))
            .contents()
            .stream()
            .map(S3Object::key)
            .toList();

    assertThat(first.contents()).hasSize(10);
    assertThat(first.isTruncated()).isTrue();
    assertThat(first.contents().getFirst().size()).isEqualTo(22);
    assertThat(all).isEqualTo(keys);
  }

  @Test
  void listsDirectoriesByDelimiter() {
    Stream.of("lake/events/1", "lake/events/2", "lake/groups/1", "lake/top")
        .forEach(key -> put(key, key));

    ListObjectsV2Response page =
        client.listObjectsV2(list -> list.bucket(bucket).prefix("lake/").delimiter("/"));

    assertThat(page.commonPrefixes())
        .extracting(prefix -> prefix.prefix())
        .containsExactly("lake/events/", "lake/groups/");
    assertThat(page.contents()).extracting(S3Object::key).containsExactly("lake/top");
  }

  @Test
  void startsAListingAfterAKey() {
    Stream.of("a", "b", "c").forEach(key -> put(key, key));

    assertThat(client.listObjectsV2(list -> list.bucket(bucket).startAfter("a")).contents())
        .extracting(S3Object::key)
        .containsExactly("b", "c");
  }

  @Test
  void assemblesAnObjectFromParts() {
    byte[] part = new byte[5 << 20];
    new Random(1).nextBytes(part);
    byte[] last = "the end".getBytes(UTF_8);

    String upload =
        client.createMultipartUpload(create -> create.bucket(bucket).key("large")).uploadId();
    List<CompletedPart> parts = List.of(upload(upload, 1, part), upload(upload, 2, last));
    assertFailure(404, () -> client.headObject(head -> head.bucket(bucket).key("large")));
    client.completeMultipartUpload(
        complete ->
            complete
                .bucket(bucket)
                .key("large")
                .uploadId(upload)
                .multipartUpload(completed -> completed.parts(parts)));

    byte[] whole = client.getObjectAsBytes(get -> get.bucket(bucket).key("large")).asByteArray();
    assertThat(whole).hasSize(part.length + last.length).startsWith(part).endsWith(last);
  }

  @Test
  void forgetsAnAbortedUpload() {
    String upload =
        client.createMultipartUpload(create -> create.bucket(bucket).key("large")).uploadId();
    upload(upload, 1, "part".getBytes(UTF_8));

    client.abortMultipartUpload(abort -> abort.bucket(bucket).key("large").uploadId(upload));

    assertFailure(404, () -> client.headObject(head -> head.bucket(bucket).key("large")));
    assertThat(client.listMultipartUploads(list -> list.bucket(bucket)).uploads()).isEmpty();
  }

  @Test
  void deletesManyObjectsAndForgivesMissingOnes() {
    Stream.of("a", "b/c", "d").forEach(key -> put(key, key));
    List<ObjectIdentifier> keys =
        Stream.of("a", "b/c", "missing")
            .map(key -> ObjectIdentifier.builder().key(key).build())
            .toList();

    var answer =
        client.deleteObjects(delete -> delete.bucket(bucket).delete(it -> it.objects(keys)));

    assertThat(answer.errors()).isEmpty();
    assertThat(client.listObjectsV2(list -> list.bucket(bucket)).contents())
        .extracting(S3Object::key)
        .containsExactly("d");
    client.deleteObject(delete -> delete.bucket(bucket).key("missing"));
  }

  @Test
  void copiesAnObject() {
    put("from", "body");

    client.copyObject(
        copy ->
            copy.sourceBucket(bucket)
                .sourceKey("from")
                .destinationBucket(bucket)
                .destinationKey("to"));

    assertThat(get("to")).isEqualTo("body");
  }

  @Test
  void keepsLargeBodiesWhole() {
    byte[] body = new byte[9_000_001];
    new Random(2).nextBytes(body);

    client.putObject(put -> put.bucket(bucket).key("large"), RequestBody.fromBytes(body));

    byte[] read = client.getObjectAsBytes(get -> get.bucket(bucket).key("large")).asByteArray();
    assertThat(Arrays.equals(read, body)).isTrue();
  }

  private String put(String key, String body) {
    return client
        .putObject(put -> put.bucket(bucket).key(key), RequestBody.fromString(body))
        .eTag();
  }

  private void createIfAbsent(String key, String body) {
    client.putObject(
        put -> put.bucket(bucket).key(key).ifNoneMatch("*"), RequestBody.fromString(body));
  }

  private String putOver(String etag, String body) {
    return client
        .putObject(
            put -> put.bucket(bucket).key("metadata.json").ifMatch(etag),
            RequestBody.fromString(body))
        .eTag();
  }

  private String get(String key) {
    return client.getObjectAsBytes(get -> get.bucket(bucket).key(key)).asUtf8String();
  }

  private software.amazon.awssdk.core.ResponseBytes<GetObjectResponse> range(String range) {
    return client.getObjectAsBytes(get -> get.bucket(bucket).key("object").range(range));
  }

  private CompletedPart upload(String upload, int number, byte[] body) {
    String etag =
        client
            .uploadPart(
                part -> part.bucket(bucket).key("large").uploadId(upload).partNumber(number),
                RequestBody.fromBytes(body))
            .eTag();
    return CompletedPart.builder().partNumber(number).eTag(etag).build();
  }

  private static void assertFailure(int status, Runnable call) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            S3Exception.class, e -> assertThat(e.statusCode()).isEqualTo(status));
  }
}
