package dev.tenrec.demo;

import dev.tenrec.demo.recording.Recorder;
import dev.tenrec.demo.recording.Recording;
import dev.tenrec.demo.sending.CaptureClient;
import dev.tenrec.demo.sending.Connection;
import dev.tenrec.demo.sending.FlagsClient;
import dev.tenrec.demo.sending.RecordingClient;
import dev.tenrec.demo.sending.Sender;
import dev.tenrec.demo.sending.Tally;
import dev.tenrec.demo.setup.Setup;
import dev.tenrec.demo.shop.Traffic;
import dev.tenrec.demo.shop.Visit;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/** Fills a project: sets it up, sends the traffic, then the recordings. */
final class Demo {
  private final PrintStream out;
  private final boolean terminal;
  private final Options options;
  private final Connection connection;
  private final Instant started = Instant.now();

  Demo(PrintStream out, boolean terminal, Options options) {
    this.out = out;
    this.terminal = terminal;
    this.options = options;
    this.connection = new Connection(options.host(), Thread::sleep);
  }

  /**
   * Runs to the end.
   *
   * @param key a personal API key; without one nothing is set up
   */
  void run(Optional<String> key) throws InterruptedException {
    out.printf("Sending %d days of a shop's traffic to %s%n", options.days(), options.host());
    if (key.isPresent()) {
      setUp(key.get());
    }
    Tally tally = new Tally();
    Recorder recorder = new Recorder(started);
    ConcurrentLinkedQueue<Visit> filmed = new ConcurrentLinkedQueue<>();
    send(
        tally,
        visit -> {
          if (recorder.records(visit)) {
            filmed.add(visit);
          }
        });
    List<Visit> inOrder =
        filmed.stream()
            .sorted(Comparator.comparing(Visit::start).thenComparing(Visit::visitor))
            .toList();
    sendRecordings(recorder, inOrder);
    out.print(
        Summary.of(tally, inOrder.size(), connection, Duration.between(started, Instant.now())));
  }

  private void setUp(String key) throws InterruptedException {
    ProgressBar bar = new ProgressBar(out, terminal, "Setting up");
    bar.at(0, "");
    bar.at(1, Setup.of(connection, options.token(), key).run() + " made");
  }

  private void send(Tally tally, Consumer<Visit> visited) throws InterruptedException {
    Traffic traffic = new Traffic(options.seed(), options.days(), options.visitors(), started);
    ProgressBar bar = new ProgressBar(out, terminal, "Traffic");
    double whole = Math.max(1, Duration.between(traffic.start(), traffic.now()).toMillis());
    CaptureClient client = new CaptureClient(connection, options.token(), InstantSource.system());
    new Sender(
            client,
            new FlagsClient(connection, options.token()),
            visited,
            tally,
            reached ->
                bar.at(
                    Duration.between(traffic.start(), reached).toMillis() / whole,
                    String.format(
                        Locale.ROOT,
                        "%s  %,9d events",
                        LocalDate.ofInstant(reached, ZoneOffset.UTC),
                        tally.total())))
        .send(traffic);
  }

  private void sendRecordings(Recorder recorder, List<Visit> visits) throws InterruptedException {
    ProgressBar bar = new ProgressBar(out, terminal, "Recordings");
    RecordingClient client =
        new RecordingClient(connection, options.token(), InstantSource.system());
    int sent = 0;
    bar.at(0, "");
    for (Visit visit : visits) {
      Recording recording = recorder.record(visit);
      client.send(recording);
      sent++;
      bar.at((double) sent / visits.size(), sent + " of " + visits.size() + " visits");
    }
    if (visits.isEmpty()) {
      bar.at(1, "no visit of the last days");
    }
  }
}
