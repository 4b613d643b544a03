package dev.tenrec.demo;

import dev.tenrec.demo.sending.NotTakenException;
import java.io.Console;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/** The program behind {@code ./tenrec demo}. */
public final class Main {
  // In the environment, because everybody on a machine may read a command line.
  private static final String KEY = "TENREC_KEY";
  private static final int WRONG_USAGE = 2;

  private Main() {}

  public static void main(String[] arguments) throws InterruptedException {
    Console console = System.console();
    boolean terminal = console != null && console.isTerminal();
    Optional<String> key = Optional.ofNullable(System.getenv(KEY)).filter(text -> !text.isBlank());
    System.exit(run(System.out, terminal, key, arguments));
  }

  static int run(PrintStream out, boolean terminal, Optional<String> key, String... arguments)
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
    try {
      new Demo(out, terminal, options).run(key);
    } catch (NotTakenException notTaken) {
      out.println();
      out.println(notTaken.getMessage());
      return 1;
    }
    return 0;
  }
}
