package dev.tenrec.workflows.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.tenrec.workflow.runs.Delivery;
import dev.tenrec.workflow.runs.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestWebhookCaller {
  private final List<String> received = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private int status = 200;
  private byte[] answer = "thanks".getBytes(UTF_8);

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        exchange -> {
          received.add(
              exchange.getRequestMethod()
                  + " "
                  + exchange.getRequestURI()
                  + " "
                  + exchange.getRequestHeaders().getFirst("X-Tenrec-Delivery")
                  + " "
                  + exchange.getRequestHeaders().getFirst("Host")
                  + " "
                  + new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.getResponseHeaders().add("Location", "/elsewhere");
          exchange.sendResponseHeaders(status, answer.length > 6 ? 0 : answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aCallCarriesItsBodyAndItsDelivery() {
    String host = "127.0.0.1:" + server.getAddress().getPort();
    assertThat(allowed().call(post("http://" + host + "/a?b=c")))
        .isEqualTo(new Outcome.Done("answered 200: thanks"));
    assertThat(received).containsExactly("POST /a?b=c run:step " + host + " {\"ü\":1}");
  }

  @Test
  void theAnswerDecidesWhetherToTryAgain() {
    Map.of(500, true, 503, true, 429, true, 408, true, 400, false, 404, false, 302, false)
        .forEach(
            (code, later) -> {
              status = code;
              Outcome outcome = allowed().call(post(url()));
              assertThat(outcome instanceof Outcome.Again)
                  .as("%d: %s", code, outcome)
                  .isEqualTo(later);
            });
    assertThat(received).as("redirects are not followed").hasSize(7);
  }

  @Test
  void anEndlessAnswerIsCut() {
    answer = new byte[1_000_000];
    java.util.Arrays.fill(answer, (byte) 'x');
    Outcome outcome = allowed().call(post(url()));
    assertThat(outcome).isInstanceOf(Outcome.Done.class);
    assertThat(outcome.toString().length()).isLessThan(600);
  }

  @Test
  void whoeverDoesNotAnswerIsLeftAfterTheTimeout() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      WebhookCaller hasty =
          new WebhookCaller(
              AddressRule.of("127.0.0.1"),
              host -> List.of(InetAddress.getByName(host)),
              Duration.ofMillis(200),
              (SSLSocketFactory) SSLSocketFactory.getDefault());
      assertThat(hasty.call(post("http://127.0.0.1:" + silent.getLocalPort() + "/")))
          .isInstanceOf(Outcome.Again.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "2130706433",
        "127.1",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "localhost"
      })
  void theOwnMachineIsRefusedHoweverItIsWritten(String host) {
    Outcome outcome =
        WebhookCaller.system(AddressRule.of(""))
            .call(post("http://" + host + ":" + server.getAddress().getPort() + "/"));
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x7f000001", "0177.0.0.1", "0x7f.1", "017700000001"})
  void hexAndOctalFormsNeverReachTheOwnMachine(String host) {
    Outcome outcome =
        WebhookCaller.system(AddressRule.of(""))
            .call(post("http://" + host + ":" + server.getAddress().getPort() + "/"));
    assertThat(outcome).isNotInstanceOf(Outcome.Done.class);
    assertThat(received).isEmpty();
  }

  @Test
  void aNameIsRefusedWhenAnyOfItsAddressesIsPrivateAndAskedForOnce() {
    List<String> asked = new ArrayList<>();
    WebhookCaller caller =
        new WebhookCaller(
            AddressRule.of(""),
            host -> {
              asked.add(host);
              return List.of(InetAddress.getByName("1.1.1.1"), InetAddress.getByName("10.0.0.1"));
            },
            Duration.ofSeconds(5),
            (SSLSocketFactory) SSLSocketFactory.getDefault());
    assertThat(caller.call(post("http://rebinding.example/")))
        .isInstanceOfSatisfying(
            Outcome.Failed.class, refused -> assertThat(refused.error()).contains("10.0.0.1"));
    assertThat(asked).containsExactly("rebinding.example");
  }

  @Test
  void aConnectionGoesToTheAddressThatWasChecked() {
    WebhookCaller caller =
        new WebhookCaller(
            AddressRule.of("127.0.0.1"),
            _ -> List.of(InetAddress.getByName("127.0.0.1")),
            Duration.ofSeconds(5),
            (SSLSocketFactory) SSLSocketFactory.getDefault());
    assertThat(
            caller.call(
                post("http://does-not-exist.invalid:" + server.getAddress().getPort() + "/")))
        .isInstanceOf(Outcome.Done.class);
  }

  private WebhookCaller allowed() {
    return WebhookCaller.system(AddressRule.of("127.0.0.1"));
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  private static Delivery.Webhook post(String url) {
    return new Delivery.Webhook(
        "run:step", "POST", url, Map.of("x-tenrec-delivery", "run:step"), "{\"ü\":1}");
  }
}
