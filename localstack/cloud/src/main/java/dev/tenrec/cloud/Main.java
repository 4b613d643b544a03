package dev.tenrec.cloud;

import dev.tenrec.cloud.progress.ConsoleProgress;
import dev.tenrec.cloud.progress.Progress;
import dev.tenrec.cloud.state.DataDirectory;
import dev.tenrec.cloud.state.DirectoryInUseException;
import dev.tenrec.cloud.state.JsonFile;
import dev.tenrec.cloud.template.AssemblyException;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import sun.misc.Signal;

/**
 * Runs a local cloud until it is told to stop: by SIGTERM or Ctrl-C, at the second of which it
 * stops at once. Whether it is up can be seen from {@code ready.json} in the data directory.
 */
public final class Main {
  private Main() {}

  /** Starts, waits, stops. */
  public static void main(String[] arguments) throws InterruptedException {
    // The emulators' libraries have nothing to tell either.
    System.setProperty("slf4j.internal.verbosity", "ERROR");
    CountDownLatch told = new CountDownLatch(1);
    for (String signal : List.of("TERM", "INT")) {
      Signal.handle(
          new Signal(signal),
          _ -> {
            if (told.getCount() == 0) {
              Runtime.getRuntime().halt(130);
            }
            told.countDown();
          });
    }
    Progress progress = new ConsoleProgress(System.out, InstantSource.system());
    LocalCloudSettings settings;
    try {
      settings = Arguments.parse(List.of(arguments));
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.print(Arguments.USAGE);
      System.exit(2);
      return;
    }
    try {
      run(settings, progress, told);
    } catch (AssemblyException | DirectoryInUseException | IllegalStateException cannot) {
      System.err.println(cannot.getMessage());
      System.exit(1);
    } catch (RuntimeException unexpected) {
      unexpected.printStackTrace();
      System.exit(1);
    }
    System.exit(0);
  }

  private static void run(LocalCloudSettings settings, Progress progress, CountDownLatch told)
      throws InterruptedException {
    JsonFile ready = ReadyFile.of(DataDirectory.open(settings.data()));
    LocalCloud cloud = LocalCloud.start(settings, progress);
    try {
      ReadyFile.write(ready, cloud.locations());
      progress.step("ready: " + cloud.front());
      told.await();
      progress.step("stopping");
      ready.remove();
    } finally {
      cloud.stop();
      ready.remove();
    }
    progress.step("stopped");
  }
}
