package dev.tenrec.cloud;

import static java.util.Objects.requireNonNull;

import dev.tenrec.cloud.functions.FunctionsSettings.Isolation;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a local cloud is to run, and how.
 *
 * @param assembly the synthesized CDK app ({@code cdk.out})
 * @param data the directory that everything is kept in
 * @param port of the front; 0 for any, the same at every start if it is free
 * @param parameters template parameters, by {@code Name} or {@code Stack:Name}
 * @param sites directories of plain files to serve
 * @param isolation where functions run
 * @param workers the most workers of one function
 * @param warm whether functions are started once everything is ready, before they are called
 * @param learning whether ahead-of-time caches are made for later starts
 */
public record LocalCloudSettings(
    Path assembly,
    Path data,
    int port,
    Map<String, String> parameters,
    List<Site> sites,
    Isolation isolation,
    int workers,
    boolean warm,
    boolean learning) {

  /** A directory of plain files and the port it is served on; 0 for any. */
  public record Site(Path directory, int port) {
    public Site {
      requireNonNull(directory, "directory is null");
    }
  }

  public LocalCloudSettings {
    requireNonNull(assembly, "assembly is null");
    requireNonNull(data, "data is null");
    requireNonNull(isolation, "isolation is null");
    parameters = Map.copyOf(parameters);
    sites = List.copyOf(sites);
  }

  /** For tests: any port, functions in processes, started when they are called. */
  public static LocalCloudSettings of(Path assembly, Path data) {
    return new LocalCloudSettings(
        assembly, data, 0, Map.of(), List.of(), Isolation.PROCESS, 2, false, false);
  }

  /** The same with the front on a port. */
  public LocalCloudSettings withPort(int newPort) {
    return new LocalCloudSettings(
        assembly, data, newPort, parameters, sites, isolation, workers, warm, learning);
  }

  /** The same with functions inside this process. */
  public LocalCloudSettings inProcess() {
    return new LocalCloudSettings(
        assembly, data, port, parameters, sites, Isolation.CLASS_LOADER, workers, warm, false);
  }

  /** The same with a template parameter. */
  public LocalCloudSettings withParameter(String name, String value) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(name, value);
    return new LocalCloudSettings(
        assembly, data, port, more, sites, isolation, workers, warm, learning);
  }
}
