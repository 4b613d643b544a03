package dev.tenrec.demo.sending;

import dev.tenrec.demo.shop.DemoEvent;
import java.time.InstantSource;
import java.util.List;

/** Sends batches of events to {@code /batch/}. */
public final class CaptureClient {
  private final Connection connection;
  private final String token;
  private final InstantSource clock;

  public CaptureClient(Connection connection, String token, InstantSource clock) {
    this.connection = connection;
    this.token = token;
    this.clock = clock;
  }

  /**
   * Sends one batch and returns when the server has it.
   *
   * @throws NotTakenException when it will not
   */
  public void send(List<DemoEvent> events) throws InterruptedException {
    connection.post(
        "/batch/",
        () -> RequestBody.of(token, events, clock.instant()),
        "content-type",
        "application/json",
        "content-encoding",
        "gzip");
  }
}
