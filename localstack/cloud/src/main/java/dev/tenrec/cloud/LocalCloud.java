package dev.tenrec.cloud;

import dev.tenrec.cloud.functions.FunctionDefinition;
import dev.tenrec.cloud.functions.Functions;
import dev.tenrec.cloud.functions.InvocationResult;
import dev.tenrec.cloud.progress.ConsoleProgress;
import dev.tenrec.cloud.progress.Progress;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;

/**
 * A running local cloud.
 *
 * <ul>
 *   <li>When {@link #start} returns, every resource is there and everything answers; functions
 *       start when they are called, or right afterwards.
 *   <li>Everything is kept in one data directory, and is there again at the next start, however
 *       this run ends. A directory is used by one local cloud at a time.
 *   <li>No process outlives it.
 * </ul>
 */
public final class LocalCloud implements AutoCloseable {
  private final Parts parts;
  private final Functions functions;
  private final Locations locations;

  LocalCloud(Parts parts, Functions functions, Locations locations) {
    this.parts = parts;
    this.functions = functions;
    this.locations = locations;
  }

  /** Starts a local cloud and prints what it does. */
  public static LocalCloud start(LocalCloudSettings settings) {
    return start(settings, new ConsoleProgress(System.out, InstantSource.system()));
  }

  /** Starts a local cloud; what has started is stopped again should something else not start. */
  public static LocalCloud start(LocalCloudSettings settings, Progress progress) {
    Parts parts = new Parts(progress);
    try {
      return new Starting(settings, progress, parts).run();
    } catch (RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** The address of the distribution, or of the HTTP API where there is none. */
  public URI front() {
    return locations.front();
  }

  /** Everything that answers. */
  public Locations locations() {
    return locations;
  }

  /** The functions, as the template describes them. */
  public List<FunctionDefinition> functions() {
    return functions.definitions();
  }

  /**
   * Calls a function and waits for it.
   *
   * @param name its name, label (such as {@code Capture}) or ARN
   */
  public InvocationResult invoke(String name, byte[] payload) {
    FunctionDefinition function =
        functions
            .find(name)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "There is no function "
                            + name
                            + "; there are "
                            + functions.definitions().stream()
                                .map(FunctionDefinition::label)
                                .toList()));
    return functions.invoke(function, payload);
  }

  /** Stops everything in order: what is being worked on is finished, within seconds. */
  public void stop() {
    parts.close();
  }

  @Override
  public void close() {
    stop();
  }
}
