package dev.tenrec.demo;

import dev.tenrec.demo.sending.CaptureClient;
import dev.tenrec.demo.sending.NotTakenException;
import dev.tenrec.demo.sending.Sender;
import dev.tenrec.demo.sending.Tally;
import dev.tenrec.demo.shop.Traffic;
import java.io.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** The program behind {@code ./tenrec demo}. */
public final class Main {
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    System.exit(run(System.out, terminal, arguments));
  }

  static int run(PrintStream out, boolean terminal, String... arguments)
      throws InterruptedException {
    if (List.of(arguments).contains("--help")) {
      out.print(Options.USAGE);
      return 0;
    }
    Options options;
    try {
      options = Options.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      out.println(wrong.getMessage());
      out.print(Options.USAGE);
      return WRONG_USAGE;
    }
    Instant started = Instant.now();
    Traffic traffic = new Traffic(options.seed(), options.days(), options.visitors(), started);
    CaptureClient client =
        new CaptureClient(options.host(), options.token(), InstantSource.system(), Thread::sleep);
    Tally tally = new Tally();
    out.printf("Sending %d days of a shop's traffic to %s%n", options.days(), options.host());
    try {
      new Sender(client, tally, new ProgressBar(out, terminal, traffic, tally)).send(traffic);
    } catch (NotTakenException notTaken) {
      out.println();
      out.println(notTaken.getMessage());
      return 1;
    }
    out.print(Summary.of(tally, client, Duration.between(started, Instant.now())));
    return 0;
  }
}
