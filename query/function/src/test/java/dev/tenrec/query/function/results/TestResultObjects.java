package dev.tenrec.query.function.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.S3Emulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.s3.S3Client;

/** What result objects do, in memory and on S3. */
class TestResultObjects {
  private static S3Emulator emulator;
  private static S3Client s3;
  private static S3ResultObjects onS3;

  @BeforeAll
  static void start(@TempDir Path directory) {
    emulator = S3Emulator.start(directory);
    s3 = emulator.client();
    onS3 = new S3ResultObjects(s3, emulator.freshBucket("results"));
  }

  @AfterAll
  static void stop() {
    s3.close();
    emulator.close();
  }

  static Stream<ResultObjects> all() {
    return Stream.of(new TestingResultObjects(), onS3);
  }

  @ParameterizedTest
  @MethodSource("all")
  void keepWhatTheyAreGiven(ResultObjects objects) {
    objects.put("7/answers/a.json", result("first"));
    objects.put("7/answers/a.json", result("second").compress());
    StoredResult found = objects.get("7/answers/a.json").orElseThrow();
    assertThat(found.contentType()).isEqualTo("application/json");
    assertThat(found.compressed()).isTrue();
    assertThat(found.plain()).asString().isEqualTo("second");
  }

  @ParameterizedTest
  @MethodSource("all")
  void knowNothingThatWasNotKept(ResultObjects objects) {
    assertThat(objects.get("7/nothing")).isEmpty();
  }

  @Test
  void aLinkIsReadWithoutAnyCredentials() throws Exception {
    onS3.put("7/answers/large.json", result("{\"rows\":1}").compress());
    HttpResponse<byte[]> answer = read(onS3.link("7/answers/large.json"));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-encoding")).hasValue("gzip");
    assertThat(new StoredResult("application/json", true, answer.body()).plain())
        .asString()
        .isEqualTo("{\"rows\":1}");
  }

  @Test
  void aPageMayFollowALink() throws Exception {
    onS3.put("7/answers/page.json", result("{}"));
    HttpRequest asked =
        HttpRequest.newBuilder(onS3.link("7/answers/page.json"))
            .header("Origin", "https://tenrec.example")
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      assertThat(
              client
                  .send(asked, HttpResponse.BodyHandlers.ofString())
                  .headers()
                  .firstValue("access-control-allow-origin"))
          .isPresent();
    }
  }

  @Test
  void aLinkToOneObjectOpensNoOther() throws Exception {
    onS3.put("7/answers/mine", result("mine"));
    onS3.put("7/answers/theirs", result("theirs"));
    URI mine = onS3.link("7/answers/mine");
    URI theirs = URI.create(mine.toString().replace("answers/mine", "answers/theirs"));
    assertThat(read(theirs).statusCode()).isEqualTo(403);
  }

  @Test
  void aBucketThatIsNotThereIsAnotherMatter() {
    S3ResultObjects nowhere = new S3ResultObjects(s3, "no-such-bucket");
    assertThatThrownBy(() -> nowhere.put("7/a", result("x")))
        .isInstanceOf(ResultsUnavailableException.class)
        .hasMessageContaining("s3://no-such-bucket/results/7/a");
    KeptInBucket kept = new KeptInBucket(nowhere);
    kept.put(7, "key", new byte[] {1});
    assertThat(kept.get(7, "key")).isEmpty();
  }

  private static HttpResponse<byte[]> read(URI link) throws IOException, InterruptedException {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
  }

  private static StoredResult result(String text) {
    return new StoredResult("application/json", false, text.getBytes(StandardCharsets.UTF_8));
  }
}
