package dev.tenrec.cloud.mappings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tenrec.cloud.functions.InvocationResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/** A function that fails as it is told, and remembers what it was called with. */
final class ScriptedTarget implements Target {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Function<List<String>, InvocationResult> script;
  private final List<List<String>> calls = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  /**
   * Makes one.
   *
   * @param script decides by the contents of the batch
   */
  ScriptedTarget(Function<List<String>, InvocationResult> script) {
    this.script = script;
  }

  static InvocationResult succeed() {
    return new InvocationResult.Answer(new byte[0]);
  }

  static InvocationResult fail() {
    return new InvocationResult.Failure("java.lang.Error", "told to fail", new byte[0]);
  }

  static InvocationResult answer(String json) {
    return new InvocationResult.Answer(json.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String arn() {
    return "arn:aws:lambda:us-east-1:000000000000:function:scripted";
  }

  @Override
  public synchronized InvocationResult invoke(byte[] event) {
    List<String> contents = contents(event);
    calls.add(contents);
    InvocationResult result = script.apply(contents);
    if (result instanceof InvocationResult.Answer) {
      done.addAll(contents);
    }
    notifyAll();
    return result;
  }

  /** The contents of every batch it was called with. */
  synchronized List<List<String>> calls() {
    return List.copyOf(calls);
  }

  /** Waits until all of these were in batches that succeeded. */
  synchronized void awaitDone(List<String> contents) throws InterruptedException {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!done.containsAll(contents)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("After 30 s only these are done: " + done);
      }
      wait(100);
    }
  }

  /** Waits until it has been called with this batch. */
  synchronized void awaitCall(List<String> batch) throws InterruptedException {
    long deadline = System.nanoTime() + 30_000_000_000L;
    while (!calls.contains(batch)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("After 30 s there were only these calls: " + calls);
      }
      wait(100);
    }
  }

  synchronized List<String> done() {
    return List.copyOf(done);
  }

  private static List<String> contents(byte[] event) {
    try {
      List<String> contents = new ArrayList<>();
      for (JsonNode record : JSON.readTree(event).path("Records")) {
        contents.add(
            record.has("kinesis")
                ? new String(
                    Base64.getDecoder().decode(record.at("/kinesis/data").asText()),
                    StandardCharsets.UTF_8)
                : record.path("body").asText());
      }
      return contents;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
