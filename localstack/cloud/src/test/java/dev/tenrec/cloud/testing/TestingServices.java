package dev.tenrec.cloud.testing;

import dev.tenrec.cloud.aws.AwsService;
import dev.tenrec.cloud.aws.Credentials;
import dev.tenrec.cloud.aws.Protocol;
import dev.tenrec.cloud.resources.Services;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/** Services at the endpoints of emulators. */
public final class TestingServices {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private TestingServices() {}

  public static Services at(Map<Protocol, URI> endpoints) {
    return new Services(
        endpoints.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    it -> CompletableFuture.completedFuture(service(it.getKey(), it.getValue())))));
  }

  public static AwsService service(Protocol protocol, URI endpoint) {
    return new AwsService(
        HTTP, endpoint, protocol, Credentials.LOCAL, "us-east-1", InstantSource.system());
  }
}
