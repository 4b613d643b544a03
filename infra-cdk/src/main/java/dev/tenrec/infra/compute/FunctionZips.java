package dev.tenrec.infra.compute;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where the functions' zips come from. */
@FunctionalInterface
public interface FunctionZips {
  /**
   * The zip of a function.
   *
   * @param module the function's module, such as {@code functions/capture}
   * @return an existing file
   */
  Path zip(String module);

  /** The zips that the build leaves in {@code target/function.zip} of each module. */
  static FunctionZips ofRepository(Path root) {
    return module ->
        existing(
            root.resolve(module).resolve("target/function.zip"),
            "build it with: mvn -pl %s -am package -DskipTests".formatted(module));
  }

  /** The zips of a directory, such as {@code functions-capture.zip}. */
  static FunctionZips ofDirectory(Path directory) {
    return module -> existing(directory.resolve(fileName(module)), "put the function's zip there");
  }

  /**
   * The zips that a jar carries, copied to temporary files.
   *
   * @param loader the class loader that sees the jar
   * @param folder where they are in the jar, such as {@code dev/tenrec/functions}
   */
  static FunctionZips ofResources(ClassLoader loader, String folder) {
    return module -> {
      String name = folder + "/" + fileName(module);
      try (InputStream resource = loader.getResourceAsStream(name)) {
        if (resource == null) {
          throw new MissingZipException(
              "The resource %s does not exist: add the jar that carries Tenrec's functions to the class path"
                  .formatted(name));
        }
        Path copy = Files.createTempFile("tenrec-", ".zip");
        copy.toFile().deleteOnExit();
        Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
        return copy;
      } catch (IOException error) {
        throw new UncheckedIOException(name + " cannot be copied: " + error.getMessage(), error);
      }
    };
  }

  private static String fileName(String module) {
    return module.replace('/', '-') + ".zip";
  }

  private static Path existing(Path zip, String cure) {
    if (!Files.isRegularFile(zip)) {
      throw new MissingZipException("%s does not exist: %s".formatted(zip, cure));
    }
    return zip;
  }
}
