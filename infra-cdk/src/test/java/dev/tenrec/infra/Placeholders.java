package dev.tenrec.infra;

import dev.tenrec.infra.compute.FunctionZips;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zips that stand for the functions', so that no test waits for the modules that make them. */
public final class Placeholders {
  private Placeholders() {}

  /** Zips of a directory, each different, made when they are asked for. */
  public static FunctionZips zips(Path directory) {
    return module -> {
      Path zip = directory.resolve(module.replace('/', '-') + ".zip");
      try {
        Files.createDirectories(directory);
        try (OutputStream file = Files.newOutputStream(zip);
            ZipOutputStream out = new ZipOutputStream(file)) {
          ZipEntry entry = new ZipEntry("module.txt");
          entry.setTime(0);
          out.putNextEntry(entry);
          out.write(module.getBytes(StandardCharsets.UTF_8));
          out.closeEntry();
        }
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
      return zip;
    };
  }
}
