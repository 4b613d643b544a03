package dev.tenrec.query.function.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.http.ApiException;
import dev.tenrec.http.HttpRequest;
import dev.tenrec.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestDelivery {
  private static final int MOST = 100_000;
  private static final UUID ID = new UUID(1, 2);

  private final TestingResultObjects objects = new TestingResultObjects();
  private final Delivery delivery = new Delivery(objects, MOST, () -> ID);

  @Test
  void aSmallAnswerGoesAsItIs() {
    HttpResponse answer = HttpResponse.text(200, "small");
    assertThat(delivery.deliver(7, request("gzip"), answer)).isSameAs(answer);
  }

  @Test
  void aLargeAnswerGoesCompressed() {
    HttpResponse answer = HttpResponse.text(200, "row,".repeat(200_000));
    HttpResponse sent = delivery.deliver(7, request("gzip, deflate, br"), answer);
    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.headers())
        .containsEntry("content-encoding", "gzip")
        .containsEntry("content-type", "text/plain; charset=utf-8")
        .containsEntry("vary", "accept-encoding");
    assertThat(sent.body().length).isLessThan(MOST);
    assertThat(new StoredResult("", true, sent.body()).plain()).isEqualTo(answer.body());
    assertThat(objects.keys()).isEmpty();
  }

  @Test
  void whoTakesNoCompressionIsToldWhereTheWholeIs() {
    HttpResponse answer = HttpResponse.text(200, "row,".repeat(200_000));
    HttpResponse sent = delivery.deliver(7, request(""), answer);
    assertThat(sent.status()).isEqualTo(303);
    StoredResult kept = objects.follow(sent.headers().get("location"));
    assertThat(kept.compressed()).isFalse();
    assertThat(kept.bytes()).isEqualTo(answer.body());
    assertThat(kept.contentType()).isEqualTo("text/plain; charset=utf-8");
  }

  @Test
  void whatStaysTooLargeIsKeptUnderTheProjectAndNobodyGuessesWhere() {
    HttpResponse answer = HttpResponse.text(200, noise(300_000));
    HttpResponse sent = delivery.deliver(7, request("gzip"), answer);
    assertThat(sent.status()).isEqualTo(303);
    assertThat(sent.headers()).containsEntry("cache-control", "no-store");
    assertThat(objects.keys()).containsExactly("7/answers/" + ID);
    assertThat(objects.follow(sent.headers().get("location")).plain()).isEqualTo(answer.body());
  }

  @Test
  void whatCannotBeKeptIsAskedForAgain() {
    objects.outOfReach(true);
    HttpResponse answer = HttpResponse.text(200, noise(300_000));
    assertThatThrownBy(() -> delivery.deliver(7, request("gzip"), answer))
        .isInstanceOfSatisfying(
            ApiException.class, refused -> assertThat(refused.status()).isEqualTo(503))
        .hasMessageContaining("fewer rows");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "br;q=1, GZIP;q=0.5 | true",
        "* | true",
        "gzip;q=0 | false",
        "br | false"
      })
  void compressesForThoseWhoTakeIt(String accepted, boolean compressed) {
    HttpResponse answer = HttpResponse.text(200, "x".repeat(50_000));
    HttpResponse sent = delivery.deliver(7, request(accepted), answer);
    assertThat(sent.headers().containsKey("content-encoding")).isEqualTo(compressed);
  }

  @Test
  void theLargestBodyFitsIntoTheAnswerOfAFunction() {
    long asBase64 = (Delivery.MOST + 2) / 3 * 4L;
    assertThat(asBase64).isLessThan(6L * 1024 * 1024 - 100_000);
  }

  private static HttpRequest request(String acceptEncoding) {
    return new HttpRequest(
        "POST",
        "/",
        Map.of(),
        Map.of("Accept-Encoding", acceptEncoding),
        Map.of(),
        new byte[0],
        "");
  }

  private static String noise(int length) {
    byte[] bytes = new byte[length];
    Random random = new Random(1);
    for (int at = 0; at < length; at++) {
      bytes[at] = (byte) (32 + random.nextInt(90));
    }
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
