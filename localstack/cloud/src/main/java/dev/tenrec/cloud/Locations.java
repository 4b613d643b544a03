package dev.tenrec.cloud;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * Where a local cloud answers.
 *
 * @param front the distribution, or the HTTP API where there is none
 * @param lambda Lambda's API, for calling functions
 * @param endpoints the emulators, by names such as {@code kinesis}
 * @param functionUrls the functions that have a URL, by label
 * @param sites in the order of the settings
 * @param outputs the outputs of the stacks, by {@code Stack.Name}
 */
public record Locations(
    URI front,
    URI lambda,
    Map<String, URI> endpoints,
    Map<String, URI> functionUrls,
    List<URI> sites,
    Map<String, String> outputs) {
  public Locations {
    requireNonNull(front, "front is null");
    requireNonNull(lambda, "lambda is null");
    endpoints = Map.copyOf(endpoints);
    functionUrls = Map.copyOf(functionUrls);
    sites = List.copyOf(sites);
    outputs = Map.copyOf(outputs);
  }
}
