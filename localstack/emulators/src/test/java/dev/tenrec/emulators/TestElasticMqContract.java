package dev.tenrec.emulators;

import com.typesafe.config.ConfigFactory;
import dev.tenrec.emulators.contract.SqsContract;
import dev.tenrec.emulators.process.Ports;
import java.net.URI;
import java.util.Map;
import org.apache.pekko.actor.Terminated;
import org.elasticmq.server.ElasticMQServer;
import org.elasticmq.server.config.ElasticMQServerConfig;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import scala.Function0;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The contract on an implementation that others wrote: it keeps ours honest. */
class TestElasticMqContract extends SqsContract {
  private static URI endpoint;
  private static Function0<Terminated> stop;

  @BeforeAll
  static void start() {
    int port = Ports.claim(0);
    endpoint = URI.create("http://127.0.0.1:" + port);
    Map<String, Object> settings =
        Map.of(
            "node-address.host",
            "127.0.0.1",
            "node-address.port",
            port,
            "rest-sqs.bind-hostname",
            "127.0.0.1",
            "rest-sqs.bind-port",
            port,
            "rest-stats.enabled",
            false,
            "aws.region",
            LocalCredentials.REGION);
    stop =
        new ElasticMQServer(
                new ElasticMQServerConfig(
                    ConfigFactory.parseMap(settings).withFallback(ConfigFactory.load())))
            .start();
  }

  @AfterAll
  static void stop() {
    stop.apply();
  }

  @Override
  protected SqsClient client() {
    return LocalClients.local(SqsClient.builder(), endpoint).build();
  }
}
