package dev.tenrec.assets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The files that the build packed beside the classes. Only what the manifest names exists, so no
 * request can reach anything else on the class path. What was read once stays in memory.
 */
final class PackedFiles {
  private static final String MANIFEST = "manifest.json";

  private final String sdkVersion;
  private final Map<String, PackedFile> files;
  private final Function<String, byte[]> reader;
  private final Map<String, byte[]> contents = new ConcurrentHashMap<>();

  /**
   * @param reader reads the content at a file's path, followed by {@code .} and an encoding
   */
  PackedFiles(String sdkVersion, List<PackedFile> files, Function<String, byte[]> reader) {
    this.sdkVersion = sdkVersion;
    this.files = files.stream().collect(Collectors.toMap(PackedFile::path, Function.identity()));
    this.reader = reader;
  }

  /** Reads the manifest. */
  static PackedFiles load() {
    JsonNode manifest;
    try (InputStream stream = PackedFiles.class.getResourceAsStream(MANIFEST)) {
      if (stream == null) {
        throw new IllegalStateException(
            MANIFEST + " is missing: build the module with Maven, which packs the files");
      }
      manifest = new ObjectMapper().readTree(stream);
    } catch (IOException broken) {
      throw new UncheckedIOException(MANIFEST + " cannot be read", broken);
    }
    List<PackedFile> files = new ArrayList<>();
    for (Map.Entry<String, JsonNode> file : manifest.get("files").properties()) {
      List<String> encodings = new ArrayList<>();
      file.getValue().get("encodings").forEach(encoding -> encodings.add(encoding.textValue()));
      String hash = file.getValue().get("hash").textValue();
      files.add(new PackedFile(file.getKey(), hash, encodings));
    }
    return new PackedFiles(manifest.get("sdk").textValue(), files, PackedFiles::load);
  }

  /** The version of the SDK whose scripts lie under {@code static/}. */
  String sdkVersion() {
    return sdkVersion;
  }

  Optional<PackedFile> find(String path) {
    return Optional.ofNullable(files.get(path));
  }

  /** The file as it is. */
  byte[] read(PackedFile file) {
    return content(file.path());
  }

  /** The file in one of its compressed forms. */
  byte[] read(PackedFile file, String encoding) {
    return content(file.path() + "." + encoding);
  }

  private byte[] content(String path) {
    return contents.computeIfAbsent(path, reader);
  }

  private static byte[] load(String path) {
    try (InputStream stream = PackedFiles.class.getResourceAsStream("/" + path)) {
      if (stream == null) {
        throw new IllegalStateException(path + " is in the manifest and was not packed");
      }
      return stream.readAllBytes();
    } catch (IOException broken) {
      throw new UncheckedIOException(path + " cannot be read", broken);
    }
  }
}
