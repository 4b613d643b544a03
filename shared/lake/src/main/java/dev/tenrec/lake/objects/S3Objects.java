package dev.tenrec.lake.objects;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.iceberg.exceptions.NotFoundException;
import org.apache.iceberg.io.BulkDeletionFailureException;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SupportsBulkOperations;
import org.apache.iceberg.io.SupportsPrefixOperations;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Iceberg's files in S3. Iceberg makes it by its name and calls {@link #initialize}; the client is
 * that of the default provider chain. An object appears whole or not at all. Safe for use by
 * several threads.
 */
public final class S3Objects implements SupportsPrefixOperations, SupportsBulkOperations {
  private static final long serialVersionUID = 1;
  private static final int DELETES_PER_CALL = 1_000;
  private static final int NOT_FOUND = 404;
  private static final int BEYOND_THE_END = 416;

  private Map<String, String> properties = Map.of();
  private transient S3Client client;

  /** For Iceberg. */
  public S3Objects() {}

  @Override
  public void initialize(Map<String, String> catalogProperties) {
    properties = Map.copyOf(catalogProperties);
    client = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  @Override
  public Map<String, String> properties() {
    return properties;
  }

  @Override
  public InputFile newInputFile(String location) {
    return input(location, OptionalLong.empty());
  }

  @Override
  public InputFile newInputFile(String location, long length) {
    return input(location, OptionalLong.of(length));
  }

  private InputFile input(String location, OptionalLong length) {
    return new ObjectInput(location, length, (offset, count) -> read(location, offset, count));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new ObjectOutput(
        location, content -> write(location, content), () -> newInputFile(location));
  }

  @Override
  public void deleteFile(String location) {
    ObjectLocation object = ObjectLocation.of(location);
    client.deleteObject(request -> request.bucket(object.bucket()).key(object.key()));
  }

  @Override
  public void deleteFiles(Iterable<String> locations) throws BulkDeletionFailureException {
    int failures = 0;
    List<ObjectLocation> batch = new ArrayList<>();
    for (String location : locations) {
      batch.add(ObjectLocation.of(location));
      if (batch.size() == DELETES_PER_CALL) {
        failures += delete(batch);
        batch.clear();
      }
    }
    failures += delete(batch);
    if (failures > 0) {
      throw new BulkDeletionFailureException(failures);
    }
  }

  @Override
  public Iterable<FileInfo> listPrefix(String prefix) {
    ObjectLocation start = ObjectLocation.of(prefix);
    return () ->
        client
            .listObjectsV2Paginator(request -> request.bucket(start.bucket()).prefix(start.key()))
            .contents()
            .stream()
            .map(
                object ->
                    new FileInfo(
                        new ObjectLocation(start.bucket(), object.key()).toString(),
                        object.size(),
                        object.lastModified().toEpochMilli()))
            .iterator();
  }

  @Override
  public void deletePrefix(String prefix) {
    deleteFiles(
        () ->
            StreamSupport.stream(
                    Spliterators.spliteratorUnknownSize(
                        listPrefix(prefix).iterator(), Spliterator.ORDERED),
                    false)
                .map(FileInfo::location)
                .iterator());
  }

  @Override
  public void close() {
    if (client != null) {
      client.close();
    }
  }

  private RangeReader.Range read(String location, long offset, int length) {
    ObjectLocation object = ObjectLocation.of(location);
    String range = "bytes=" + offset + "-" + (offset + length - 1);
    try {
      ResponseBytes<GetObjectResponse> part =
          client.getObjectAsBytes(
              request -> request.bucket(object.bucket()).key(object.key()).range(range));
      return new RangeReader.Range(part.asByteArrayUnsafe(), objectLength(part.response()));
    } catch (S3Exception failure) {
      if (failure.statusCode() == BEYOND_THE_END) {
        return new RangeReader.Range(new byte[0], offset);
      }
      if (failure.statusCode() == NOT_FOUND) {
        throw new NotFoundException(failure, "%s does not exist", location);
      }
      throw failure;
    }
  }

  // "bytes 0-99/1234"
  private static long objectLength(GetObjectResponse response) {
    String range = response.contentRange();
    return range == null
        ? response.contentLength()
        : Long.parseLong(range.substring(range.lastIndexOf('/') + 1));
  }

  private void write(String location, ObjectOutput.Content content) {
    ObjectLocation object = ObjectLocation.of(location);
    RequestBody body =
        switch (content) {
          case ObjectOutput.Content.InMemory(byte[] bytes) -> RequestBody.fromBytes(bytes);
          case ObjectOutput.Content.OnDisk(Path file) -> RequestBody.fromFile(file);
        };
    client.putObject(request -> request.bucket(object.bucket()).key(object.key()), body);
  }

  private int delete(List<ObjectLocation> batch) {
    if (batch.isEmpty()) {
      return 0;
    }
    List<ObjectIdentifier> keys =
        batch.stream().map(object -> ObjectIdentifier.builder().key(object.key()).build()).toList();
    DeleteObjectsResponse response =
        client.deleteObjects(
            request ->
                request
                    .bucket(batch.getFirst().bucket())
                    .delete(delete -> delete.objects(keys).quiet(true)));
    return response.errors().size();
  }
}
