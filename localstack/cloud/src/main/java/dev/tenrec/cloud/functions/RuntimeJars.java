package dev.tenrec.cloud.functions;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.api.client.EventHandlerLoader;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import dev.tenrec.cloud.runtime.Main;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * What stands on every function's class path before its own jars: the {@code runtime} package of
 * the local cloud, packed into a jar that is named by its content, and AWS's interface client.
 *
 * @param jars in class path order
 * @param version changes whenever one of them does
 */
record RuntimeJars(List<Path> jars, String version) {
  private static final String PACKAGE = Main.class.getPackageName().replace('.', '/');

  RuntimeJars {
    jars = List.copyOf(jars);
  }

  static RuntimeJars prepare(Path directory) {
    try {
      byte[] content = pack();
      String version = hash(content);
      Path jar = directory.resolve("runtime-" + version + ".jar");
      if (!Files.exists(jar)) {
        Path partial = Files.createTempFile(directory, "runtime", ".partial");
        Files.write(partial, content);
        Files.move(partial, jar);
      }
      List<Path> jars = new ArrayList<>();
      jars.add(jar);
      for (Class<?> type :
          List.of(EventHandlerLoader.class, RequestStreamHandler.class, PojoSerializer.class)) {
        jars.add(home(type));
      }
      return new RuntimeJars(jars, version);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the functions' runtime to " + directory, e);
    }
  }

  private static Path home(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("Cannot tell where " + type + " comes from", e);
    }
  }

  private static byte[] pack() throws IOException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(content)) {
      Path home = home(Main.class);
      if (Files.isDirectory(home)) {
        pack(home, zip);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
          pack(jar.getPath("/"), zip);
        }
      }
    }
    return content.toByteArray();
  }

  private static void pack(Path root, ZipOutputStream zip) throws IOException {
    try (Stream<Path> classes = Files.list(root.resolve(PACKAGE))) {
      for (Path type : (Iterable<Path>) classes.sorted()::iterator) {
        // A fixed time, so that the same classes make the same jar.
        ZipEntry entry = new ZipEntry(PACKAGE + "/" + type.getFileName());
        entry.setTime(0);
        zip.putNextEntry(entry);
        try (InputStream in = Files.newInputStream(type)) {
          in.transferTo(zip);
        }
        zip.closeEntry();
      }
    }
  }

  private static String hash(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
