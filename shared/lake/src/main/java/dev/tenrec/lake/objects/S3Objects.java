package dev.tenrec.lake.objects;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.DeleteObjectsResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ObjectIdentifier;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Iceberg's files in S3. Iceberg makes it by its name and calls {@link #initialize}; the client is
 * that of the default provider chain. An object appears whole or not at all.
 */
public final class S3Objects implements SupportsPrefixOperations, SupportsBulkOperations {
  private static final long serialVersionUID = 1;
  private static final int DELETES_PER_CALL = 1_000;
  private static final int NOT_FOUND = 404;

  private transient S3Client client;

  /** For Iceberg. */
  public S3Objects() {}

  @Override
  public void initialize(Map<String, String> properties) {
    client = S3Client.builder().httpClient(UrlConnectionHttpClient.create()).build();
  }

  @Override
  public InputFile newInputFile(String location) {
    return new ObjectInput(location, () -> read(location));
  }

  @Override
  public OutputFile newOutputFile(String location) {
    return new ObjectOutput(
        location, bytes -> write(location, bytes), () -> newInputFile(location));
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

  private byte[] read(String location) {
    ObjectLocation object = ObjectLocation.of(location);
    try {
      return client
          .getObjectAsBytes(request -> request.bucket(object.bucket()).key(object.key()))
          .asByteArrayUnsafe();
    } catch (NoSuchKeyException missing) {
      throw new NotFoundException(missing, "%s does not exist", location);
    } catch (S3Exception failure) {
      if (failure.statusCode() == NOT_FOUND) {
        throw new NotFoundException(failure, "%s does not exist", location);
      }
      throw failure;
    }
  }

  private void write(String location, byte[] bytes) {
    ObjectLocation object = ObjectLocation.of(location);
    client.putObject(
        request -> request.bucket(object.bucket()).key(object.key()), RequestBody.fromBytes(bytes));
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
