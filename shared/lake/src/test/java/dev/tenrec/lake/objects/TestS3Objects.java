package dev.tenrec.lake.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tenrec.emulators.LocalCredentials;
import dev.tenrec.emulators.S3Emulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.iceberg.io.SupportsPrefixOperations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestS3Objects extends FileIoContract {
  private static final Map<String, String> CREDENTIALS =
      Map.of(
          "aws.accessKeyId", LocalCredentials.ACCESS_KEY,
          "aws.secretAccessKey", LocalCredentials.SECRET_KEY,
          "aws.region", LocalCredentials.REGION);

  private static S3Emulator s3;
  private static String bucket;
  private static S3Objects objects;

  @BeforeAll
  static void start(@TempDir Path directory) {
    s3 = S3Emulator.start(directory);
    bucket = s3.freshBucket("lake");
    CREDENTIALS.forEach(System::setProperty);
    System.setProperty("aws.endpointUrlS3", s3.endpoint().toString());
    objects = new S3Objects();
    objects.initialize(Map.of("io.manifest.cache-enabled", "true"));
  }

  @AfterAll
  static void stop() {
    objects.close();
    s3.close();
    CREDENTIALS.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrlS3");
  }

  @Override
  SupportsPrefixOperations files() {
    return objects;
  }

  @Override
  String folder() {
    return "s3://" + bucket + "/" + UUID.randomUUID() + "/";
  }

  @Test
  void tellsIcebergThePropertiesThatSwitchItsCacheOn() {
    assertThat(objects.properties()).containsEntry("io.manifest.cache-enabled", "true");
  }

  @Test
  void deletesManyAtOnce() throws IOException {
    String folder = folder();
    List<String> locations = IntStream.range(0, 5).mapToObj(i -> folder + i).toList();
    for (String location : locations) {
      try (var output = objects.newOutputFile(location).create()) {
        output.write(1);
      }
    }
    objects.deleteFiles(locations.subList(0, 4));
    assertThat(objects.listPrefix(folder)).hasSize(1);

    objects.deletePrefix(folder);
    assertThat(objects.listPrefix(folder)).isEmpty();
  }

  @Test
  void namesAPlaceThatIsNotAnObject() {
    assertThatThrownBy(() -> objects.deleteFile("/tmp/file"))
        .hasMessage("\"/tmp/file\" is not the place of an object: write s3://bucket/key");
  }
}
