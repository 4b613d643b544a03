package dev.tenrec.cloud.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tenrec.cloud.testing.TestingServices;
import dev.tenrec.emulators.GlueEmulator;
import dev.tenrec.emulators.S3Emulator;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestAwsService {
  @TempDir Path directory;

  @Test
  void aRequestIsSignedAsS3ChecksIt() {
    try (S3Emulator s3 = S3Emulator.start(directory)) {
      AwsService right = TestingServices.service(Protocol.S3, s3.endpoint());
      AwsService wrong =
          new AwsService(
              HttpClient.newHttpClient(),
              s3.endpoint(),
              Protocol.S3,
              new Credentials("test", "another"),
              "us-east-1",
              InstantSource.system());

      assertThat(right.rest("PUT", "/bucket", new byte[0])).isEqualTo(200);
      assertThat(right.rest("PUT", "/bucket/key", new byte[] {1, 2})).isEqualTo(200);
      assertThat(right.rest("HEAD", "/bucket/key", new byte[0])).isEqualTo(200);
      assertThat(wrong.rest("PUT", "/bucket/other", new byte[] {1})).isEqualTo(403);
    }
  }

  @Test
  void anErrorHasTheServicesNameForIt() {
    try (GlueEmulator glue = GlueEmulator.start(directory)) {
      AwsService service = TestingServices.service(Protocol.GLUE, glue.endpoint());

      assertThatThrownBy(
              () ->
                  service.call(
                      "GetDatabase", JsonNodeFactory.instance.objectNode().put("Name", "none")))
          .isInstanceOfSatisfying(
              AwsException.class,
              error -> {
                assertThat(error.code()).isEqualTo("EntityNotFoundException");
                assertThat(error.status()).isEqualTo(400);
              })
          .hasMessageContaining("GetDatabase");
    }
  }

  @Test
  void aServiceThatIsNotThereIsNamedWithItsAddress() {
    AwsService nobody = TestingServices.service(Protocol.SQS, URI.create("http://127.0.0.1:1"));

    assertThatThrownBy(() -> nobody.call("ListQueues", JsonNodeFactory.instance.objectNode()))
        .isInstanceOfSatisfying(
            AwsException.class, error -> assertThat(error.code()).isEqualTo("Unreachable"))
        .hasMessageContaining("http://127.0.0.1:1");
  }
}
