package dev.tenrec.emulators;

import java.net.URI;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** What every client of an emulator is given: its endpoint, a region, and the local keys. */
final class LocalClients {
  private LocalClients() {}

  static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B local(
      B builder, URI endpoint) {
    return builder
        .endpointOverride(endpoint)
        .region(Region.of(LocalCredentials.REGION))
        .credentialsProvider(LocalCredentials.create())
        .httpClientBuilder(UrlConnectionHttpClient.builder());
  }
}
