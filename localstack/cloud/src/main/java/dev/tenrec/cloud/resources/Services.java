package dev.tenrec.cloud.resources;

import static java.util.Objects.requireNonNull;

import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.aws.Protocol;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The services that resources are made in, each there as soon as it has started.
 *
 * @param byProtocol only those that the template needs
 */
public record Services(Map<Protocol, CompletableFuture<AwsService>> byProtocol) {
  public Services {
    requireNonNull(byProtocol, "byProtocol is null");
    byProtocol = Map.copyOf(byProtocol);
  }

  /** Waits for a service. */
  public AwsService get(Protocol protocol) {
    CompletableFuture<AwsService> service = byProtocol.get(protocol);
    if (service == null) {
      throw new IllegalStateException(protocol + " was not started");
    }
    return service.join();
  }
}
