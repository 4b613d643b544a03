package dev.tenrec.cloud.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TestWebServer {
  private static final int LARGEST = 1_000_000;

  private WebServer server = WebServer.start(0, LARGEST, TestWebServer::describe);

  @AfterEach
  void stop() {
    server.close();
  }

  private static WebResponse describe(WebRequest request) {
    if (request.path().equals("/fail")) {
      throw new IllegalStateException("told to");
    }
    return WebResponse.text(
        200,
        request.method()
            + " "
            + request.path()
            + " ?"
            + request.query()
            + " "
            + request.headers().getOrDefault("x-test", "")
            + " ["
            + (request.tooLarge()
                ? "too large"
                : new String(request.body(), StandardCharsets.UTF_8))
            + "]");
  }

  @Test
  void aConnectionIsKeptForMoreRequests() throws IOException {
    try (RawClient client = client()) {
      assertThat(client.send("GET /a HTTP/1.1\r\nhost: x\r\n\r\n").read().body())
          .isEqualTo("GET /a ?  []");
      assertThat(client.send("POST /b HTTP/1.1\r\ncontent-length: 2\r\n\r\nhi").read().body())
          .isEqualTo("POST /b ?  [hi]");
    }
  }

  @Test
  void requestsSentAtOnceAreAnsweredInOrder() throws IOException {
    try (RawClient client = client()) {
      client.send("GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\n");

      assertThat(client.read().body()).startsWith("GET /1");
      assertThat(client.read().body()).startsWith("GET /2");
    }
  }

  @Test
  void aConnectionEndsWhenTheClientWantsItSo() throws IOException {
    try (RawClient client = client()) {
      client.send("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n");

      assertThat(client.read().headers()).containsEntry("connection", "close");
      assertThat(client.ended()).isTrue();
    }
    try (RawClient client = client()) {
      client.send("GET / HTTP/1.0\r\n\r\n").read();
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void aChunkedBodyIsPutTogether() throws IOException {
    try (RawClient client = client()) {
      client.send(
          "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n"
              + "3\r\nabc\r\nA;ext=1\r\n0123456789\r\n0\r\ntrailer: x\r\n\r\n");

      assertThat(client.read().body()).endsWith("[abc0123456789]");
      assertThat(client.send("GET /next HTTP/1.1\r\n\r\n").read().body()).startsWith("GET /next");
    }
  }

  @Test
  void aClientThatWaitsToBeAskedForItsBodyIsAsked() throws IOException {
    try (RawClient client = client()) {
      client.send("POST / HTTP/1.1\r\ncontent-length: 2\r\nExpect: 100-continue\r\n\r\n");

      assertThat(client.read().status()).isEqualTo("HTTP/1.1 100 Continue");
      assertThat(client.send("hi").read().body()).endsWith("[hi]");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {LARGEST + 1, 25_000_000})
  void aBodyThatIsTooLargeIsReadAndTheHandlerTold(int length) throws IOException {
    try (RawClient client = client()) {
      client.send("POST / HTTP/1.1\r\ncontent-length: " + length + "\r\n\r\n");
      client.send(new byte[length]);

      assertThat(client.read().body()).endsWith("[too large]");
      assertThat(client.send("GET /next HTTP/1.1\r\n\r\n").read().body()).startsWith("GET /next");
    }
  }

  @Test
  void aChunkedBodyThatIsTooLargeIsReadAndTheHandlerTold() throws IOException {
    try (RawClient client = client()) {
      client.send("POST / HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n");
      for (int i = 0; i < 25; i++) {
        client.send("F4240\r\n").send(new byte[1_000_000]).send("\r\n");
      }

      assertThat(client.send("0\r\n\r\n").read().body()).endsWith("[too large]");
      assertThat(client.send("GET /next HTTP/1.1\r\n\r\n").read().body()).startsWith("GET /next");
    }
  }

  @Test
  void aHeadRequestGetsTheLengthButNoBody() throws IOException {
    try (RawClient client = client()) {
      assertThat(client.send("HEAD /a HTTP/1.1\r\n\r\n").readHead().headers())
          .containsEntry("content-length", "" + "HEAD /a ?  []".length());
      assertThat(client.send("GET /b HTTP/1.1\r\n\r\n").read().body()).startsWith("GET /b");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          /a|b?q={"a":[1]}^`       ~ GET /a|b ?q={"a":[1]}^`
          /%2Fa%zz?x=%             ~ GET /%2Fa%zz ?x=%
          http://host/p?q          ~ GET /p ?q
          http://host              ~ GET / ?
          /?a?b                    ~ GET / ?a?b
          """)
  void anyTargetThatBrowsersSendIsTaken(String target, String seen) throws IOException {
    try (RawClient client = client()) {
      assertThat(client.send("GET " + target + " HTTP/1.1\r\n\r\n").read().body())
          .isEqualTo(seen + "  []");
    }
  }

  @Test
  void headersThatComeTwiceAreJoined() throws IOException {
    try (RawClient client = client()) {
      client.send("GET / HTTP/1.1\r\nX-Test: a\r\nx-test:b\r\n\r\n");

      assertThat(client.read().body()).contains(" a,b ");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      textBlock =
          """
          hello                                                       ~ 400
          GET x HTTP/1.1                                              ~ 400
          GET / HTTP/2.0                                              ~ 400
          GET / HTTP/1.1\\r\\nno header                               ~ 400
          POST / HTTP/1.1\\r\\ncontent-length: abc                    ~ 400
          POST / HTTP/1.1\\r\\ncontent-length: 1\\r\\ntransfer-encoding: chunked ~ 400
          POST / HTTP/1.1\\r\\ntransfer-encoding: chunked\\r\\n\\r\\nzz ~ 400
          POST / HTTP/1.1\\r\\ncontent-length: 99999999999            ~ 413
          """)
  void whatIsNoHttpIsRefusedAndTheConnectionEnds(String request, int status) throws IOException {
    try (RawClient client = client()) {
      client.send(request.replace("\\r\\n", "\r\n") + "\r\n\r\n");

      assertThat(client.read().status()).isEqualTo("HTTP/1.1 " + status);
      assertThat(client.ended()).isTrue();
    }
  }

  @Test
  void aLineWithoutEndIsRefused() throws IOException {
    try (RawClient client = client()) {
      client.send("GET /" + "x".repeat(200_000) + " HTTP/1.1\r\n\r\n");

      assertThat(client.read().status()).isEqualTo("HTTP/1.1 431");
    }
  }

  @Test
  void aHandlerThatFailsCostsNothingButItsAnswer() throws IOException {
    try (RawClient client = client()) {
      assertThat(client.send("GET /fail HTTP/1.1\r\n\r\n").read().status())
          .isEqualTo("HTTP/1.1 500");
      assertThat(client.send("GET / HTTP/1.1\r\n\r\n").read().status()).isEqualTo("HTTP/1.1 200");
    }
  }

  @Test
  void aLineBreakInAHeaderOfAnAnswerBeginsNoHeaderOfItsOwn() throws IOException {
    server.close();
    server =
        WebServer.start(
            0,
            LARGEST,
            _ ->
                new WebResponse(
                    200,
                    List.of(
                        Map.entry("x-a", "1\r\nx-b: 2"),
                        Map.entry("set-cookie", "a"),
                        Map.entry("set-cookie", "b")),
                    new byte[0]));
    try (RawClient client = client()) {
      RawClient.Answer answer = client.send("GET / HTTP/1.1\r\n\r\n").read();

      assertThat(answer.headers()).doesNotContainKey("x-b").containsEntry("set-cookie", "a|b");
    }
  }

  @Test
  void manyConnectionsAreServedAtOnce() throws Exception {
    int count = 200;
    CountDownLatch together = new CountDownLatch(count);
    server.close();
    server =
        WebServer.start(
            0,
            LARGEST,
            _ -> {
              together.countDown();
              try {
                together.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return WebResponse.text(200, "together");
            });
    try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> answers = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        answers.add(
            clients.submit(
                () -> {
                  try (RawClient client = client()) {
                    return client.send("GET / HTTP/1.1\r\n\r\n").read().body();
                  }
                }));
      }
      for (Future<String> answer : answers) {
        assertThat(answer.get()).isEqualTo("together");
      }
    }
  }

  @Test
  void closingLetsAnAnswerThatIsBeingMadeBeFinished() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    server.close();
    server =
        WebServer.start(
            0,
            LARGEST,
            _ -> {
              asked.countDown();
              try {
                goOn.await();
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              return WebResponse.text(200, "finished");
            });
    try (RawClient client = client()) {
      client.send("GET / HTTP/1.1\r\n\r\n");
      asked.await();
      Thread closing = Thread.ofVirtual().start(server::close);
      goOn.countDown();

      assertThat(client.read().body()).isEqualTo("finished");
      assertThat(client.ended()).isTrue();
      closing.join();
    }
  }

  private RawClient client() throws IOException {
    return new RawClient(server.address());
  }
}
