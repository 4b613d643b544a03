package dev.tenrec.demo.sending;

import dev.tenrec.demo.shop.DemoEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sends batches to {@code /batch/}. What the server cannot take now (429, 5xx, no answer) is sent
 * again, with pauses that grow or that the server asks for; anything else ends the sending.
 */
public final class CaptureClient {
  private static final int ATTEMPTS = 10;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong retries = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();
  private final URI endpoint;
  private final String token;
  private final InstantSource clock;
  private final Sleeper sleeper;

  public CaptureClient(URI host, String token, InstantSource clock, Sleeper sleeper) {
    this.endpoint = host.resolve("/batch/");
    this.token = token;
    this.clock = clock;
    this.sleeper = sleeper;
  }

  /** Waits for a while. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits. */
    void sleep(Duration pause) throws InterruptedException;
  }

  /**
   * Sends one batch and returns when the server has it.
   *
   * @throws NotTakenException when it will not
   */
  public void send(List<DemoEvent> events) throws InterruptedException {
    Duration pause = Duration.ofMillis(250);
    for (int attempt = 1; ; attempt++) {
      byte[] body = RequestBody.of(token, events, clock.instant());
      requests.incrementAndGet();
      bytes.addAndGet(body.length);
      Duration asked;
      try {
        HttpResponse<String> answer =
            http.send(request(body), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() == 200) {
          return;
        }
        boolean later = answer.statusCode() == 429 || answer.statusCode() >= 500;
        if (!later || attempt == ATTEMPTS) {
          throw new NotTakenException(
              "%s answered %d: %s".formatted(endpoint, answer.statusCode(), answer.body().strip()));
        }
        asked = retryAfter(answer);
      } catch (IOException unreachable) {
        if (attempt == ATTEMPTS) {
          throw new NotTakenException(
              "%s does not answer (%s): is it running?".formatted(endpoint, unreachable),
              unreachable);
        }
        asked = Duration.ZERO;
      }
      retries.incrementAndGet();
      sleeper.sleep(asked.compareTo(pause) > 0 ? asked : pause);
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  /** How many requests were made, those made again included. */
  public long requests() {
    return requests.get();
  }

  /** How many requests were made again. */
  public long retries() {
    return retries.get();
  }

  /** How many bytes of bodies were sent. */
  public long bytes() {
    return bytes.get();
  }

  private HttpRequest request(byte[] body) {
    return HttpRequest.newBuilder(endpoint)
        .timeout(Duration.ofSeconds(60))
        .header("content-type", "application/json")
        .header("content-encoding", "gzip")
        .header("user-agent", "tenrec-demo/1")
        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Duration retryAfter(HttpResponse<String> answer) {
    return answer
        .headers()
        .firstValue("retry-after")
        .filter(text -> text.matches("\\d{1,4}"))
        .map(text -> Duration.ofSeconds(Long.parseLong(text)))
        .filter(asked -> asked.compareTo(LONGEST_PAUSE) <= 0)
        .orElse(Duration.ZERO);
  }
}
