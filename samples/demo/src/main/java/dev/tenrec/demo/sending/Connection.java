package dev.tenrec.demo.sending;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Requests to one server. What it cannot take now (429, 5xx, no answer) is sent again, with pauses
 * that grow or that the server asks for. Safe for use by several threads.
 */
public final class Connection {
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
  private final URI host;
  private final Sleeper sleeper;

  public Connection(URI host, Sleeper sleeper) {
    this.host = host;
    this.sleeper = sleeper;
  }

  /** Waits for a while. */
  @FunctionalInterface
  public interface Sleeper {
    /** Waits. */
    void sleep(Duration pause) throws InterruptedException;
  }

  /** Where the server is. */
  public URI host() {
    return host;
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

  /**
   * Posts a body, which is asked for again at each attempt, and returns the answer of a status
   * below 300.
   *
   * @param headers names and values in turn
   * @throws NotTakenException when the server refuses, or does not answer after all attempts
   */
  public String post(String path, Supplier<byte[]> body, String... headers)
      throws InterruptedException {
    return taken(
        exchange(
            () -> {
              byte[] content = body.get();
              bytes.addAndGet(content.length);
              return request(path, headers)
                  .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                  .build();
            }));
  }

  /**
   * Changes what is at a path, as {@link #post} makes something.
   *
   * @param headers names and values in turn
   * @throws NotTakenException as {@link #post}
   */
  public String patch(String path, byte[] body, String... headers) throws InterruptedException {
    return taken(
        exchange(
            () ->
                request(path, headers)
                    .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(body))
                    .build()));
  }

  /**
   * Gets what is at a path.
   *
   * @param headers names and values in turn
   * @throws NotTakenException as {@link #post}
   */
  public String get(String path, String... headers) throws InterruptedException {
    return taken(exchange(() -> request(path, headers).GET().build()));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(host.resolve(path))
            .timeout(Duration.ofSeconds(60))
            .header("user-agent", "tenrec-demo/1");
    return headers.length == 0 ? request : request.headers(headers);
  }

  private HttpResponse<String> exchange(Supplier<HttpRequest> request) throws InterruptedException {
    Duration pause = Duration.ofMillis(250);
    for (int attempt = 1; ; attempt++) {
      HttpRequest sent = request.get();
      requests.incrementAndGet();
      Duration asked = Duration.ZERO;
      try {
        HttpResponse<String> answer = http.send(sent, HttpResponse.BodyHandlers.ofString());
        boolean later = answer.statusCode() == 429 || answer.statusCode() >= 500;
        if (!later) {
          return answer;
        }
        if (attempt == ATTEMPTS) {
          throw refused(answer);
        }
        asked = retryAfter(answer);
      } catch (IOException unreachable) {
        if (attempt == ATTEMPTS) {
          throw new NotTakenException(
              "%s does not answer (%s): is it running?".formatted(sent.uri(), unreachable),
              unreachable);
        }
      }
      retries.incrementAndGet();
      sleeper.sleep(asked.compareTo(pause) > 0 ? asked : pause);
      pause = pause.multipliedBy(2);
      pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
  }

  private static String taken(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw refused(answer);
    }
    return answer.body();
  }

  private static NotTakenException refused(HttpResponse<String> answer) {
    return new NotTakenException(
        "%s answered %d: %s".formatted(answer.uri(), answer.statusCode(), answer.body().strip()));
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
